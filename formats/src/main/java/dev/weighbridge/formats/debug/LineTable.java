package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * Which line of which file the code at each address is from.
 *
 * <p>Rows lie in runs: code in one piece, whose rows follow each other. Runs are in ascending order
 * and do not overlap; a row is about the code up to the next row, or to the end of its run.
 * Immutable.
 */
public final class LineTable {
  private final SourceTable sources;
  private final AddressMap runs;
  private final long[] sequenceStart;
  private final int[] sequenceRow;
  private final int[] delta;
  private final int[] file;
  private final int[] line;
  private final int[] column;
  private final int[] firstRow;
  private final int[] endRow;

  private LineTable(Builder builder, SourceTable sources) {
    this.sources = sources;
    runs = builder.claims.build();
    builder.sequenceRow.add(builder.delta.count());
    sequenceStart = builder.sequenceStart.freeze();
    sequenceRow = builder.sequenceRow.freeze();
    delta = builder.delta.freeze();
    file = builder.file.freeze();
    line = builder.line.freeze();
    column = builder.column.freeze();
    firstRow = new int[runs.count()];
    endRow = new int[runs.count()];
    for (int run = 0; run < firstRow.length; run++) {
      firstRow[run] = rowOf(run, runs.start(run));
      endRow[run] = rowOf(run, runs.end(run) - 1) + 1;
    }
  }

  /** The last row of a run's sequence that begins at or before an address. */
  private int rowOf(int run, long address) {
    int sequence = runs.row(run);
    long wanted = address - sequenceStart[sequence];
    int low = sequenceRow[sequence];
    int high = sequenceRow[sequence + 1] - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if ((delta[middle] & 0xFFFF_FFFFL) <= wanted) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The files that rows count in. */
  public SourceTable sources() {
    return sources;
  }

  /** How many rows there are, in runs or not. */
  public int rowCount() {
    return file.length;
  }

  /** How many runs there are. */
  public int runCount() {
    return runs.count();
  }

  /** First address of a run. */
  public long runStart(int run) {
    return runs.start(run);
  }

  /** End of a run, exclusive. */
  public long runEnd(int run) {
    return runs.end(run);
  }

  /** The run that holds an address, -1 if none does. */
  public int runAt(long address) {
    return runs.rangeAt(address);
  }

  /** First row of a run. */
  public int firstRow(int run) {
    return firstRow[run];
  }

  /** End of the rows of a run, exclusive. */
  public int endRow(int run) {
    return endRow[run];
  }

  /** The row that the code at an address is about, -1 if there is none. */
  public int rowAt(long address) {
    int run = runs.rangeAt(address);
    return run < 0 ? -1 : rowOf(run, address);
  }

  /** First address that a row of a run is about. */
  public long start(int run, int row) {
    return row == firstRow[run] ? runs.start(run) : address(run, row);
  }

  /** End of the code that a row of a run is about, exclusive. */
  public long end(int run, int row) {
    return row + 1 == endRow[run] ? runs.end(run) : address(run, row + 1);
  }

  private long address(int run, int row) {
    return sequenceStart[runs.row(run)] + (delta[row] & 0xFFFF_FFFFL);
  }

  /** Row of the file in {@link #sources}, -1 if debug information does not tell. */
  public int file(int row) {
    return file[row];
  }

  /** Line of the file, counted from 1; 0 if the code is from no line. */
  public int line(int row) {
    return line[row];
  }

  /** Column of the line, counted from 1; 0 if it is not known. */
  public int column(int row) {
    return column[row];
  }

  @Override
  public String toString() {
    return rowCount() + " lines";
  }

  /** Collects rows, sequence by sequence. */
  public static final class Builder {
    private final AddressMap.Builder claims = new AddressMap.Builder();
    private final LongColumn sequenceStart = new LongColumn(0);
    private final IntColumn sequenceRow = new IntColumn(0);
    private final IntColumn delta = new IntColumn(0);
    private final IntColumn file = new IntColumn(0);
    private final IntColumn line = new IntColumn(0);
    private final IntColumn column = new IntColumn(0);

    /** No rows. */
    public Builder() {}

    /** Begins a sequence at an address. */
    public void begin(long start) {
      sequenceStart.add(start);
      sequenceRow.add(delta.count());
    }

    /**
     * Adds a row to the sequence, at its start or less than 4 GiB behind it, and not before the row
     * before. One that says what the row before says is left out.
     */
    public void add(long address, int ofFile, int ofLine, int ofColumn) {
      int last = delta.count() - 1;
      boolean isFirst = sequenceRow.get(sequenceRow.count() - 1) > last;
      boolean isNew =
          isFirst
              || file.get(last) != ofFile
              || line.get(last) != ofLine
              || column.get(last) != ofColumn;
      if (isNew) {
        delta.add((int) (address - sequenceStart.get(sequenceStart.count() - 1)));
        file.add(ofFile);
        line.add(ofLine);
        column.add(ofColumn);
      }
    }

    /** Ends the sequence; of sequences that overlap, the first one owns the code. */
    public void end(long end) {
      int sequence = sequenceStart.count() - 1;
      claims.add(sequenceStart.get(sequence), end, sequence, 0);
    }

    /** The rows; the builder is then empty. */
    public LineTable build(SourceTable sources) {
      return new LineTable(this, sources);
    }
  }
}
