package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Tells whether the linker has folded equal functions into one, which then calls tie crates
 * together that have nothing to do with each other: there are none left that are equal. In all
 * other files some are. A function with an exception table is never folded.
 */
final class FoldedCode {
  private static final String EXCEPTION_TABLES = ".gcc_except_table";
  private static final int MAX_READ = 1 << 20;
  private static final int BETWEEN_QUESTIONS = 1 << 12;
  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  private final Attribution attribution;
  private final CodeRuns runs;
  private final InstructionCursor cursor;
  private byte[] code = new byte[1 << 16];

  FoldedCode(Attribution attribution, CodeRuns runs, InstructionCursor cursor) {
    this.attribution = attribution;
    this.runs = runs;
    this.cursor = cursor;
  }

  /** Whether no two functions are equal that might be one. */
  boolean isFolded(Work work) {
    BitSet hasTable = withTables();
    LongColumn hashes = new LongColumn(0);
    for (int function = 0; function < runs.count(); function++) {
      if (function % BETWEEN_QUESTIONS == 0) {
        work.checkCancelled();
      }
      if (!hasTable.get(function) && runs.size(function) <= MAX_READ) {
        hashes.add(hash(function));
      }
    }
    long[] sorted = hashes.freeze();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private BitSet withTables() {
    BitSet found = new BitSet();
    Partition partition = attribution.partition();
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int section = partition.section(span);
      if (partition.subject(span) >= 0
          && section >= 0
          && attribution.section(section).name().equals(EXCEPTION_TABLES)) {
        int function = runs.startingAt(attribution.owners().address(partition.subject(span)));
        if (function >= 0) {
          found.set(function);
        }
      }
    }
    return found;
  }

  /** A hash of what the instructions of a function do, with whatever lies outside it. */
  private long hash(int function) {
    int size = runs.size(function);
    if (code.length < size + InstructionCursor.SLACK) {
      code = new byte[2 * size + InstructionCursor.SLACK];
    }
    attribution.file().bytes().copy(runs.place(function), code, 0, size);
    long address = runs.address(function);
    long hash = size;
    for (int from = 0; from < size; from = cursor.position() + cursor.alignment()) {
      cursor.start(code, from, size, address + from);
      while (cursor.next()) {
        hash = mix(hash, cursor.fingerprint());
        if (cursor.hasTarget()) {
          hash = mix(hash, outside(cursor.target(), address, size));
        } else if (cursor.hasReference()) {
          hash = mix(hash, outside(cursor.reference(), address, size));
        }
      }
    }
    return hash;
  }

  private static long outside(long to, long address, int size) {
    long offset = to - address;
    return offset >= 0 && offset < size ? offset : to;
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * MULTIPLIER;
    return mixed ^ mixed >>> 29;
  }
}
