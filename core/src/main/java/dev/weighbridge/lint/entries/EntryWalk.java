package dev.weighbridge.lint.entries;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_dwo_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_dwo_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_producer;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_ranges;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_inlined_subroutine;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_compile;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_type;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.dwarf.lines.LineProgram;
import dev.weighbridge.formats.dwarf.lists.RangeCursor;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Arrays;

/** One walk over all entries of all units, which sums up what {@link DebugEntries} has. */
final class EntryWalk {
  /** Of larger units, of which memory has no place for all entries, each byte may be a copy. */
  private static final long LARGEST = 128L << 20;

  /**
   * What stands for a unit where it is split in version 4, with its header: the abbreviation, the
   * places of lines, folder, name and addresses, and the identifier.
   */
  private static final int SKELETON_4 = 11 + 1 + 4 * 4 + 8;

  /** The same in version 5, with the two names by number, and their table. */
  private static final int SKELETON_5 = 20 + 1 + 2 * 4 + 2 + 8 + 2 * 4;

  private final EntryHash hashes = new EntryHash();
  private final UnitEntries trees = new UnitEntries(hashes);
  private final LongIntMap firstUnit = new LongIntMap();
  private final LongIntMap lists = new LongIntMap();
  private final LongIntMap linePrograms = new LongIntMap();
  private final LongColumn addresses = new LongColumn(0);
  private long repeatedBytes;
  private int repeatedTrees;
  private long inlinedBytes;
  private long skeletonBytes;
  private long lineHeaderBytes;
  private boolean hasTypeUnits;
  private boolean isSplit;
  private boolean isWhole = true;

  EntryWalk() {}

  DebugEntries of(Dwarf dwarf) {
    AbbreviationTables tables = dwarf.abbreviationTables();
    for (int row = 0; row < dwarf.units().count(); row++) {
      DwarfUnit unit = dwarf.unit(row);
      Attributes root = unit.attributes();
      hasTypeUnits |= unit.header().type() == DW_UT_type && unit.encoding().version() >= 5;
      isSplit |= root.has(DW_AT_dwo_name) || root.has(DW_AT_GNU_dwo_name);
      countLineHeader(row, unit);
      if (unit.header().end() - unit.header().start() > LARGEST) {
        repeatedBytes += unit.header().end() - unit.header().start();
        continue;
      }
      read(unit, unit.entries(tables));
      compare(row);
    }
    return new DebugEntries(
        repeatedBytes,
        repeatedTrees,
        trees.referenceBytes(),
        inlinedBytes,
        skeletonBytes,
        lineHeaderBytes,
        hasTypeUnits,
        isSplit,
        isWhole);
  }

  private void countLineHeader(int row, DwarfUnit unit) {
    long start = unit.lineProgram();
    if (start >= 0 && linePrograms.putIfAbsent(start, row) < 0) {
      // Who reads the lines tells what is wrong with a program.
      LineProgram.of(unit, new Diagnostics())
          .map(LineProgram::header)
          .ifPresent(header -> lineHeaderBytes += header.programStart() - header.start());
    }
  }

  private void read(DwarfUnit unit, EntryCursor entry) {
    boolean isOfLlvm = isOfLlvm(unit);
    RangeCursor ranges = new RangeCursor(unit);
    long inlinedAt = -1;
    int below = 0;
    addresses.clear();
    trees.begin(unit);
    while (entry.next()) {
      if (inlinedAt >= 0) {
        // Behind an entry each level that ends has a byte.
        inlinedBytes += entry.offset() - inlinedAt - (below - entry.depth());
      }
      trees.add(unit, entry);
      Attributes attributes = entry.attributes();
      int low = attributes.find(DW_AT_low_pc);
      if (low >= 0 && attributes.form(low) == DW_FORM_addr) {
        addresses.add(attributes.value(low));
      }
      boolean isInlined = isOfLlvm && entry.tag() == DW_TAG_inlined_subroutine;
      inlinedAt = isInlined ? entry.offset() : -1;
      below = entry.depth() + (entry.hasChildren() ? 1 : 0);
      if (isInlined) {
        keepRanges(ranges, attributes);
      }
    }
    trees.finish();
    isWhole &= entry.defect().isEmpty();
    countSkeleton(unit);
  }

  /** Those compilers write the same of inlined code whatever else is left out. */
  private static boolean isOfLlvm(DwarfUnit unit) {
    String producer = unit.texts().text(unit.text(unit.attributes(), DW_AT_producer));
    return producer.contains("clang") || producer.contains("rustc");
  }

  private void keepRanges(RangeCursor ranges, Attributes of) {
    int index = of.find(DW_AT_ranges);
    if (index < 0 || !ranges.open(of.form(index), of.value(index))) {
      return;
    }
    long start = ranges.listStart();
    long key = start << 1 | (ranges.section() == DwarfSection.RNGLISTS ? 1 : 0);
    if (lists.putIfAbsent(key, 0) < 0) {
      while (ranges.next()) {
        // To its end.
      }
      inlinedBytes += ranges.position() - start;
    }
  }

  private void countSkeleton(DwarfUnit unit) {
    boolean isCompiled = unit.header().type() == DW_UT_compile;
    if (!isCompiled || addresses.count() == 0) {
      return;
    }
    long[] sorted = addresses.freeze();
    Arrays.sort(sorted);
    long distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    int stub = unit.encoding().version() >= 5 ? SKELETON_5 : SKELETON_4;
    skeletonBytes += stub + distinct * unit.encoding().addressSize();
  }

  private void compare(int unit) {
    for (int tree = 0; tree < trees.treeCount(); tree++) {
      int first = firstUnit.putIfAbsent(trees.treeHash(tree), unit);
      if (first >= 0 && first != unit) {
        repeatedTrees++;
        repeatedBytes += trees.treeSize(tree);
      }
    }
  }
}
