package dev.weighbridge.lint.facts;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.lint.FindingPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * What the debug sections of an ELF file would take if they were compressed with zlib, as `objcopy`
 * does: each on its own, behind a header, and only those that get smaller.
 */
public final class DebugDeflation {
  private static final int SHT_PROGBITS = 1;
  private static final int LEVEL = 6;

  /** {@code Elf64_Chdr} and {@code Elf32_Chdr}. */
  private static final int HEADER_64 = 24;

  private static final int HEADER_32 = 12;

  /** Of files with more debug bytes a part is compressed that takes a fraction of a second. */
  private static final long WHOLE = 16 << 20;

  private static final int PART = 1 << 18;

  private final List<FindingPlace> places = new ArrayList<>();
  private final byte[] out = new byte[PART];
  private final boolean isWhole;
  private long saving;

  private DebugDeflation(ElfFile elf) {
    List<ElfSection> sections = new ArrayList<>();
    long sum = 0;
    for (ElfSection section : elf.sections()) {
      boolean isPlain =
          section.name().startsWith(".debug_")
              && section.type() == SHT_PROGBITS
              && !section.isCompressed()
              && !section.isLoaded();
      if (isPlain) {
        sections.add(section);
        sum += elf.content(section).length();
      }
    }
    isWhole = sum <= WHOLE;
    int header = elf.header().is64Bit() ? HEADER_64 : HEADER_32;
    Deflater deflater = new Deflater(LEVEL);
    try {
      for (ElfSection section : sections) {
        Bytes content = elf.content(section);
        long saved = content.length() - header - deflated(content, sum, deflater);
        if (saved > 0) {
          saving += saved;
          places.add(new FindingPlace(section.name(), section.offset(), content.length()));
        }
      }
    } finally {
      deflater.end();
    }
  }

  /** Of an ELF file. */
  public static DebugDeflation of(ElfFile elf) {
    return new DebugDeflation(elf);
  }

  /** Bytes of a section when compressed; of a part of it, scaled up, if all sections are large. */
  private long deflated(Bytes content, long sum, Deflater deflater) {
    long length = content.length();
    long parts = (length + PART - 1) / PART;
    long taken = isWhole ? parts : Math.max(1, parts * WHOLE / sum);
    long read = 0;
    long written = 0;
    deflater.reset();
    for (long i = 0; i < taken; i++) {
      long start = parts * i / taken * PART;
      byte[] part = content.toArray(start, Math.min(length, start + PART));
      read += part.length;
      deflater.setInput(part);
      if (i + 1 == taken) {
        deflater.finish();
      }
      for (int step = deflater.deflate(out); step > 0; step = deflater.deflate(out)) {
        Work.check();
        written += step;
      }
    }
    return read == length ? written : Math.round((double) written * length / read);
  }

  /** Whether all was compressed, not a part. */
  public boolean isWhole() {
    return isWhole;
  }

  /** Bytes fewer in the file. */
  public long saving() {
    return saving;
  }

  /** The sections that get smaller. */
  public List<FindingPlace> places() {
    return List.copyOf(places);
  }
}
