package dev.weighbridge.formats.macho.exports;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The exported symbols: a tree whose edges are pieces of names, from {@code LC_DYLD_INFO} or {@code
 * LC_DYLD_EXPORTS_TRIE}. loader.h.
 *
 * <p>A name is that of all edges on the way to its node; it is put together when asked for. Exports
 * are in the order of a walk down the edges, first to last. Immutable.
 */
public final class ExportTrie {
  private final Bytes trie;
  private final long trieStart;
  private final int[] nodeStart;
  private final int[] nodeEnd;
  private final int[] parent;
  private final int[] edgeStart;
  private final int[] edgeEnd;
  private final int[] nameLength;
  private final int[] flags;
  private final long[] address;
  private final long[] other;
  private final int[] exported;

  private ExportTrie(ExportTrieReader reader) {
    trie = reader.trie;
    trieStart = reader.trieStart;
    nodeStart = reader.nodeStart.freeze();
    nodeEnd = reader.nodeEnd.freeze();
    parent = reader.parent.freeze();
    edgeStart = reader.edgeStart.freeze();
    edgeEnd = reader.edgeEnd.freeze();
    nameLength = reader.nameLength.freeze();
    flags = reader.flags.freeze();
    address = reader.address.freeze();
    other = reader.other.freeze();
    exported = reader.exported.freeze();
  }

  /**
   * Reads a trie.
   *
   * @param trie its bytes
   * @param trieStart file offset of its first byte
   * @param base the address that offsets count from
   */
  public static ExportTrie read(Bytes trie, long trieStart, long base, Diagnostics diagnostics) {
    Objects.requireNonNull(trie, "trie");
    Objects.requireNonNull(diagnostics, "diagnostics");
    ExportTrieReader reader = new ExportTrieReader(trie, trieStart, base, diagnostics);
    reader.read();
    return new ExportTrie(reader);
  }

  /** How many exports there are. */
  public int count() {
    return exported.length;
  }

  /** Its flags: {@code EXPORT_SYMBOL_FLAGS_} bits. */
  public int flags(int row) {
    return flags[exported[row]];
  }

  /** Its address; -1 if it is re-exported from a library, its value if it is absolute. */
  public long address(int row) {
    return address[exported[row]];
  }

  /** Whether it is taken from another library. */
  public boolean isReexported(int row) {
    return (flags(row) & MachOConstants.EXPORT_SYMBOL_FLAGS_REEXPORT) != 0;
  }

  /** Bytes of its name. */
  public int nameLength(int row) {
    return nameLength[exported[row]];
  }

  /** Copies its name to the start of an array that has room for {@link #nameLength} bytes. */
  public void copyName(int row, byte[] target) {
    for (int node = exported[row]; parent[node] >= 0; node = parent[node]) {
      int from = nameLength[parent[node]];
      trie.copy(edgeStart[node], target, from, nameLength[node] - from);
    }
  }

  /** Its name as text; bytes that are not UTF-8 become U+FFFD. */
  public String name(int row) {
    byte[] bytes = new byte[nameLength(row)];
    copyName(row, bytes);
    return Bytes.of(bytes).text(0, bytes.length);
  }

  /** The library it is re-exported from, counted from 1; -1 if it is not. */
  public long library(int row) {
    return isReexported(row) ? other[exported[row]] : -1;
  }

  /** What the library it is re-exported from calls it; empty if the same, or if it is not. */
  public String importedName(int row) {
    if (!isReexported(row)) {
      return "";
    }
    Cursor cursor =
        new Cursor(trie, nodeStart[exported[row]], trie.length(), "macho.export_trie", 0);
    cursor.uleb128(); // size
    cursor.uleb128(); // flags
    cursor.uleb128(); // library
    try {
      return cursor.cString();
    } catch (MalformedBinaryException e) {
      return "";
    }
  }

  /** One export as an object. */
  public Export row(int row) {
    int node = exported[row];
    boolean isReexported = isReexported(row);
    return new Export(
        row,
        name(row),
        flags[node],
        address[node],
        isReexported ? -1 : other[node],
        isReexported ? other[node] : -1,
        importedName(row),
        nodeFileStart(node),
        nodeFileEnd(node));
  }

  /** All exports as objects. */
  public Stream<Export> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  /** How many nodes the tree has. */
  public int nodeCount() {
    return nodeStart.length;
  }

  /** First byte of a node in the file. */
  public long nodeFileStart(int node) {
    return trieStart + nodeStart[node];
  }

  /** End of a node in the file, exclusive; its edges follow. */
  public long nodeFileEnd(int node) {
    return trieStart + nodeEnd[node];
  }

  /** First byte of the edge that leads to a node; of the first node, its own start. */
  public long edgeFileStart(int node) {
    return trieStart + edgeStart[node];
  }

  /** End of the edge that leads to a node in the file, exclusive. */
  public long edgeFileEnd(int node) {
    return trieStart + edgeEnd[node];
  }

  /** Address of what a node exports, or -1 if it exports nothing that has one in this file. */
  public long nodeAddress(int node) {
    return flags[node] == ExportTrieReader.NOT_EXPORTED ? -1 : address[node];
  }

  @Override
  public String toString() {
    return count() + " exports";
  }
}
