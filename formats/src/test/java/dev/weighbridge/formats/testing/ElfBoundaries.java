package dev.weighbridge.formats.testing;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.stream.LongStream;

/** Where the headers and contents of a sound ELF file start and end: the places to cut it. */
public final class ElfBoundaries {
  private ElfBoundaries() {}

  /** The positions, ascending, without repetition. */
  public static long[] of(Bytes file) {
    ElfFile elf = ElfFile.of(file);
    LongStream.Builder places = LongStream.builder();
    places.add(16).add(elf.header().fileEnd());
    for (ElfProgramHeader header : elf.programHeaders()) {
      places.add(header.fileStart()).add(header.fileEnd());
    }
    for (ElfSection section : elf.sections()) {
      places.add(section.fileStart()).add(section.fileEnd());
      places.add(section.offset()).add(section.offset() + section.fileSize());
    }
    return places.build().filter(p -> p >= 0 && p <= file.length()).sorted().distinct().toArray();
  }
}
