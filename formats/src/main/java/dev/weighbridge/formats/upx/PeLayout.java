package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.ArrayList;
import java.util.List;

/** Where in the original file is what, and what of the content of the packed data makes it. */
final class PeLayout {
  private final PeImage image;
  private final PeHeaders headers;
  private final long start;
  private final long appended;
  private final List<Placed> sections = new ArrayList<>();
  private final long size;

  /** A section with bytes in the file. */
  record Placed(PeHeaders.Section section, long place, long size) {
    boolean has(long address) {
      return address >= section.address() && address < section.address() + size;
    }
  }

  /**
   * Places all.
   *
   * @param start where the mark of the headers is
   * @param appended bytes behind all sections
   * @param most bytes of all
   */
  PeLayout(PeImage image, long start, long appended, long most) {
    this.image = image;
    headers = image.headers();
    this.start = start;
    this.appended = appended;
    long end = start + headers.wholeSize();
    for (PeHeaders.Section section : headers.sections()) {
      if (section.fileStart() != 0) {
        long place = sections.isEmpty() ? Math.max(end, section.fileStart()) : end;
        long bytes = headers.aligned(section.fileSize());
        sections.add(new Placed(section, place, bytes));
        end = place + bytes;
      }
      if (end > most - appended) {
        throw new MalformedBinaryException(
            "UPX original headers", -1, "sections of " + most + " bytes", "more");
      }
    }
    size = end + appended;
  }

  List<Placed> sections() {
    return sections;
  }

  /** Bytes of the original. */
  long size() {
    return size;
  }

  /**
   * Changes the headers as their restorer does: what was left out is no more, and sizes are new.
   *
   * @param relocations bytes of them; below 0 if they are as they were
   */
  void patch(byte[] inside, PeHeaders packed, int relocations) {
    int at = (int) start;
    int stripped = packed.flags() & PeHeaders.RELOCATIONS_STRIPPED;
    if (stripped != 0) {
      inside[at + PeHeaders.FLAGS] |= (byte) stripped;
      put64(inside, at + headers.directory(PeHeaders.RELOCATIONS), 0);
    } else if (relocations >= 0) {
      put32(inside, at + headers.directory(PeHeaders.RELOCATIONS) + 4, relocations);
    }
    put64(inside, at + headers.directory(PeHeaders.DEBUG), 0);
    put64(inside, at + headers.directory(PeHeaders.ADDRESS_TABLE), 0);
    put64(inside, at + headers.directory(PeHeaders.BOUND_IMPORTS), 0);
    put32(inside, at + PeHeaders.HEADER_SIZE, headers.aligned(start + headers.wholeSize()));
    put32(inside, at + PeHeaders.CHECKSUM, 0);
  }

  private static void put32(byte[] inside, int at, long value) {
    for (int i = 0; i < 4; i++) {
      inside[at + i] = (byte) (value >>> (8 * i));
    }
  }

  private static void put64(byte[] inside, int at, long value) {
    put32(inside, at, value);
    put32(inside, at + 4, value >>> 32);
  }

  /** What makes what; pieces may share bytes, which then cost what all of them do. */
  List<PePiece> pieces(List<PeResources.Kept> resources) {
    List<PePiece> pieces = new ArrayList<>();
    if (start > 0) {
      pieces.add(PePiece.kept(0, start, start));
    }
    PePiece own = copied(start, headers.wholeSize(), image.headersAt(), image.length());
    pieces.add(own);
    memory(pieces);
    if (image.imports() >= 0) {
      long end = image.relocations() >= 0 ? image.relocations() : image.headersAt();
      pieces.add(made(PeHeaders.IMPORTS, image.imports(), end));
    }
    if (image.relocations() >= 0) {
      pieces.add(made(PeHeaders.RELOCATIONS, image.relocations(), image.headersAt()));
    }
    for (PeResources.Kept resource : resources) {
      Range range = range(resource.address(), resource.size());
      pieces.add(PePiece.kept(range.place, range.size, resource.size()));
    }
    if (appended > 0) {
      pieces.add(PePiece.kept(size - appended, appended, appended));
    }
    return pieces;
  }

  private static PePiece copied(long place, long size, long start, long end) {
    return new PePiece(place, size, start, end, PePiece.Form.COPIED);
  }

  /** A piece for each section, to which all memory up to the next one belongs. */
  private void memory(List<PePiece> pieces) {
    List<Placed> sorted = new ArrayList<>(sections);
    sorted.removeIf(placed -> placed.size == 0);
    sorted.sort((a, b) -> Long.compare(a.section.address(), b.section.address()));
    long end = image.memoryEnd();
    if (sorted.isEmpty()) {
      pieces.add(new PePiece(start, headers.wholeSize(), 0, end, PePiece.Form.MADE));
    }
    for (int i = 0; i < sorted.size(); i++) {
      Placed placed = sorted.get(i);
      long from = i == 0 ? 0 : memoryStart(placed);
      long to = i + 1 < sorted.size() ? memoryStart(sorted.get(i + 1)) : end;
      pieces.add(copied(placed.place, placed.size, from, to));
    }
  }

  private long memoryStart(Placed placed) {
    long start = Math.max(0, placed.section.address() - image.base());
    return Math.min(start, image.memoryEnd());
  }

  private PePiece made(int directory, long from, long to) {
    long bytes = headers.directorySize(directory);
    Range range = range(headers.directoryAddress(directory), bytes);
    return new PePiece(range.place, range.size, from, to, PePiece.Form.MADE);
  }

  /** Bytes of the original; where no section has them, its headers. */
  private record Range(long place, long size) {}

  private Range range(long address, long bytes) {
    for (Placed placed : sections) {
      if (placed.has(address)) {
        long offset = address - placed.section.address();
        return new Range(placed.place + offset, Math.max(1, Math.min(bytes, placed.size - offset)));
      }
    }
    return new Range(start, headers.wholeSize());
  }
}
