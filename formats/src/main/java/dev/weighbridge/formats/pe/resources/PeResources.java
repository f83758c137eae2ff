package dev.weighbridge.formats.pe.resources;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_RESOURCE;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.pe.headers.PeArea;
import dev.weighbridge.formats.pe.headers.PeImage;
import dev.weighbridge.formats.problems.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * The resource tree of an image, flattened: type, name and language lead to each resource. PE
 * Format, The .rsrc Section.
 *
 * @param directories the tables of the tree, each before those it points at
 * @param names the texts that name types and resources, in the order met
 * @param resources the leaves
 */
public record PeResources(List<Directory> directories, List<Name> names, List<Resource> resources) {
  private static final int HEADER = 16;
  private static final int ENTRY = 8;
  private static final int DATA_ENTRY = 16;

  /** Type, name, language; a deeper tree is not one. */
  private static final int DEPTH = 3;

  /**
   * One table of the tree.
   *
   * @param depth 0 for the list of types, 1 for names, 2 for languages
   * @param entryCount how many entries it has
   * @param fileStart first byte in the file
   * @param fileEnd end of its entries, exclusive
   */
  public record Directory(int depth, int entryCount, long fileStart, long fileEnd) {}

  /**
   * One text that names a type or resource.
   *
   * @param text the name
   * @param fileStart first byte of its length in the file
   * @param fileEnd end of its characters, exclusive
   */
  public record Name(String text, long fileStart, long fileEnd) {
    /** Refuses null. */
    public Name {
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * One resource.
   *
   * @param type a number such as {@code 24}, or a name in quotes
   * @param name a number or a name in quotes
   * @param language a Windows language identifier
   * @param codePage of its texts
   * @param dataRva address of its data relative to the image base
   * @param dataSize bytes of its data, as stated
   * @param dataStart file offset of its data, -1 if they are not in the file
   * @param dataEnd end of its data as far as they are in the file, exclusive; -1 likewise
   * @param fileStart first byte of its data entry in the file
   * @param fileEnd end of its data entry, exclusive
   */
  public record Resource(
      String type,
      String name,
      int language,
      long codePage,
      long dataRva,
      long dataSize,
      long dataStart,
      long dataEnd,
      long fileStart,
      long fileEnd) {
    /** Refuses null. */
    public Resource {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(name, "name");
    }
  }

  /** Makes the lists immutable. */
  public PeResources {
    Objects.requireNonNull(directories, "directories");
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(resources, "resources");
    directories = List.copyOf(directories);
    names = List.copyOf(names);
    resources = List.copyOf(resources);
  }

  /** Walks the tree of the data directory. */
  public static PeResources read(PeImage image) {
    Objects.requireNonNull(image, "image");
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_RESOURCE, "pe.resources");
    Reader reader = new Reader(image, area);
    if (!area.isEmpty()) {
      reader.read();
    }
    return new PeResources(reader.directories, reader.names, reader.resources);
  }

  /** Walks the tree with a stack of its own; each table is visited once. */
  private static final class Reader {
    private record Pending(long offset, List<String> path) {}

    private final PeImage image;
    private final Bytes file;
    private final PeArea area;
    private final List<Directory> directories = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final BitSet visited = new BitSet();

    Reader(PeImage image, PeArea area) {
      this.image = image;
      this.file = image.file();
      this.area = area;
    }

    void read() {
      pending.add(new Pending(0, List.of()));
      while (!pending.isEmpty() && resources.size() < Limits.MAX_RESOURCES) {
        Pending next = pending.pop();
        boolean isSound = isInside(next.offset(), HEADER) && next.path().size() < DEPTH;
        if (!isSound || visited.get((int) next.offset())) {
          complain(next.offset(), "a new table of depth 0 to 2");
          continue;
        }
        visited.set((int) next.offset());
        directory(next);
      }
    }

    private boolean isInside(long offset, long size) {
      return offset >= 0 && offset <= area.size() - size && offset <= Integer.MAX_VALUE;
    }

    private void complain(long offset, String expected) {
      image
          .diagnostics()
          .warn(
              "pe.resources",
              area.fileStart() + offset,
              expected,
              "offset 0x" + Long.toHexString(offset));
    }

    private void directory(Pending table) {
      long start = area.fileStart() + table.offset();
      int stated = file.u16(start + 12) + file.u16(start + 14);
      int count = (int) Math.min(stated, (area.fileEnd() - start - HEADER) / ENTRY);
      if (count < stated) {
        complain(table.offset(), stated + " entries inside the directory");
      }
      long end = start + HEADER + (long) ENTRY * count;
      directories.add(new Directory(table.path().size(), count, start, end));
      for (int i = count - 1; i >= 0; i--) {
        entry(start + HEADER + (long) ENTRY * i, table.path());
      }
    }

    /** The high bit of an entry's offset tells a table from a leaf. */
    private void entry(long at, List<String> parents) {
      List<String> path = new ArrayList<>(parents);
      path.add(name(file.i32(at)));
      int target = file.i32(at + 4);
      long offset = target & Integer.MAX_VALUE;
      if (target < 0) {
        pending.push(new Pending(offset, path));
      } else if (isInside(offset, DATA_ENTRY) && resources.size() < Limits.MAX_RESOURCES) {
        leaf(area.fileStart() + offset, path);
      } else {
        complain(offset, "a data entry inside the directory");
      }
    }

    private String name(int value) {
      if (value >= 0) {
        return Integer.toString(value);
      }
      long offset = value & Integer.MAX_VALUE;
      if (!isInside(offset, 2)) {
        complain(offset, "a name inside the directory");
        return "\"\"";
      }
      long start = area.fileStart() + offset;
      long length = Math.min(2L * file.u16(start), area.fileEnd() - start - 2);
      byte[] characters = file.toArray(start + 2, start + 2 + length);
      String text = new String(characters, StandardCharsets.UTF_16LE);
      names.add(new Name(text, start, start + 2 + length));
      return "\"" + text + "\"";
    }

    private void leaf(long at, List<String> path) {
      long rva = file.u32(at);
      long size = file.u32(at + 4);
      PeArea data = size == 0 ? PeArea.NONE : image.area(rva, size, "pe.resources.data");
      resources.add(
          new Resource(
              path.get(0),
              path.size() > 1 ? path.get(1) : "",
              path.size() > 2 ? language(path.get(2)) : 0,
              file.u32(at + 8),
              rva,
              size,
              data.isEmpty() ? -1 : data.fileStart(),
              data.isEmpty() ? -1 : data.fileEnd(),
              at,
              at + DATA_ENTRY));
    }

    private static int language(String text) {
      return text.startsWith("\"") ? 0 : Integer.parseInt(text);
    }
  }
}
