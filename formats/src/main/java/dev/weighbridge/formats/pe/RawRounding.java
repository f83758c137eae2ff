package dev.weighbridge.formats.pe;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.pe.headers.PeHeader;
import dev.weighbridge.formats.pe.headers.PeOptionalHeader;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Arrays;
import java.util.List;

/**
 * Where sections of an image lie in the file as the loader of Windows takes it: it rounds the
 * pointer down to {@value #SECTOR} bytes and the size up to {@code FileAlignment}, unless the image
 * is one of low alignment, whose sections lie in memory as in the file.
 */
final class RawRounding {
  private static final int SECTOR = 512;
  private static final int PAGE = 4096;

  private final Bytes file;
  private final PeHeader header;
  private final PeOptionalHeader optional;
  private final Diagnostics diagnostics;

  RawRounding(Bytes file, PeHeader header, PeOptionalHeader optional, Diagnostics diagnostics) {
    this.file = file;
    this.header = header;
    this.optional = optional;
    this.diagnostics = diagnostics;
  }

  /** Rounds the sections in a list; what had to be rounded is a warning. */
  void of(List<PeSection> sections) {
    long alignment = optional.fileAlignment();
    boolean isRounded = alignment >= SECTOR && Long.bitCount(alignment) == 1;
    if (!isRounded || optional.sectionAlignment() < PAGE) {
      return;
    }
    for (PeSection section : sections) {
      if (!isAligned(section, alignment)) {
        round(sections, alignment);
        return;
      }
    }
  }

  private static boolean isAligned(PeSection section, long alignment) {
    return section.fileSize() == 0
        || (section.rawOffset() % SECTOR == 0 && section.rawSize() % alignment == 0);
  }

  private void round(List<PeSection> sections, long alignment) {
    long[] starts =
        sections.stream()
            .filter(section -> section.fileSize() > 0)
            .mapToLong(PeSection::rawOffset)
            .sorted()
            .toArray();
    sections.replaceAll(
        section -> isAligned(section, alignment) ? section : rounded(section, alignment, starts));
  }

  private PeSection rounded(PeSection section, long alignment, long[] starts) {
    long start = section.rawOffset() & -SECTOR;
    long end = start + (section.rawSize() + alignment - 1 & -alignment);
    if (start != section.rawOffset()) {
      warn("PointerToRawData", section, SECTOR, section.rawOffset());
    }
    if (end - start != section.rawSize()) {
      warn("SizeOfRawData", section, alignment, section.rawSize());
    }
    // Beyond what is stated there is only what nothing else claims.
    long stated = section.rawOffset() + section.rawSize();
    long least = start == section.rawOffset() ? stated : Math.min(stated, end);
    return section.placed(start, Math.max(least, Math.min(end, next(stated, starts))) - start);
  }

  /** Where something else begins behind a place: a section, the symbol table, the file's end. */
  private long next(long place, long[] starts) {
    int found = Arrays.binarySearch(starts, place);
    int index = found < 0 ? -found - 1 : found;
    long next = index < starts.length ? Math.min(file.length(), starts[index]) : file.length();
    long symbols = header.symbolTableOffset();
    return symbols >= place ? Math.min(next, symbols) : next;
  }

  private void warn(String field, PeSection section, long alignment, long found) {
    diagnostics.warn(
        "pe.section[" + section.index() + "]." + field,
        section.fileStart(),
        "a multiple of " + alignment,
        Long.toString(found));
  }
}
