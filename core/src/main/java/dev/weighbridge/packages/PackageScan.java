package dev.weighbridge.packages;

import dev.weighbridge.formats.packages.PackageFormat;
import dev.weighbridge.formats.packages.PackageWalk;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.packages.content.ContentHashes;
import dev.weighbridge.packages.content.ContentType;
import dev.weighbridge.packages.content.ContentTypes;
import dev.weighbridge.packages.content.DeflateProbe;
import dev.weighbridge.packages.content.LoadedContent;
import dev.weighbridge.packages.content.NestedBytes;
import dev.weighbridge.packages.content.NestedPackage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Fills the table of entries while a package is gone through, and asks each binary on the way. */
final class PackageScan implements PackageVisitor {
  private final EntryTable table = new EntryTable();
  private final Diagnostics diagnostics = new Diagnostics();
  private final Map<String, Integer> parts = new HashMap<>();
  private final Optional<EntryQuestion> question;
  private final Optional<ContentHashes> hashes;
  private final Optional<BinaryBodies> bodies;
  private final Optional<DeflateProbe> probe;
  private final int depth;

  /** Entries of the packages around this one before it: what is asked counts them, too. */
  private final int offset;

  private final NestedBytes room;
  private int base;
  private int layer;
  private long unpacked;

  /** Bytes of the outer file of all entries. */
  private long weight;

  /** Bytes of the outer file for what is in the last entry; -1 if that is no package. */
  private long inside = -1;

  /**
   * A scan.
   *
   * @param baseLabel what lies in the package itself
   * @param question what is asked of binaries; empty if nothing
   * @param hashes where the hashes of contents go; empty if nobody wants them
   * @param bodies who compares binaries; empty if nobody wants it
   * @param probe who deflates what is stored in the package itself; empty if nobody wants it
   */
  PackageScan(
      String baseLabel,
      Optional<EntryQuestion> question,
      Optional<ContentHashes> hashes,
      Optional<BinaryBodies> bodies,
      Optional<DeflateProbe> probe) {
    this(baseLabel, question, hashes, bodies, probe, 0, 0, new NestedBytes());
  }

  private PackageScan(
      String baseLabel,
      Optional<EntryQuestion> question,
      Optional<ContentHashes> hashes,
      Optional<BinaryBodies> bodies,
      Optional<DeflateProbe> probe,
      int depth,
      int offset,
      NestedBytes room) {
    this.probe = probe;
    this.question = question;
    this.hashes = hashes;
    this.bodies = bodies;
    this.depth = depth;
    this.offset = offset;
    this.room = room;
    base = table.add(PackageLayer.archive(baseLabel));
    layer = base;
  }

  /** A scan of a package in this one, of which the same is asked. */
  private PackageScan ofNested() {
    return new PackageScan(
        "", question, hashes, bodies, Optional.empty(), depth + 1, offset + table.count(), room);
  }

  EntryTable table() {
    return table;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Bytes of what entries would deflate to. */
  Map<Integer, Long> deflated() {
    return probe.map(DeflateProbe::sizes).orElse(Map.of());
  }

  /** What follows lies in a layer. */
  void begin(PackageLayer next) {
    layer = table.add(next);
    base = layer;
    parts.clear();
  }

  /**
   * A file of an image that is no layer of it.
   *
   * @param outside what it is if it is no part of the image
   */
  void document(ImageFiles.ImageFile file, Optional<String> outside) throws IOException {
    Region content = file.content();
    if (outside.isPresent()) {
      table.add(layer, file.header(), ContentType.of(outside.get()));
    } else {
      entry(file.header(), PackageWalk.contents(content));
    }
    weighed(file.overhead(), content.shipped(), content.length());
  }

  @Override
  public void part(String name) {
    layer =
        name.isEmpty()
            ? base
            : parts.computeIfAbsent(name, key -> table.add(PackageLayer.archive(key)));
  }

  @Override
  public void own(String label, long shipped) {
    table.addOwn(layer, label, shipped);
  }

  @Override
  public void entry(EntryHeader header, ContentStream content) throws IOException {
    if (!header.problem().isEmpty()) {
      table.add(layer, header, ContentType.UNREADABLE);
      diagnostics.warn(header.path(), -1, "contents that can be unpacked", header.problem());
      return;
    }
    if (header.kind() != EntryKind.FILE) {
      table.add(layer, header, typeOf(header.kind()));
      return;
    }
    file(header, content);
  }

  private static ContentType typeOf(EntryKind kind) {
    return switch (kind) {
      case DIRECTORY -> ContentType.DIRECTORY;
      case SYMBOLIC_LINK, HARD_LINK -> ContentType.LINK;
      case DEVICE -> ContentType.DEVICE;
      case SPARSE_FILE -> ContentType.SPARSE;
      case FILE, OTHER -> ContentType.OTHER;
    };
  }

  private void file(EntryHeader header, ContentStream content) throws IOException {
    Optional<Region> plain = content.rest();
    long start = content.used();
    byte[] head = new byte[ContentType.HEAD];
    int count = content.readUpTo(head, 0, head.length);
    String path = EntryTable.plain(header.path());
    boolean isWhiteout = table.layers().get(layer).isFileSystem() && Overlay.isWhiteout(path);
    ContentType type = isWhiteout ? ContentType.WHITEOUT : ContentTypes.of(path, head, count);
    boolean mayBePackage =
        !isWhiteout && !type.isBinary() && NestedPackage.mayBe(path, head, count);
    if (mayBePackage && depth < Limits.MAX_PACKAGE_DEPTH && isOpened()) {
      try {
        Region packed = plain.isPresent() ? plain.get() : loaded(path, content, head, count, start);
        nested(header, path, type, packed);
      } catch (UnsupportedBinaryException e) {
        // Too large to be unpacked for what is in it; of its contents nothing more is read.
        diagnostics.warn(path, e.fileOffset(), e.expected(), e.found());
        table.add(layer, header, type);
      }
      return;
    }
    if (type.isBinary()
        && depth < Limits.MAX_PACKAGE_DEPTH
        && NestedPackage.mayBePackedProgram(head, count)) {
      Region whole = whole(plain, path, content, head, count, start);
      if (isUnpacked(path, whole)) {
        nested(header, path, type, whole);
        return;
      }
      plain = Optional.of(whole);
    }
    int entry = table.add(layer, header, type);
    boolean isProbed = probe.isPresent() && (plain.isPresent() || header.codec().equals("deflate"));
    boolean isAsked = (type.isBinary() && question.isPresent()) || isCompared(type);
    if (isAsked || isProbed) {
      Region whole = whole(plain, path, content, head, count, start);
      if (isProbed) {
        probe.get().add(entry, whole.bytes());
      }
      if (hashes.isPresent()) {
        hashes.get().add(offset + entry, whole.bytes());
      }
      if (isAsked) {
        ask(entry, path, whole);
      }
    } else if (hashes.isPresent()) {
      if (plain.isPresent()) {
        hashes.get().add(offset + entry, plain.get().bytes());
      } else {
        hashes.get().add(offset + entry, head, count, content);
      }
    }
  }

  /** Contents in reach of random access. */
  private static Region whole(
      Optional<Region> plain,
      String path,
      ContentStream content,
      byte[] head,
      int count,
      long start)
      throws IOException {
    return plain.isPresent()
        ? plain.get()
        : LoadedContent.read(content, path, Arrays.copyOf(head, count), start);
  }

  /** Whether a program is one that UPX has packed, and there is room to unpack it. */
  private boolean isUnpacked(String path, Region program) {
    OptionalLong size = PackageFormat.unpackedSize(program.bytes());
    if (size.isEmpty() || !isOpened()) {
      return false;
    }
    boolean fits = size.getAsLong() <= room.left();
    if (fits) {
      room.take(size.getAsLong());
    } else {
      String most = "at most " + room.left() + " bytes more of packed programs";
      diagnostics.warn(path, -1, most, size.getAsLong() + " bytes");
    }
    return fits;
  }

  /** Whether one more package in this one is opened; the first that is not is told. */
  private boolean isOpened() {
    int excess = room.excess();
    if (excess == 1) {
      String most = "at most " + Limits.MAX_PACKAGES_INSIDE + " packages in it";
      diagnostics.warn("package", -1, most, "more, which are not opened");
    }
    return excess <= 0;
  }

  private boolean isCompared(ContentType type) {
    return bodies.isPresent() && BinaryBodies.compares(type);
  }

  private Region loaded(String path, ContentStream content, byte[] head, int count, long start)
      throws IOException {
    Region region =
        LoadedContent.read(content, path, Arrays.copyOf(head, count), start, room.left());
    room.take(region.length());
    return region;
  }

  /** An entry that may be a package itself: what is in it comes first. */
  private void nested(EntryHeader header, String path, ContentType type, Region packed)
      throws IOException {
    PackageScan scan = ofNested();
    boolean isPackage = false;
    try {
      isPackage = NestedPackage.walk(path, packed, scan);
      if (scan.table.count() > Limits.MAX_PACKAGE_ENTRIES - 1 - table.count()) {
        throw tooMany();
      }
    } catch (BinaryException e) {
      isPackage = false;
      diagnostics.warn(path + ": " + e.structure(), e.fileOffset(), e.expected(), e.found());
    }
    if (isPackage) {
      take(path, scan);
    } else {
      int first = offset + table.count();
      question.ifPresent(asked -> asked.withdraw(first));
      hashes.ifPresent(known -> known.withdraw(first));
      bodies.ifPresent(known -> known.withdraw(first));
    }
    int entry = table.add(layer, header, isPackage ? NestedPackage.type(type) : type);
    if (isPackage) {
      int count = scan.table.count();
      table.putInside(entry, new EntryTable.Inside(count, packed.shipped(), packed.length()));
    }
    if (hashes.isPresent()) {
      hashes.get().add(offset + entry, packed.bytes());
    }
    if (probe.isPresent() && header.codec().isEmpty()) {
      probe.get().add(entry, packed.bytes());
    }
    if (!isPackage && type.isBinary()) {
      // A packed program that is damaged is what it is in the file.
      ask(entry, path, packed);
    }
  }

  private static UnsupportedBinaryException tooMany() {
    String most = "at most " + Limits.MAX_PACKAGE_ENTRIES + " entries";
    return new UnsupportedBinaryException("package", -1, most, "more");
  }

  private void take(String path, PackageScan scan) {
    table.takeAll(layer, path, scan.table);
    scan.diagnostics.list().forEach(one -> takeDefect(path, one));
    inside = scan.weight;
    weight += scan.weight;
    unpacked += scan.unpacked;
  }

  private void takeDefect(String path, Diagnostic one) {
    diagnostics.warn(path + "!/" + one.structure(), one.fileOffset(), one.expected(), one.found());
  }

  private void ask(int entry, String path, Region binary) {
    try {
      if (question.isPresent()) {
        question.get().ask(offset + entry, path, binary);
      }
      String hash = hashes.map(all -> all.of(offset + entry)).orElse("");
      if (isCompared(table.type(entry)) && bodies.orElseThrow().isNew(hash)) {
        bodies.orElseThrow().add(offset + entry, path, binary);
      }
    } catch (BinaryException e) {
      boolean isNamed = e.structure().startsWith(path + ": ");
      String where = isNamed ? e.structure() : path + ": " + e.structure();
      diagnostics.warn(where, e.fileOffset(), e.expected(), e.found());
    }
  }

  @Override
  public void defect(String path, long offset, String expected, String found) {
    diagnostics.warn(path, offset, expected, found);
  }

  @Override
  public void weighed(long overhead, long shipped, long fileSize) {
    if (inside >= 0) {
      // What is in it has been weighed; headers and indexes of the package itself are left.
      table.weigh(overhead + shipped - inside, 0, 0);
      weight += overhead + shipped - inside;
      inside = -1;
      return;
    }
    table.weigh(overhead, shipped, fileSize);
    weight += overhead + shipped;
    // Sizes are what the package says, and need not be true.
    boolean isTooMuch = fileSize > Limits.MAX_PACKAGE_CONTENTS - unpacked;
    unpacked += isTooMuch ? 0 : fileSize;
    if (isTooMuch) {
      throw new UnsupportedBinaryException(
          "package", -1, "at most " + Limits.MAX_PACKAGE_CONTENTS + " bytes of contents", "more");
    }
  }
}
