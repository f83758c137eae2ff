package dev.weighbridge.formats.internal.dwarf.program;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_high_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_ranges;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.lists.RangeCursor;
import dev.weighbridge.formats.problems.Diagnostics;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of code that entries state, without those that the linker dropped: a range is alive
 * if it begins in code, and not at a mark. Filled anew for each entry.
 */
public final class LiveRanges {
  /** Compilers let a few entries share a list; a damaged file could let millions share one. */
  private static final long READS_OF_A_LIST = 64;

  private static final long LEAST_ALLOWANCE = 1 << 20;

  private final DwarfProgram program;
  private final CodeAddresses code;
  private final long reads;
  private final LongColumn starts = new LongColumn(0);
  private final LongColumn ends = new LongColumn(0);

  // open() comes before any entry.
  @SuppressWarnings("NullAway.Init")
  private DwarfUnit unit;

  private @Nullable RangeCursor lists;
  private long allowed = -1;
  private long read;
  private long damaged;

  public LiveRanges(DwarfProgram program) {
    this(program, 1);
  }

  /** As one of several that share what may be read. */
  public LiveRanges(DwarfProgram program, int sharers) {
    this.reads = READS_OF_A_LIST / sharers;
    this.program = program;
    this.code = program.code();
  }

  /** Entries are of this unit from now on. */
  public void open(DwarfUnit of) {
    unit = of;
    lists = null;
  }

  /** Reads the ranges that an entry states. */
  public void read(Attributes entry) {
    starts.clear();
    ends.clear();
    int list = entry.find(DW_AT_ranges);
    if (list >= 0) {
      readList(entry.form(list), entry.value(list));
      return;
    }
    int low = entry.find(DW_AT_low_pc);
    int high = entry.find(DW_AT_high_pc);
    if (low >= 0 && high >= 0) {
      long start = unit.address(entry.form(low), entry.value(low));
      boolean isAddress = DwarfUnit.isAddress(entry.form(high));
      add(
          start,
          isAddress
              ? unit.address(entry.form(high), entry.value(high))
              : start + entry.value(high));
    }
  }

  private void readList(int form, long value) {
    if (lists == null) {
      lists = new RangeCursor(unit);
    }
    if (!lists.open(form, value) || isUsedUp()) {
      damaged++;
      return;
    }
    while (lists.next()) {
      add(lists.start(), lists.end());
    }
    read += lists.position() - lists.listStart();
    if (lists.isDamaged()) {
      damaged++;
    }
  }

  private boolean isUsedUp() {
    if (allowed < 0) {
      allowed = reads * program.rangeListBytes() + LEAST_ALLOWANCE;
    }
    return read > allowed;
  }

  private void add(long start, long end) {
    boolean isForward = Long.compareUnsigned(start, end) < 0;
    if (isForward && !unit.encoding().isTombstone(start) && code.isCode(start)) {
      starts.add(start);
      ends.add(code.clip(end));
    }
  }

  /** How many ranges the entry has. */
  public int count() {
    return starts.count();
  }

  public long start(int range) {
    return starts.get(range);
  }

  public long end(int range) {
    return ends.get(range);
  }

  /** Adds what was wrong with the lists that another one read. */
  public void addProblems(LiveRanges other) {
    damaged += other.damaged;
  }

  /** Tells what was wrong with the lists read so far. */
  public void report(Diagnostics diagnostics) {
    if (damaged > 0) {
      diagnostics.warn(".debug_ranges", -1, "range lists that end", damaged + " others");
    }
  }
}
