package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.PT_NOTE;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOTE;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Allowance;
import dev.weighbridge.formats.columns.Coverage;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.notes.ElfNote;
import java.util.ArrayList;
import java.util.List;

/** Reads notes one after the other. gabi 5, note section. */
final class ElfNoteReader {
  private static final int HEADER = 12;

  /** Longer owner names do not exist; a false length must not become a long text. */
  private static final int MAX_OWNER = 256;

  private final ElfImage image;
  private final boolean is64Bit;
  private final List<ElfNote> notes = new ArrayList<>();

  ElfNoteReader(ElfImage image) {
    this.image = image;
    this.is64Bit = image.header().is64Bit();
  }

  /**
   * The notes of all note sections, in the order of the sections; then those of note segments that
   * no such section covers, as in dumps of memory.
   */
  List<ElfNote> read() {
    Allowance allowance = new Allowance(image.file().length());
    Coverage sections = new Coverage();
    for (ElfSection section : image.sections()) {
      if (section.type() == SHT_NOTE) {
        Bytes bytes = image.content(section);
        long start = image.start(section);
        sections.take(start, start + bytes.length());
        if (allowance.take(bytes.length()) == bytes.length()) {
          read(bytes, start, section.alignment() == 8 ? 8 : 4);
        }
      }
    }
    for (ElfProgramHeader segment : image.programHeaders()) {
      boolean isInside = image.file().contains(segment.offset(), segment.fileSize());
      if (segment.type() == PT_NOTE && isInside) {
        long[] left = sections.take(segment.offset(), segment.offset() + segment.fileSize());
        for (int i = 0; i < left.length; i += 2) {
          read(image.file().slice(left[i], left[i + 1]), left[i], segment.alignment() == 8 ? 8 : 4);
        }
      }
    }
    return List.copyOf(notes);
  }

  /** Notes of 8-byte alignment are those of GNU properties; all others are padded to 4. */
  private void read(Bytes bytes, long fileStart, int alignment) {
    long at = 0;
    while (bytes.contains(at, HEADER)) {
      long nameSize = bytes.u32(at);
      long descriptionSize = bytes.u32(at + 4);
      long description = at + aligned(HEADER + nameSize, alignment);
      long next = at + aligned(description - at + descriptionSize, alignment);
      if (!bytes.contains(at + HEADER, nameSize) || !bytes.contains(description, descriptionSize)) {
        image
            .diagnostics()
            .warn(
                "elf.note",
                fileStart + at,
                "sizes up to " + (bytes.length() - at - HEADER),
                nameSize + " and " + descriptionSize);
        return;
      }
      long end = Math.min(next, bytes.length());
      notes.add(
          new ElfNote(
              owner(bytes, at + HEADER, nameSize),
              bytes.i32(at + 8),
              bytes.slice(description, description + descriptionSize),
              is64Bit,
              fileStart + at,
              fileStart + end));
      at = next;
    }
  }

  private static String owner(Bytes bytes, long start, long size) {
    long limit = start + Math.min(size, MAX_OWNER);
    long nul = bytes.indexOf((byte) 0, start, limit);
    return bytes.text(start, nul < 0 ? limit : nul);
  }

  private static long aligned(long size, int alignment) {
    return (size + alignment - 1) / alignment * alignment;
  }
}
