package dev.weighbridge.formats.macho.exports;

import static dev.weighbridge.formats.macho.headers.MachOConstants.EXPORT_SYMBOL_FLAGS_KIND_ABSOLUTE;
import static dev.weighbridge.formats.macho.headers.MachOConstants.EXPORT_SYMBOL_FLAGS_KIND_MASK;
import static dev.weighbridge.formats.macho.headers.MachOConstants.EXPORT_SYMBOL_FLAGS_REEXPORT;
import static dev.weighbridge.formats.macho.headers.MachOConstants.EXPORT_SYMBOL_FLAGS_STUB_AND_RESOLVER;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Walks an export trie, each node once: depth and sharing are in the hands of the file, so there is
 * no recursion, and a node met a second time is a defect.
 */
final class ExportTrieReader {
  /** A trie of more bytes would take more nodes than it is worth; the largest seen has 6 MB. */
  private static final long MAX_TRIE = 256L << 20;

  /** How often a byte may be read; linkers put it into one node, odd ones into a few. */
  private static final long SHARING = 16;

  /** How many bytes of names a byte of trie may give; they share beginnings, some a dozen times. */
  private static final long NAME_SHARING = 32;

  /** The export of a node that only lies on the way to others. */
  static final int NOT_EXPORTED = -1;

  final Bytes trie;
  final long trieStart;
  final IntColumn nodeStart = new IntColumn(0);
  final IntColumn nodeEnd = new IntColumn(0);
  final IntColumn parent = new IntColumn(0);
  final IntColumn edgeStart = new IntColumn(0);
  final IntColumn edgeEnd = new IntColumn(0);
  final IntColumn nameLength = new IntColumn(0);
  final IntColumn flags = new IntColumn(0);
  final LongColumn address = new LongColumn(0);
  final LongColumn other = new LongColumn(0);
  final IntColumn exported = new IntColumn(0);

  private final long base;
  private final Diagnostics diagnostics;
  private final BitSet visited = new BitSet();
  private int[] open = new int[16];
  private int depth;
  private long malformed;
  private long allowance;
  private long names;

  ExportTrieReader(Bytes trie, long trieStart, long base, Diagnostics diagnostics) {
    this.trie = trie.length() <= MAX_TRIE ? trie : trie.slice(0, MAX_TRIE);
    this.trieStart = trieStart;
    this.allowance = SHARING * this.trie.length();
    this.names = NAME_SHARING * this.trie.length();
    this.base = base;
    this.diagnostics = diagnostics;
  }

  void read() {
    if (trie.length() > 0) {
      open(0, -1, 0, 0, 0);
    }
    while (depth > 0 && allowance > 0) {
      int node = open[--depth];
      try {
        node(node);
      } catch (MalformedBinaryException e) {
        if (malformed++ == 0) {
          diagnostics.warn(e);
        }
      }
    }
  }

  /** Notes a node that is still to be read, and the edge that leads to it. */
  private void open(long start, int from, long edge, long edgeStop, int edgeLength) {
    if (start >= trie.length() || visited.get((int) start)) {
      throw new MalformedBinaryException(
          "macho.export_trie",
          trieStart + edge,
          "a node inside the trie that no other edge leads to",
          Long.toUnsignedString(start));
    }
    int length = from < 0 ? 0 : nameLength.get(from) + edgeLength;
    if (length > Limits.MAX_NAME_LENGTH) {
      throw new MalformedBinaryException(
          "macho.export_trie", trieStart + edge, "a shorter name", length + " bytes");
    }
    visited.set((int) start);
    if (depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
    }
    open[depth++] = nodeStart.count();
    nodeStart.add((int) start);
    nodeEnd.add((int) start);
    parent.add(from);
    edgeStart.add((int) edge);
    edgeEnd.add((int) edgeStop);
    nameLength.add(length);
    flags.add(NOT_EXPORTED);
    address.add(-1);
    other.add(-1);
  }

  private void node(int node) {
    Cursor cursor =
        new Cursor(trie, nodeStart.get(node), trie.length(), "macho.export_trie", trieStart);
    long size = cursor.uleb128();
    long behind = cursor.position() + size;
    if (size < 0 || size > cursor.remaining()) {
      throw cursor.malformed("a node inside the trie", Long.toUnsignedString(size) + " bytes");
    }
    if (size > 0) {
      export(node, cursor);
    }
    cursor.seek(behind);
    int children = cursor.u8();
    nodeEnd.set(node, (int) cursor.position());
    int first = depth;
    for (int i = 0; i < children; i++) {
      long edge = cursor.position();
      int length = cursor.skipCString();
      long child = cursor.uleb128();
      allowance -= cursor.position() - edge;
      if (allowance <= 0) {
        throw cursor.malformed("nodes that do not overlap", "many that do");
      }
      open(child < 0 ? Long.MAX_VALUE : child, node, edge, cursor.position(), length);
    }
    reverse(first);
  }

  /** Turns the nodes just opened around, so that the first one is read first. */
  private void reverse(int first) {
    for (int i = first, j = depth - 1; i < j; i++, j--) {
      int swap = open[i];
      open[i] = open[j];
      open[j] = swap;
    }
  }

  private void export(int node, Cursor cursor) {
    if (nameLength.get(node) > names) {
      throw cursor.malformed("names of " + NAME_SHARING + " times the trie", "longer ones");
    }
    names -= nameLength.get(node);
    int bits = (int) cursor.uleb128();
    if ((bits & EXPORT_SYMBOL_FLAGS_REEXPORT) != 0) {
      other.set(node, cursor.uleb128());
    } else {
      boolean isAbsolute =
          (bits & EXPORT_SYMBOL_FLAGS_KIND_MASK) == EXPORT_SYMBOL_FLAGS_KIND_ABSOLUTE;
      address.set(node, (isAbsolute ? 0 : base) + cursor.uleb128());
      if ((bits & EXPORT_SYMBOL_FLAGS_STUB_AND_RESOLVER) != 0) {
        other.set(node, base + cursor.uleb128());
      }
    }
    flags.set(node, bits & Integer.MAX_VALUE);
    exported.add(node);
  }
}
