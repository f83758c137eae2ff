package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the functions of an image were put: on their own, or inlined into others.
 *
 * <p>A scope is one such place: the body of a function, in one or several pieces. A scope inside
 * another is a function that was inlined there, and lies behind it in the table. Immutable.
 */
public final class InlineTable {
  private final SourceTable sources;
  private final FunctionNames functions;
  private final int[] function;
  private final int[] parent;
  private final byte[] inlined;
  private final int[] unit;
  private final int[] callFile;
  private final int[] callLine;
  private final int[] callColumn;
  private final int[] firstRange;
  private final long[] rangeStart;
  private final long[] rangeEnd;
  private final AddressMap code;

  private InlineTable(Builder builder, FunctionNames functions, SourceTable sources) {
    this.sources = sources;
    this.functions = functions;
    parent = builder.parent.freeze();
    inlined = builder.inlined.freeze();
    callFile = builder.callFile.freeze();
    callLine = builder.callLine.freeze();
    callColumn = builder.callColumn.freeze();
    code = builder.settle();
    function = builder.function.freeze();
    unit = builder.unit.freeze();
    firstRange = builder.firstRanges;
    rangeStart = builder.rangeStarts;
    rangeEnd = builder.rangeEnds;
  }

  /** The files that calls and declarations are in. */
  public SourceTable sources() {
    return sources;
  }

  /** The functions that scopes are bodies of. */
  public FunctionNames functions() {
    return functions;
  }

  /** How many scopes there are. */
  public int count() {
    return function.length;
  }

  /** The function that a scope is the body of. */
  public int function(int scope) {
    return function[scope];
  }

  /** The scope that a scope was inlined into, -1 if it is a function on its own. */
  public int parent(int scope) {
    return parent[scope];
  }

  /** Whether a scope was inlined, if only into code that is not told of. */
  public boolean isInlined(int scope) {
    return inlined[scope] != 0;
  }

  /** The unit that tells of a scope. */
  public int unit(int scope) {
    return unit[scope];
  }

  /** The file of the call that was inlined, a row of {@link #sources}; -1 if not told. */
  public int callFile(int scope) {
    return callFile[scope];
  }

  /** The line of the call that was inlined; 0 if not told. */
  public int callLine(int scope) {
    return callLine[scope];
  }

  /** The column of the call that was inlined; 0 if not told. */
  public int callColumn(int scope) {
    return callColumn[scope];
  }

  /** Number of the first piece of a scope; for {@link #count} that of the end. */
  public int firstRange(int scope) {
    return firstRange[scope];
  }

  /** First address of a piece. */
  public long rangeStart(int range) {
    return rangeStart[range];
  }

  /** End of a piece, exclusive. */
  public long rangeEnd(int range) {
    return rangeEnd[range];
  }

  /** Bytes of code of a scope, those of functions inlined into it included. */
  public long inclusiveSize(int scope) {
    long sum = 0;
    for (int range = firstRange[scope]; range < firstRange[scope + 1]; range++) {
      sum += rangeEnd[range] - rangeStart[range];
    }
    return sum;
  }

  /** The innermost scope of the code at each address: what a debugger would show first. */
  public AddressMap code() {
    return code;
  }

  @Override
  public String toString() {
    return count() + " bodies";
  }

  /** Collects scopes. */
  public static final class Builder {
    private final IntColumn function = new IntColumn(0);
    private final IntColumn parent = new IntColumn(0);
    private final ByteColumn inlined = new ByteColumn(0);
    private final IntColumn unit = new IntColumn(0);
    private final IntColumn callFile = new IntColumn(0);
    private final IntColumn callLine = new IntColumn(0);
    private final IntColumn callColumn = new IntColumn(0);
    private final IntColumn firstRange = new IntColumn(0);
    private final LongColumn rangeStart = new LongColumn(0);
    private final LongColumn rangeEnd = new LongColumn(0);
    private final IntColumn rangeDepth = new IntColumn(0);
    private int[] firstRanges = {};
    private long[] rangeStarts = {};
    private long[] rangeEnds = {};
    private @Nullable AddressMap settled;

    /** No scopes. */
    public Builder() {}

    /** How many scopes there are. */
    public int count() {
      return function.count();
    }

    /**
     * Adds a scope; its pieces follow.
     *
     * @param inScope the scope that it was inlined into, -1 if none
     * @param isInlined whether it was inlined, if only into what is not told of
     * @return its row
     */
    public int add(int ofFunction, int inScope, boolean isInlined, int ofUnit) {
      firstRange.add(rangeStart.count());
      function.add(ofFunction);
      parent.add(inScope);
      inlined.add((byte) (isInlined ? 1 : 0));
      unit.add(ofUnit);
      callFile.add(-1);
      callLine.add(0);
      callColumn.add(0);
      return function.count() - 1;
    }

    /** Says where the call of a scope is. */
    public void call(int scope, int file, int line, int column) {
      callFile.set(scope, file);
      callLine.set(scope, line);
      callColumn.set(scope, column);
    }

    /**
     * Adds a piece to the last scope. Linkers keep one of several equal functions, and units that
     * lost theirs still claim it: the code belongs to the first of them.
     *
     * @param depth how many scopes it is in; the code belongs to the deepest of its unit
     */
    public void range(long start, long end, int depth) {
      rangeStart.add(start);
      rangeEnd.add(end);
      rangeDepth.add(depth);
    }

    /** Makes room for some more scopes and pieces, so that adding them copies nothing. */
    public void reserve(int scopes, int ranges) {
      for (IntColumn column : List.of(function, parent, unit, callFile, callLine, callColumn)) {
        column.reserve(scopes);
      }
      firstRange.reserve(scopes + 1);
      inlined.reserve(scopes);
      rangeStart.reserve(ranges);
      rangeEnd.reserve(ranges);
      rangeDepth.reserve(ranges);
    }

    /** How many pieces there are. */
    public int rangeCount() {
      return rangeStart.count();
    }

    /** First address of a piece. */
    public long rangeStart(int range) {
      return rangeStart.get(range);
    }

    /** End of a piece, exclusive. */
    public long rangeEnd(int range) {
      return rangeEnd.get(range);
    }

    /** Number of the first piece of a scope. */
    public int firstRange(int scope) {
      return firstRange.get(scope);
    }

    /** End of the pieces of a scope, exclusive. */
    public int endRange(int scope) {
      return scope + 1 < function.count() ? firstRange.get(scope + 1) : rangeStart.count();
    }

    /** The function of a scope. */
    public int function(int scope) {
      return function.get(scope);
    }

    /** Says anew which function a scope is the body of. */
    public void function(int scope, int ofFunction) {
      function.set(scope, ofFunction);
    }

    /**
     * Settles whose the code is, once all pieces were added; {@link #build} does so if nobody has.
     * Another thread may, while functions are named. No pieces can be added or asked for
     * afterwards.
     *
     * @return the innermost scope of the code at each address
     */
    public AddressMap settle() {
      if (settled == null) {
        firstRange.add(rangeStart.count());
        firstRanges = firstRange.freeze();
        rangeStarts = rangeStart.freeze();
        rangeEnds = rangeEnd.freeze();
        settled = AddressMap.of(rangeStarts, rangeEnds, rows(), rangeDepth.freeze(), units());
      }
      return settled;
    }

    /** The scope of each piece. */
    private int[] rows() {
      int[] rows = new int[rangeStarts.length];
      for (int scope = 0; scope + 1 < firstRanges.length; scope++) {
        Arrays.fill(rows, firstRanges[scope], firstRanges[scope + 1], scope);
      }
      return rows;
    }

    /** The unit of each piece. */
    private int[] units() {
      int[] units = new int[rangeStarts.length];
      for (int scope = 0; scope + 1 < firstRanges.length; scope++) {
        Arrays.fill(units, firstRanges[scope], firstRanges[scope + 1], unit.get(scope));
      }
      return units;
    }

    /** The scopes; the builder is then empty. */
    public InlineTable build(FunctionNames functions, SourceTable sources) {
      return new InlineTable(this, functions, sources);
    }
  }
}
