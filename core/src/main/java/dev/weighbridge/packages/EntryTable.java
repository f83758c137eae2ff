package dev.weighbridge.packages;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.packages.content.ContentType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The entries of a package in the order of its bytes, and the bytes of it that belong to none.
 * Immutable once given out.
 */
public final class EntryTable {
  private static final EntryKind[] KINDS = EntryKind.values();

  private final List<PackageLayer> layers = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();
  private final Map<Integer, String> links = new HashMap<>();
  private final Map<Integer, String> problems = new HashMap<>();
  private final List<ContentType> types = new ArrayList<>();
  private final List<String> codecs = new ArrayList<>();
  private final IntColumn layerOf = new IntColumn(16);
  private final ByteColumn kinds = new ByteColumn(16);
  private final LongColumn overheads = new LongColumn(16);
  private final LongColumn shipped = new LongColumn(16);
  private final LongColumn fileSizes = new LongColumn(16);
  private final List<OwnBytes> own = new ArrayList<>();
  private final Map<Integer, Inside> inside = new HashMap<>();
  private final BitSet nested = new BitSet();
  private BitSet hidden = new BitSet();
  private BitSet replaced = new BitSet();

  /**
   * What is in an entry that is a package itself.
   *
   * @param count how many entries; they stand right before it
   * @param shipped bytes of the outer file of all of it
   * @param fileSize bytes of its contents as the outer package has them
   */
  record Inside(int count, long shipped, long fileSize) {}

  EntryTable() {}

  int add(PackageLayer layer) {
    layers.add(layer);
    return layers.size() - 1;
  }

  void addOwn(int layer, String label, long bytes) {
    if (bytes != 0) {
      own.add(new OwnBytes(layer, label, bytes));
    }
  }

  int add(int layer, EntryHeader header, ContentType type) {
    int index = paths.size();
    if (index == Limits.MAX_PACKAGE_ENTRIES) {
      throw new UnsupportedBinaryException(
          "package", -1, "at most " + Limits.MAX_PACKAGE_ENTRIES + " entries", "more");
    }
    layerOf.add(layer);
    paths.add(plain(header.path()));
    kinds.add((byte) header.kind().ordinal());
    types.add(type);
    codecs.add(header.codec());
    if (!header.link().isEmpty()) {
      links.put(index, header.link());
    }
    if (!header.problem().isEmpty()) {
      problems.put(index, header.problem());
    }
    return index;
  }

  /** A path without what stands before all paths of some writers. */
  static String plain(String path) {
    int start = 0;
    while (path.startsWith("./", start) || path.startsWith("/", start)) {
      start += path.startsWith("/", start) ? 1 : 2;
    }
    String rest = path.substring(start);
    return rest.isEmpty() ? "." : rest;
  }

  void weigh(long overhead, long bytes, long fileSize) {
    overheads.add(overhead);
    shipped.add(bytes);
    fileSizes.add(fileSize);
  }

  /**
   * Says which entries nobody sees; what is in one of them is not seen either.
   *
   * @param ofOwnLayer those of them that a later entry of the same layer replaces
   */
  void hide(BitSet which, BitSet ofOwnLayer) {
    hidden = withInside(which);
    replaced = withInside(ofOwnLayer);
  }

  private BitSet withInside(BitSet which) {
    BitSet all = (BitSet) which.clone();
    inside.forEach((entry, in) -> all.set(entry - in.count(), entry, which.get(entry)));
    return all;
  }

  /**
   * Takes the entries of a package that is the next entry.
   *
   * @param path that of the package
   * @return how many entries there are now
   */
  int takeAll(int layer, String path, EntryTable other) {
    int first = count();
    for (int entry = 0; entry < other.count(); entry++) {
      int part = other.layer(entry);
      String in = part == 0 ? "" : other.layers.get(part).label() + "!/";
      String name = path + "!/" + in + other.path(entry);
      String link = other.link(entry);
      String problem = other.problems.getOrDefault(entry, "");
      String codec = other.codecs.get(entry);
      EntryHeader header = new EntryHeader(name, other.kind(entry), link, codec, problem);
      add(layer, header, other.type(entry));
      weigh(other.overhead(entry), other.shipped(entry), other.fileSize(entry));
    }
    other.inside.forEach((entry, in) -> inside.put(first + entry, in));
    nested.set(first, count());
    return count();
  }

  /** Says that the entries before one are what is in it. */
  void putInside(int entry, Inside in) {
    inside.put(entry, in);
  }

  /** Whether an entry lies in another one that is a package itself. */
  boolean isNested(int entry) {
    return nested.get(entry);
  }

  /** What is in an entry that is a package itself; of others nothing but itself. */
  Inside inside(int entry) {
    Inside in = inside.get(entry);
    return in == null ? new Inside(0, shipped(entry), fileSize(entry)) : in;
  }

  /** Its layers and archives; the first is what lies in the package itself. */
  public List<PackageLayer> layers() {
    return List.copyOf(layers);
  }

  /** How many entries there are. */
  public int count() {
    return paths.size();
  }

  /** The path of an entry, see {@link PackageEntry#path}. */
  public String path(int entry) {
    return paths.get(entry);
  }

  /** The layer of an entry, an index into {@link #layers}. */
  public int layer(int entry) {
    return layerOf.get(entry);
  }

  /** What an entry is. */
  public EntryKind kind(int entry) {
    return KINDS[kinds.get(entry)];
  }

  /** Where a link leads; empty if the entry is none or does not say. */
  public String link(int entry) {
    return links.getOrDefault(entry, "");
  }

  /** Bytes of the package of an entry's headers and padding. */
  public long overhead(int entry) {
    return overheads.get(entry);
  }

  /** Bytes of the package of an entry's contents. */
  public long shipped(int entry) {
    return shipped.get(entry);
  }

  /** Bytes of an entry's contents. */
  public long fileSize(int entry) {
    return fileSizes.get(entry);
  }

  /** How the contents of an entry are packed by themselves; empty if they are not. */
  String codec(int entry) {
    return codecs.get(entry);
  }

  /** Whether something later replaces or removes an entry, so that nobody sees its contents. */
  public boolean isHidden(int entry) {
    return hidden.get(entry);
  }

  /** What the contents of an entry are. */
  ContentType type(int entry) {
    return types.get(entry);
  }

  /** What belongs to no entry. */
  public List<OwnBytes> own() {
    return Collections.unmodifiableList(own);
  }

  /**
   * What rows call an entry: its path, where that could not be taken for one of their own labels in
   * brackets; {@link PackageTree#HIDDEN} or {@link PackageTree#REPLACED} if nobody sees it.
   */
  public String label(int entry) {
    if (replaced.get(entry)) {
      return PackageTree.REPLACED;
    }
    String path = path(entry);
    return isHidden(entry) ? PackageTree.HIDDEN : path.startsWith("[") ? "./" + path : path;
  }

  /** An entry, for people. */
  public PackageEntry entry(int index) {
    return new PackageEntry(
        index,
        layer(index),
        path(index),
        kind(index),
        link(index),
        codecs.get(index),
        problems.getOrDefault(index, ""),
        type(index).label(),
        overhead(index),
        shipped(index),
        fileSize(index),
        isHidden(index));
  }

  /** All entries, for people. */
  public Stream<PackageEntry> stream() {
    return IntStream.range(0, count()).mapToObj(this::entry);
  }

  @Override
  public String toString() {
    return count() + " entries";
  }
}
