package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The resources of a packed program: a directory of all, and those that anybody must be able to
 * read in the file, such as icons, as they were, each behind the address that it had.
 */
final class PeResources {
  private static final int LEVELS = 3;
  private static final int DIRECTORY = 16;
  private static final int ENTRY = 8;
  private static final int LEAF = 16;
  private static final long POINTER = 0x8000_0000L;
  private static final int ICON_GROUP = 14;

  private final Bytes file;
  private final PeHeaders.Section section;
  private final long address;
  private final long start;
  private final Node root;
  private final List<Kept> kept = new ArrayList<>();
  private long count;
  private long size;
  private long nameSize;
  private long keptSize;

  /**
   * A directory, or what it says of a resource at the last level.
   *
   * @param at file offset
   * @param id as the directory above says it; of one with a name, a pointer
   * @param address of the resource in the original; 0 if it is packed
   */
  private record Node(long at, long id, List<Node> below, long address) {}

  /**
   * A resource that is kept.
   *
   * @param start file offset
   * @param address in the original
   */
  record Kept(long start, long size, long address, boolean isIconGroup) {
    long end() {
      return start + size;
    }
  }

  private PeResources(Bytes file, PeHeaders packed) {
    this.file = file.withOrder(ByteOrder.LITTLE_ENDIAN);
    section = packed.lastSection();
    address = packed.directoryAddress(PeHeaders.RESOURCES);
    start = offset(address, 0);
    root = directory(start, 0, 0, 0);
  }

  /**
   * The resources of a file.
   *
   * @throws IndexOutOfBoundsException if its directory does not fit
   */
  static List<Kept> kept(Bytes file, PeHeaders packed) {
    return isIn(packed) ? new PeResources(file, packed).kept : List.of();
  }

  private static boolean isIn(PeHeaders packed) {
    return packed.directorySize(PeHeaders.RESOURCES) != 0;
  }

  /** Puts them into the program, and makes its directory of resources. */
  static void restore(PeImage image, Bytes file, PeHeaders packed) {
    if (isIn(packed) && image.headers().directorySize(PeHeaders.RESOURCES) != 0) {
      new PeResources(file, packed).restore(image);
    }
  }

  private long offset(long of, long most) {
    long offset = of - section.address();
    if (offset < 0
        || offset > section.fileSize() - most
        || !file.contains(section.fileStart() + offset, most)) {
      throw new IndexOutOfBoundsException("resource at " + of);
    }
    return section.fileStart() + offset;
  }

  private void requireRoom(long bytes) {
    if (bytes > section.fileSize()) {
      throw new IndexOutOfBoundsException("more resources than the section has room for");
    }
  }

  private Node directory(long at, long id, int level, long type) {
    int entries = file.u16(at + 12) + file.u16(at + 14);
    count += entries;
    requireRoom(ENTRY * count);
    size += DIRECTORY + (long) ENTRY * entries;
    List<Node> below = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      long entry = at + DIRECTORY + (long) ENTRY * i;
      long name = file.u32(entry);
      if (name >= POINTER) {
        nameSize += nameSize(name);
        requireRoom(nameSize);
      }
      long child = start + (file.u32(entry + 4) & ~POINTER);
      below.add(
          level == LEVELS - 1
              ? leaf(child, name, type)
              : directory(child, name, level + 1, level == 0 ? name : type));
    }
    return new Node(at, id, below, 0);
  }

  private Node leaf(long at, long id, long type) {
    size += LEAF;
    long of = file.u32(at);
    if (of <= address) {
      return new Node(at, id, List.of(), 0);
    }
    long bytes = (file.u32(at + 4) + 3) & ~3L;
    long place = offset(of, bytes);
    keptSize += bytes;
    requireRoom(keptSize);
    long original = file.u32(place - 4);
    kept.add(new Kept(place, bytes, original, type == ICON_GROUP));
    return new Node(at, id, List.of(), original);
  }

  private long nameSize(long pointer) {
    return 2 + 2L * file.u16(start + (pointer & ~POINTER));
  }

  private void restore(PeImage image) {
    boolean isCounted = image.iconCount() != 0;
    for (Kept resource : kept) {
      int at = image.at(resource.address());
      image.put(at, file.toArray(resource.start(), resource.end()));
      if (isCounted && resource.isIconGroup()) {
        image.put16(at + 4, image.iconCount());
        isCounted = false;
      }
    }
    int at = image.at(image.headers().directoryAddress(PeHeaders.RESOURCES));
    if (image.bytes().i32(at + 12) == 0 && !root.below().isEmpty()) {
      new Writer(image, at).write();
    }
  }

  /** Writes the directory: all tables, each before those below it, and behind them all names. */
  private final class Writer {
    private final PeImage image;
    private final int target;
    private long next;
    private long nextName = size;

    Writer(PeImage image, int target) {
      this.image = image;
      this.target = target;
    }

    void write() {
      write(root, 0);
      if ((size + nameSize) % 4 != 0) {
        image.put16((int) (target + nextName), 0);
      }
    }

    private void write(Node node, int level) {
      long at = next;
      if (level == LEVELS) {
        next += LEAF;
        put(at, node.at(), LEAF);
        if (node.address() != 0) {
          image.put32((int) (target + at), node.address());
        }
        return;
      }
      next += DIRECTORY + (long) ENTRY * node.below().size();
      put(at, node.at(), DIRECTORY);
      long entry = at + DIRECTORY;
      for (Node child : node.below()) {
        image.put32((int) (target + entry), child.id() >= POINTER ? name(child) : child.id());
        image.put32((int) (target + entry + 4), next + (level < LEVELS - 1 ? POINTER : 0));
        entry += ENTRY;
        write(child, level + 1);
      }
    }

    private long name(Node node) {
      long at = nextName;
      long bytes = nameSize(node.id());
      put(at, start + (node.id() & ~POINTER), bytes);
      nextName += bytes;
      return at + POINTER;
    }

    private void put(long at, long from, long bytes) {
      image.put((int) (target + at), file.toArray(from, from + bytes));
    }
  }
}
