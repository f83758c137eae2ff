package dev.weighbridge.formats;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Relocations: places that the linker or loader fills in, and with what.
 *
 * <p>Rows keep the order in which they were found.
 */
public final class RelocationTable {
  /**
   * One relocation.
   *
   * @param index its row
   * @param place address of the patched bytes; in a relocatable file their file offset
   * @param type the machine's own type number; -1 for formats that do not number them
   * @param symbol row of the symbol it refers to, or -1 if none
   * @param target the address that the place will hold as far as the file alone tells, or -1; in a
   *     relocatable file the file offset of what lies there
   */
  public record Relocation(int index, long place, int type, int symbol, long target) {}

  private final LongColumn place;
  private final IntColumn type;
  private final IntColumn symbol;
  private final LongColumn target;

  private RelocationTable(Builder builder) {
    place = builder.place;
    type = builder.type;
    symbol = builder.symbol;
    target = builder.target;
  }

  /** How many relocations there are. */
  public int count() {
    return place.count();
  }

  /** Address of the patched bytes; in a relocatable file their file offset. */
  public long place(int index) {
    return place.get(index);
  }

  /** The machine's own type number; -1 for formats that do not number them. */
  public int type(int index) {
    return type.get(index);
  }

  /** Row of the symbol it refers to, or -1 if none. */
  public int symbol(int index) {
    return symbol.get(index);
  }

  /**
   * The address that the place will hold as far as the file alone tells, or -1; in a relocatable
   * file the file offset of what lies there.
   */
  public long target(int index) {
    return target.get(index);
  }

  /** One row as an object. */
  public Relocation row(int index) {
    return new Relocation(
        index, place.get(index), type.get(index), symbol.get(index), target.get(index));
  }

  /** All rows as objects. */
  public Stream<Relocation> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " relocations";
  }

  static final class Builder {
    private final LongColumn place = new LongColumn(0);
    private final IntColumn type = new IntColumn(0);
    private final IntColumn symbol = new IntColumn(0);
    private final LongColumn target = new LongColumn(0);

    void add(long at, int number, int symbolRow, long value) {
      place.add(at);
      type.add(number);
      symbol.add(symbolRow);
      target.add(value);
    }

    void reserve(int more) {
      place.reserve(more);
      type.reserve(more);
      symbol.reserve(more);
      target.reserve(more);
    }

    RelocationTable freeze() {
      return new RelocationTable(this);
    }
  }
}
