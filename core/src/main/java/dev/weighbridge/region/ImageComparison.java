package dev.weighbridge.region;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.firmware.FirmwareImage;
import dev.weighbridge.formats.firmware.FirmwareImage.Block;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A program beside the image of it that is written to flash: which bytes both have, which differ,
 * and which only one has. Immutable.
 *
 * @param image the image, at the addresses where its bytes were compared
 * @param rows by ascending address: what of each section, and of each range outside of all, is of
 *     one sort
 */
public record ImageComparison(FirmwareImage image, List<Row> rows) {
  /** What a range is. */
  public enum Type {
    /** The image has what a section of the program has. */
    SAME("same"),
    /** The image has other bytes than the section. */
    DIFFERENT("different"),
    /** Bytes of the image that no section has, all of one value: gaps that a tool has filled. */
    FILL("fill"),
    /** Bytes of the image that no section has. */
    ONLY_IMAGE("only in the image"),
    /** Bytes of a section that the image has not. */
    ONLY_PROGRAM("only in the program");

    private final String title;

    Type(String title) {
      this.title = title;
    }

    /** What people call it: {@code only in the image}. */
    public String title() {
      return title;
    }

    /** The word used in machine output: {@code only-image}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Bytes of one sort; of a section all of that sort, which need not follow each other.
   *
   * @param type what they are
   * @param address where the first one is stored
   * @param size how many
   * @param section name of the section; empty if no section has these bytes
   */
  public record Row(Type type, long address, long size, String section) {
    /** Refuses null. */
    public Row {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(section, "section");
    }
  }

  /** Bytes of a section, or of a segment where there are no sections. */
  private record Stored(String name, long address, Bytes bytes) {
    long end() {
      return address + bytes.length();
    }
  }

  /** Copies the list. */
  public ImageComparison {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(rows, "rows");
    rows = List.copyOf(rows);
  }

  /**
   * Compares a program with an image of it. A raw image is laid where most of its bytes agree.
   *
   * @param name what the image is called in errors
   * @throws UnsupportedBinaryException if the program has no bytes to store, or a raw image has
   *     none of them
   */
  public static ImageComparison of(Attribution attribution, String name, FirmwareImage image) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(image, "image");
    attribution.file().requireBytes();
    List<Stored> stored = stored(attribution);
    if (stored.isEmpty()) {
      throw new UnsupportedBinaryException(
          attribution.file().name(), -1, "a program with bytes at addresses", "none");
    }
    FirmwareImage placed = image.hasAddresses() ? image : place(name, image, stored);
    List<Row> rows = new ArrayList<>();
    for (Block block : placed.blocks()) {
      compare(block, stored, rows);
    }
    addMissing(placed, stored, rows);
    rows.sort((one, other) -> Long.compareUnsigned(one.address(), other.address()));
    return new ImageComparison(placed, rows);
  }

  /** How many bytes there are of a type. */
  public long size(Type type) {
    Objects.requireNonNull(type, "type");
    return rows.stream().filter(row -> row.type() == type).mapToLong(Row::size).sum();
  }

  /** What the program stores, by ascending address; of what overlaps the first counts. */
  private static List<Stored> stored(Attribution attribution) {
    List<Stored> all = new ArrayList<>();
    Bytes file = attribution.file().bytes();
    LoadedRanges loaded = new LoadedRanges(attribution);
    int section = 0;
    int segment = 0;
    for (BinaryImage image : attribution.file().images()) {
      for (int row = 0; row < image.sections().count(); row++) {
        Section facts = image.sections().row(row);
        long shift = loaded.shift(section + row, -1);
        if (shift != LoadedRanges.UNPLACED && shift != LoadedRanges.NOWHERE) {
          Bytes bytes = file.slice(facts.fileStart(), facts.fileEnd());
          all.add(new Stored(facts.name(), facts.address() + shift, bytes));
        }
      }
      for (int row = 0; image.sections().count() == 0 && row < image.segments().count(); row++) {
        Segment facts = image.segments().row(row);
        long shift = loaded.shift(-1, segment + row);
        if (shift != LoadedRanges.UNPLACED && facts.fileEnd() > facts.fileStart()) {
          Bytes bytes = file.slice(facts.fileStart(), facts.fileEnd());
          all.add(new Stored(facts.name() + " #" + row, facts.address() + shift, bytes));
        }
      }
      section += image.sections().count();
      segment += image.segments().count();
    }
    all.sort((one, other) -> Long.compareUnsigned(one.address(), other.address()));
    List<Stored> disjoint = new ArrayList<>();
    for (Stored next : all) {
      boolean isFree =
          disjoint.isEmpty()
              || Long.compareUnsigned(disjoint.get(disjoint.size() - 1).end(), next.address()) <= 0;
      if (isFree) {
        disjoint.add(next);
      }
    }
    return disjoint;
  }

  /**
   * Lays a raw image so that it begins with a section, where most bytes agree that are not just
   * empty flash; three quarters of them must.
   */
  private static FirmwareImage place(String name, FirmwareImage image, List<Stored> stored) {
    FirmwareImage best = image;
    long most = 0;
    for (Stored candidate : stored) {
      FirmwareImage placed = image.at(candidate.address());
      long agree = agreement(placed.blocks().get(0), stored);
      if (agree > most) {
        most = agree;
        best = placed;
      }
    }
    if (most == 0) {
      throw new UnsupportedBinaryException(
          name, -1, "a raw image that begins with a section of the program", "other bytes");
    }
    return best;
  }

  /** How many telling bytes agree; 0 if fewer than three quarters of them do. */
  private static long agreement(Block block, List<Stored> stored) {
    long agree = 0;
    long differ = 0;
    for (Stored section : stored) {
      long end = Math.min(block.end(), section.end());
      for (long at = Math.max(block.address(), section.address()); at < end; at++) {
        int value = section.bytes().u8(at - section.address());
        if (value != 0 && value != 0xFF) {
          boolean isSame = isSame(block, section, at);
          agree += isSame ? 1 : 0;
          differ += isSame ? 0 : 1;
        }
      }
    }
    return agree >= 3 * differ ? agree : 0;
  }

  private static void compare(Block block, List<Stored> stored, List<Row> rows) {
    long at = block.address();
    for (Stored section : stored) {
      long start = Math.max(at, section.address());
      long end = Math.min(block.end(), section.end());
      if (start >= end) {
        continue;
      }
      addOwn(block, at, start, rows);
      addCompared(block, section, start, end, rows);
      at = end;
    }
    addOwn(block, at, block.end(), rows);
  }

  /** Adds bytes that no section has: runs of one value apart from others. */
  private static void addOwn(Block block, long from, long to, List<Row> rows) {
    if (from >= to) {
      return;
    }
    int first = block.bytes().u8(from - block.address());
    boolean isFill = first == 0 || first == 0xFF;
    for (long at = from; isFill && at < to; at++) {
      isFill = block.bytes().u8(at - block.address()) == first;
    }
    rows.add(new Row(isFill ? Type.FILL : Type.ONLY_IMAGE, from, to - from, ""));
  }

  private static void addCompared(
      Block block, Stored section, long start, long end, List<Row> rows) {
    long same = 0;
    long firstSame = end;
    long firstOther = end;
    for (long at = start; at < end; at++) {
      if (isSame(block, section, at)) {
        same++;
        firstSame = Math.min(firstSame, at);
      } else {
        firstOther = Math.min(firstOther, at);
      }
    }
    if (same > 0) {
      rows.add(new Row(Type.SAME, firstSame, same, section.name()));
    }
    if (same < end - start) {
      rows.add(new Row(Type.DIFFERENT, firstOther, end - start - same, section.name()));
    }
  }

  private static boolean isSame(Block block, Stored section, long at) {
    return block.bytes().u8(at - block.address()) == section.bytes().u8(at - section.address());
  }

  private static void addMissing(FirmwareImage image, List<Stored> stored, List<Row> rows) {
    for (Stored section : stored) {
      long at = section.address();
      for (Block block : image.blocks()) {
        long start = Math.max(at, block.address());
        long end = Math.min(section.end(), block.end());
        if (start < end) {
          addMissing(section, at, start, rows);
          at = end;
        }
      }
      addMissing(section, at, section.end(), rows);
    }
  }

  private static void addMissing(Stored section, long from, long to, List<Row> rows) {
    if (from < to) {
      rows.add(new Row(Type.ONLY_PROGRAM, from, to - from, section.name()));
    }
  }
}
