package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.PF_X;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOBITS;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.internal.unwind.CodeRanges;
import dev.weighbridge.formats.internal.unwind.UnwindFacts;

/** States what the unwind tables of an ELF file say: function extents and whom records are for. */
final class ElfUnwind {
  private final ElfFile elf;
  private final ImageBuilder image;

  ElfUnwind(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
  }

  void state() {
    Subject subject = elf.isRelocatable() ? Subject.OFFSET : Subject.ADDRESS;
    UnwindFacts.state(elf.unwindTables(), image, code(), subject);
  }

  /** Where the code is: by the sections, or the segments of a file that has no sections. */
  private CodeRanges code() {
    CodeRanges.Builder code = new CodeRanges.Builder();
    for (ElfSection section : elf.sections()) {
      if (section.isExecutable()) {
        boolean hasBytes = section.type() != SHT_NOBITS;
        code.add(
            elf.isRelocatable() ? section.offset() : section.address(),
            section.statedSize(),
            hasBytes ? section.offset() : -1);
      }
    }
    for (ElfProgramHeader segment : elf.programHeaders()) {
      if (elf.sections().isEmpty() && segment.isLoaded() && (segment.flags() & PF_X) != 0) {
        code.add(segment.address(), segment.fileSize(), segment.offset());
      }
    }
    return code.build();
  }
}
