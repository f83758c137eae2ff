package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.ELFCOMPRESS_ZLIB;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ELFCOMPRESS_ZSTD;
import static dev.weighbridge.formats.elf.headers.ElfConstants.PT_GNU_RELRO;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_COMPRESSED;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NULL;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfCompression;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.internal.cuda.FatBinary;
import java.util.EnumSet;
import java.util.Set;

/** States the sections of an ELF file, one row for each section header, the null one included. */
final class ElfSections {
  private final ElfFile elf;
  private final ImageBuilder image;
  private long relroStart;
  private long relroEnd;

  ElfSections(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
  }

  void state() {
    for (ElfProgramHeader segment : elf.programHeaders()) {
      if (segment.type() == PT_GNU_RELRO) {
        relroStart = segment.address();
        relroEnd = segment.address() + segment.memorySize();
      }
    }
    for (ElfSection section : elf.sections()) {
      state(section);
      if ((section.flags() & SHF_COMPRESSED) != 0) {
        elf.compression(section).ifPresent(header -> checkType(section, header));
      }
    }
  }

  /** gABI 4, compression header: two algorithms are defined. */
  private void checkType(ElfSection section, ElfCompression header) {
    int type = header.type();
    if (type != ELFCOMPRESS_ZLIB && type != ELFCOMPRESS_ZSTD) {
      image
          .diagnostics()
          .warn(
              "elf.section[" + section.index() + "].ch_type",
              header.fileStart(),
              "1 (zlib) or 2 (zstd)",
              Integer.toUnsignedString(type));
    }
  }

  private void state(ElfSection section) {
    if (section.type() == SHT_NULL) {
      image.section(section.name(), 0, 0, 0, 0, 1, Kind.OTHER, Set.of());
      return;
    }
    Kind kind = ElfKinds.of(section, isReadOnlyAfterRelocation(section));
    long end = elf.bytes().length();
    boolean isEmpty = section.fileSize() == 0;
    image.section(
        section.name(),
        isEmpty ? Math.min(section.offset() & Long.MAX_VALUE, end) : section.offset(),
        section.fileSize(),
        section.address(),
        section.memorySize(),
        section.alignment(),
        kind,
        traits(section, kind));
    if (FatBinary.isIn(section.name())) {
      long start = Math.min(section.offset() & Long.MAX_VALUE, end);
      FatBinary.state(image, elf.bytes(), start, start + Math.min(section.fileSize(), end - start));
    }
  }

  private boolean isReadOnlyAfterRelocation(ElfSection section) {
    return Long.compareUnsigned(section.address(), relroStart) >= 0
        && Long.compareUnsigned(section.address(), relroEnd) < 0
        && section.statedSize() <= relroEnd - section.address();
  }

  private static Set<SectionTrait> traits(ElfSection section, Kind kind) {
    Set<SectionTrait> traits = EnumSet.noneOf(SectionTrait.class);
    if (section.isLoaded()) {
      traits.add(SectionTrait.LOADED);
    }
    if (section.isExecutable()) {
      traits.add(SectionTrait.EXECUTABLE);
    }
    if (section.isWritable()) {
      traits.add(SectionTrait.WRITABLE);
    }
    if (section.isThreadLocal()) {
      traits.add(SectionTrait.THREAD_LOCAL);
    }
    if (section.isCompressed()) {
      traits.add(SectionTrait.COMPRESSED);
    }
    if (ElfKinds.isMetadata(section, kind)) {
      traits.add(SectionTrait.METADATA);
    }
    return traits;
  }
}
