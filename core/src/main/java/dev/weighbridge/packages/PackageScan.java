package dev.weighbridge.packages;

import dev.weighbridge.formats.packages.ContentStream;
import dev.weighbridge.formats.packages.EntryHeader;
import dev.weighbridge.formats.packages.EntryKind;
import dev.weighbridge.formats.packages.PackageVisitor;
import dev.weighbridge.formats.packages.PackageWalk;
import dev.weighbridge.formats.packages.Region;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fills the table of entries while a package is gone through, and asks each binary on the way. */
final class PackageScan implements PackageVisitor {
  private final EntryTable table = new EntryTable();
  private final Diagnostics diagnostics = new Diagnostics();
  private final Map<Integer, PackageRow> binaries = new HashMap<>();
  private final Map<String, Integer> parts = new HashMap<>();
  private final Optional<BinaryQuestion> question;
  private final Optional<ContentHashes> hashes;
  private final Optional<DeflateProbe> probe;
  private int base;
  private int layer;
  private long unpacked;

  /**
   * A scan.
   *
   * @param baseLabel what lies in the package itself
   * @param question what is asked of binaries; empty if nothing
   * @param hashes where the hashes of contents go; empty if nobody wants them
   * @param probe who deflates what is stored in the package itself; empty if nobody wants it
   */
  PackageScan(
      String baseLabel,
      Optional<BinaryQuestion> question,
      Optional<ContentHashes> hashes,
      Optional<DeflateProbe> probe) {
    this.probe = probe;
    this.question = question;
    this.hashes = hashes;
    base = table.add(PackageLayer.archive(baseLabel));
    layer = base;
  }

  EntryTable table() {
    return table;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Map<Integer, PackageRow> binaries() {
    return binaries;
  }

  /** What entries that are stored would save if they were deflated. */
  Map<Integer, Long> deflatable() {
    return probe.map(DeflateProbe::savings).orElse(Map.of());
  }

  /** What follows lies in a layer. */
  void begin(PackageLayer next) {
    layer = table.add(next);
    base = layer;
    parts.clear();
  }

  /** A file of an image that is no layer of it. */
  void document(ImageFiles.ImageFile file, boolean isUnreferenced) throws IOException {
    Region content = file.content();
    if (isUnreferenced) {
      table.add(layer, file.header(), ContentType.of("[unreferenced blob]"));
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
    int entry = table.add(layer, header, type);
    if (probe.isPresent() && plain.isPresent()) {
      probe.get().add(entry, plain.get().bytes());
    }
    boolean isAsked = type.isBinary() && question.isPresent();
    if (isAsked) {
      Region binary =
          plain.isPresent()
              ? plain.get()
              : LoadedContent.read(content, path, Arrays.copyOf(head, count), start);
      ask(entry, path, binary, question.get());
      if (hashes.isPresent()) {
        hashes.get().add(entry, binary.bytes());
      }
    } else if (hashes.isPresent()) {
      hashes.get().add(entry, head, count, content);
    }
  }

  private void ask(int entry, String path, Region binary, BinaryQuestion asked) {
    try {
      binaries.put(entry, asked.ask(path, binary));
    } catch (BinaryException e) {
      diagnostics.warn(path + ": " + e.structure(), e.fileOffset(), e.expected(), e.found());
    }
  }

  @Override
  public void weighed(long overhead, long shipped, long fileSize) {
    table.weigh(overhead, shipped, fileSize);
    // Sizes are what the package says, and need not be true.
    boolean isTooMuch = fileSize > Limits.MAX_PACKAGE_CONTENTS - unpacked;
    unpacked += isTooMuch ? 0 : fileSize;
    if (isTooMuch) {
      throw new UnsupportedBinaryException(
          "package", -1, "at most " + Limits.MAX_PACKAGE_CONTENTS + " bytes of contents", "more");
    }
  }
}
