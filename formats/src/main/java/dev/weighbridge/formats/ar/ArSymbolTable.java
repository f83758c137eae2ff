package dev.weighbridge.formats.ar;

import static dev.weighbridge.formats.ar.ArConstants.BSD_INDEX;
import static dev.weighbridge.formats.ar.ArConstants.BSD_INDEX_64;
import static dev.weighbridge.formats.ar.ArConstants.GNU_INDEX_64;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.Limits;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The symbol index of an archive, as columns: which member defines which name.
 *
 * <p>GNU's index is a count, that many offsets of members and as many names, big-endian on every
 * machine (ar(5), Archive Symbol Tables). BSD's is a table of pairs, name offset and member offset,
 * behind its length, and a string table behind its own (ranlib(5)), in the order of the machine.
 */
public final class ArSymbolTable {
  private final Bytes bytes;
  private final int width;
  private final int rowSize;
  private final LongColumn nameStart = new LongColumn(0);
  private final LongColumn member = new LongColumn(0);
  private final LongColumn fileStart = new LongColumn(0);

  private ArSymbolTable(Bytes bytes, int width, int rowSize) {
    this.bytes = bytes;
    this.width = width;
    this.rowSize = rowSize;
  }

  /** The first index among the members of an archive. */
  static ArSymbolTable of(Bytes archive, List<ArMember> members) {
    for (ArMember index : members) {
      if (index.role() == ArRole.SYMBOL_INDEX) {
        return of(archive, index);
      }
    }
    return new ArSymbolTable(archive, 4, 4);
  }

  private static ArSymbolTable of(Bytes archive, ArMember index) {
    String name = index.name();
    boolean isWide = name.equals(GNU_INDEX_64) || name.startsWith(BSD_INDEX_64);
    boolean isBsd = name.startsWith(BSD_INDEX);
    int width = isWide ? 8 : 4;
    long start = index.contentStart();
    long end = index.fileEnd();
    Bytes bigEndian = archive.withOrder(ByteOrder.BIG_ENDIAN);
    if (!isBsd) {
      ArSymbolTable table = new ArSymbolTable(bigEndian, width, width);
      table.readGnu(start, end);
      return table;
    }
    Bytes littleEndian = archive.withOrder(ByteOrder.LITTLE_ENDIAN);
    ArSymbolTable little = new ArSymbolTable(littleEndian, width, 2 * width);
    if (little.readBsd(start, end)) {
      return little;
    }
    ArSymbolTable big = new ArSymbolTable(bigEndian, width, 2 * width);
    big.readBsd(start, end);
    return big;
  }

  private void readGnu(long start, long end) {
    if (end - start < width) {
      return;
    }
    long count = Math.min(word(start), Math.min((end - start) / width - 1, Limits.MAX_ROWS));
    long name = start + width + Math.max(0, count) * width;
    for (long row = 0; row < count && name < end; row++) {
      long at = start + width + row * width;
      add(name, word(at), at);
      long nul = bytes.indexOf((byte) 0, name, end);
      name = nul < 0 ? end : nul + 1;
    }
  }

  /** Returns whether the two lengths fit, which tells the right byte order from the wrong one. */
  private boolean readBsd(long start, long end) {
    if (end - start < 2L * width) {
      return false;
    }
    long length = word(start);
    long room = end - start - 2L * width;
    if (length < 0 || length > room || word(start + width + length) > room - length) {
      return false;
    }
    long names = start + 2L * width + length;
    for (long at = start + width; at + 2L * width <= start + width + length; at += 2L * width) {
      long name = names + word(at);
      if (name >= names && name < end) {
        add(name, word(at + width), at);
      }
    }
    return true;
  }

  private void add(long name, long definedIn, long at) {
    nameStart.add(name);
    member.add(definedIn);
    fileStart.add(at);
  }

  private long word(long at) {
    return width == 8 ? bytes.i64(at) : bytes.u32(at);
  }

  /** How many rows there are. */
  public int count() {
    return member.count();
  }

  /** The name of a row as the linker writes it. */
  public String name(int row) {
    long start = nameStart.get(row);
    long limit = Math.min(bytes.length(), start + Limits.MAX_NAME_LENGTH);
    long nul = bytes.indexOf((byte) 0, start, limit);
    return bytes.text(start, nul < 0 ? limit : nul);
  }

  /** {@link ArMember#fileStart} of the member that defines the name of a row, as stated. */
  public long member(int row) {
    return member.get(row);
  }

  /** First byte of a row, its name apart, counted from the start of the archive. */
  public long fileStart(int row) {
    return fileStart.get(row);
  }

  /** One row as an object. */
  public ArSymbol row(int row) {
    long start = fileStart.get(row);
    return new ArSymbol(row, name(row), member.get(row), start, start + rowSize);
  }

  /** All rows as objects. */
  public Stream<ArSymbol> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " symbols";
  }
}
