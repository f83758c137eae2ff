package dev.weighbridge.formats;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The sections of an image: how the linker sees the file. Rows keep the order of the file. */
public final class SectionTable {
  /**
   * One section.
   *
   * @param index its row
   * @param name its name; may be empty, may repeat
   * @param fileStart first byte in the file
   * @param fileEnd end in the file, exclusive; equal to {@code fileStart} if it has no bytes there
   * @param address virtual address of the first byte; 0 if it is not loaded or not yet placed
   * @param memorySize bytes it takes in memory; 0 if it is not loaded
   * @param alignment in bytes, a power of two, at least 1
   * @param kind what its bytes are where nothing finer is known
   * @param traits what else is known of it
   */
  public record Section(
      int index,
      String name,
      long fileStart,
      long fileEnd,
      long address,
      long memorySize,
      long alignment,
      Kind kind,
      Set<SectionTrait> traits) {
    /** Refuses null. */
    public Section {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(traits, "traits");
    }

    /** Whether it takes memory at run time. */
    public boolean isLoaded() {
      return traits.contains(SectionTrait.LOADED);
    }

    /** Whether it has bytes in the file. */
    public boolean hasFileBytes() {
      return fileEnd > fileStart;
    }
  }

  private final List<Section> rows;

  SectionTable(List<Section> rows) {
    this.rows = List.copyOf(rows);
  }

  /** How many sections there are. */
  public int count() {
    return rows.size();
  }

  /** The section of a row. */
  public Section row(int index) {
    return rows.get(index);
  }

  /** All sections in the order of the file. */
  public Stream<Section> stream() {
    return rows.stream();
  }

  @Override
  public String toString() {
    return count() + " sections";
  }
}
