package dev.weighbridge.lint.entries;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_udata;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_module;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_namespace;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import java.util.Arrays;

/**
 * The entries of one unit as trees: what hangs below the unit, or below a namespace, is a tree of
 * its own. Filled anew for each unit.
 */
final class UnitEntries {
  /** How far references are followed to tell trees apart. */
  private static final int ROUNDS = 2;

  private final EntryHash hashes;
  private final LongColumn offset = new LongColumn(0);
  private final LongColumn ownHash = new LongColumn(0);
  private final IntColumn treeStart = new IntColumn(0);
  private final LongColumn treeScope = new LongColumn(0);
  private final IntColumn referrer = new IntColumn(0);
  private final IntColumn meaning = new IntColumn(0);
  private final LongColumn target = new LongColumn(0);
  private long[] scopes = new long[16];
  private int scopeDepth;
  private long referenceBytes;
  private long end;
  private long[] offsets = new long[0];
  private long[] hash = new long[0];

  UnitEntries(EntryHash hashes) {
    this.hashes = hashes;
  }

  void begin(DwarfUnit unit) {
    offset.clear();
    ownHash.clear();
    treeStart.clear();
    treeScope.clear();
    referrer.clear();
    meaning.clear();
    target.clear();
    scopeDepth = 0;
    scopes[0] = 0;
    end = unit.header().end();
  }

  /** Takes the entry that a cursor is at. */
  void add(DwarfUnit unit, EntryCursor entry) {
    Attributes attributes = entry.attributes();
    int row = offset.count();
    long own = hashes.of(unit, entry.tag(), attributes);
    offset.add(entry.offset());
    ownHash.add(EntryHash.mix(own, entry.depth()));
    for (int i = 0; i < attributes.count(); i++) {
      if (EntryHash.isReference(attributes.form(i))) {
        refer(unit, row, attributes, i);
      }
    }
    place(entry, row, own);
  }

  private void refer(DwarfUnit unit, int row, Attributes attributes, int index) {
    int form = attributes.form(index);
    referenceBytes += bytes(unit, form) - 1;
    referrer.add(row);
    meaning.add(attributes.name(index));
    target.add(unit.reference(form, attributes.value(index)));
  }

  /** Bytes of a reference; at least 1. */
  private static int bytes(DwarfUnit unit, int form) {
    return switch (form) {
      case DW_FORM_ref2 -> 2;
      case DW_FORM_ref4 -> 4;
      case DW_FORM_ref8 -> 8;
      case DW_FORM_ref_addr -> unit.encoding().referenceSize();
      case DW_FORM_ref_udata -> 5;
      default -> 1;
    };
  }

  private void place(EntryCursor entry, int row, long own) {
    int depth = entry.depth();
    scopeDepth = Math.min(scopeDepth, Math.max(0, depth - 1));
    if (depth == 0 || depth != scopeDepth + 1) {
      return;
    }
    treeStart.add(row);
    treeScope.add(scopes[scopeDepth]);
    boolean isScope = entry.tag() == DW_TAG_namespace || entry.tag() == DW_TAG_module;
    if (isScope && entry.hasChildren()) {
      scopeDepth = depth;
      if (depth == scopes.length) {
        scopes = Arrays.copyOf(scopes, 2 * depth);
      }
      scopes[depth] = EntryHash.mix(scopes[depth - 1], own);
    }
  }

  /** Takes what entries refer to into their numbers, once all are known. */
  void finish() {
    offsets = offset.freeze();
    long[] own = ownHash.freeze();
    int[] targets = new int[target.count()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Arrays.binarySearch(offsets, target.get(i));
    }
    hash = own;
    for (int round = 0; round < ROUNDS; round++) {
      long[] next = own.clone();
      for (int i = 0; i < targets.length; i++) {
        int from = referrer.get(i);
        long of = targets[i] < 0 ? 0 : hash[targets[i]];
        next[from] = EntryHash.mix(EntryHash.mix(next[from], meaning.get(i)), of);
      }
      hash = next;
    }
  }

  int treeCount() {
    return treeStart.count();
  }

  /** Bytes of a tree with all that ends behind it. */
  long treeSize(int tree) {
    int next = tree + 1;
    long to = next < treeStart.count() ? offsets[treeStart.get(next)] : end;
    return to - offsets[treeStart.get(tree)];
  }

  /** A number that trees that say the same have in common. */
  long treeHash(int tree) {
    int last = tree + 1 < treeStart.count() ? treeStart.get(tree + 1) : hash.length;
    long sum = treeScope.get(tree);
    for (int row = treeStart.get(tree); row < last; row++) {
      sum = EntryHash.mix(sum, hash[row]);
    }
    return sum & Long.MAX_VALUE;
  }

  /** What references of all units so far take beyond a byte each. */
  long referenceBytes() {
    return referenceBytes;
  }
}
