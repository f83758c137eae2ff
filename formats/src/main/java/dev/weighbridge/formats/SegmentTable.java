package dev.weighbridge.formats;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The segments of an image: how the loader sees the file. Rows keep the order of the file. */
public final class SegmentTable {
  /**
   * One segment.
   *
   * @param index its row
   * @param name its name or type: {@code LOAD}, {@code __TEXT}
   * @param fileStart first byte in the file
   * @param fileEnd end in the file, exclusive; equal to {@code fileStart} if it has no bytes there
   * @param address virtual address of the first byte
   * @param memorySize bytes it takes in memory; 0 if it is not loaded
   * @param isLoaded whether the loader maps it, as opposed to pointing at bytes of another one
   * @param permissions any of {@code r}, {@code w}, {@code x}
   * @param loadAddress where its bytes are put before the program runs: ELF's physical address; the
   *     same as {@code address} unless the format says otherwise
   */
  public record Segment(
      int index,
      String name,
      long fileStart,
      long fileEnd,
      long address,
      long memorySize,
      boolean isLoaded,
      String permissions,
      long loadAddress) {
    /** Refuses null. */
    public Segment {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(permissions, "permissions");
    }
  }

  private final List<Segment> rows;

  SegmentTable(List<Segment> rows) {
    this.rows = List.copyOf(rows);
  }

  /** How many segments there are. */
  public int count() {
    return rows.size();
  }

  /** The segment of a row. */
  public Segment row(int index) {
    return rows.get(index);
  }

  /** All segments in the order of the file. */
  public Stream<Segment> stream() {
    return rows.stream();
  }

  @Override
  public String toString() {
    return count() + " segments";
  }
}
