package dev.weighbridge.formats.macho.fixups;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The symbols that fixups ask other files for, one row each time the file names one. loader.h,
 * fixup-chains.h.
 *
 * <p>Immutable.
 */
public final class Imports {
  /**
   * One import.
   *
   * @param index its row
   * @param name its raw name, with the underscore that C names begin with
   * @param library the library that has it, counted from 1; 0 this file, -1 the executable, -2 any,
   *     -3 the one whose definition is used everywhere
   * @param isWeak whether it may be missing
   */
  public record Import(int index, String name, int library, boolean isWeak) {
    /** Refuses null. */
    public Import {
      Objects.requireNonNull(name, "name");
    }
  }

  private final Bytes file;
  private final long[] nameStart;
  private final int[] nameLength;
  private final int[] library;
  private final byte[] isWeak;

  Imports(FixupsBuilder builder) {
    file = builder.file;
    nameStart = builder.nameStart.freeze();
    nameLength = builder.nameLength.freeze();
    library = builder.library.freeze();
    isWeak = builder.isWeak.freeze();
  }

  /** How many rows there are. */
  public int count() {
    return library.length;
  }

  /** File offset of its name. */
  public long nameStart(int row) {
    return nameStart[row];
  }

  /** Bytes of its name, without the NUL. */
  public int nameLength(int row) {
    return nameLength[row];
  }

  /** Its name as text; bytes that are not UTF-8 become U+FFFD. */
  public String name(int row) {
    return file.text(nameStart[row], nameStart[row] + nameLength[row]);
  }

  /** The library that has it, counted from 1; 0 and below as {@link Import#library} says. */
  public int library(int row) {
    return library[row];
  }

  /** Whether it may be missing. */
  public boolean isWeak(int row) {
    return isWeak[row] != 0;
  }

  /** One row as an object. */
  public Import row(int row) {
    return new Import(row, name(row), library[row], isWeak(row));
  }

  /** All rows as objects. */
  public Stream<Import> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " imports";
  }
}
