package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOTE;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Allowance;
import dev.weighbridge.formats.elf.headers.ElfImage;
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

  /** The notes of all note sections, in the order of the sections. */
  List<ElfNote> read() {
    Allowance allowance = new Allowance(image.file().length());
    for (ElfSection section : image.sections()) {
      if (section.type() == SHT_NOTE) {
        Bytes bytes = image.content(section);
        if (allowance.take(bytes.length()) == bytes.length()) {
          read(bytes, image.start(section), section.alignment() == 8 ? 8 : 4);
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
