package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;

/**
 * The variables that stay at one address as long as the program runs, and where they are declared.
 *
 * <p>Rows are in ascending order of addresses, of which no two begin at the same. Immutable.
 */
public final class VariableTable {
  private final SourceTable sources;
  private final long[] address;
  private final int[] file;
  private final int[] line;
  private final AddressMap data;

  private VariableTable(Builder builder, SourceTable sources) {
    this.sources = sources;
    long[] starts = builder.address.freeze();
    int[] order = Order.ascending(starts, starts.length);
    LongColumn addresses = new LongColumn(starts.length);
    IntColumn files = new IntColumn(starts.length);
    IntColumn lines = new IntColumn(starts.length);
    AddressMap.Builder map = new AddressMap.Builder();
    for (int row : order) {
      int last = addresses.count() - 1;
      if (last < 0 || addresses.get(last) != starts[row]) {
        map.add(starts[row], starts[row] + builder.size.get(row), addresses.count(), 0);
        addresses.add(starts[row]);
        files.add(builder.file.get(row));
        lines.add(builder.line.get(row));
      }
    }
    address = addresses.freeze();
    file = files.freeze();
    line = lines.freeze();
    data = map.build();
  }

  /** The files that {@link #file} counts in. */
  public SourceTable sources() {
    return sources;
  }

  /** How many variables there are. */
  public int count() {
    return address.length;
  }

  /** First address of a variable. */
  public long address(int variable) {
    return address[variable];
  }

  /** Row of the file of the declaration in {@link #sources}. */
  public int file(int variable) {
    return file[variable];
  }

  /** Line of the declaration, counted from 1; 0 if it is not known. */
  public int line(int variable) {
    return line[variable];
  }

  /** The variable that begins at an address, -1 if none does. */
  public int beginningAt(long wanted) {
    int found = Order.lastAtOrBefore(address, wanted);
    return found >= 0 && address[found] == wanted ? found : -1;
  }

  /**
   * Which variable each address is of, by the sizes of types. One of a type whose size is not known
   * has no addresses here; of those that overlap, the first has what both claim.
   */
  public AddressMap data() {
    return data;
  }

  @Override
  public String toString() {
    return count() + " variables";
  }

  /** Collects variables in any order. */
  public static final class Builder {
    private final LongColumn address = new LongColumn(0);
    private final LongColumn size = new LongColumn(0);
    private final IntColumn file = new IntColumn(0);
    private final IntColumn line = new IntColumn(0);

    /** No variables. */
    public Builder() {}

    /**
     * Adds a variable; of several at one address the first counts.
     *
     * @param bytes of its type, 0 if it is not known
     * @param ofFile row of the file that declares it
     * @param ofLine line of the declaration, 0 if it is not known
     */
    public void add(long at, long bytes, int ofFile, int ofLine) {
      address.add(at);
      size.add(bytes);
      file.add(ofFile);
      line.add(ofLine);
    }

    /** The variables; the builder is then empty. */
    public VariableTable build(SourceTable sources) {
      return new VariableTable(this, sources);
    }
  }
}
