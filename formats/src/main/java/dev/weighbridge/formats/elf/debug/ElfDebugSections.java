package dev.weighbridge.formats.elf.debug;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_NOBITS;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfCompression;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands over the debug sections of an ELF file, restored and relocated. */
final class ElfDebugSections implements DwarfSections.Loader {
  private static final String OLD_COMPRESSED = ".zdebug_";

  private final ElfFile elf;
  private final boolean isSplit;
  private @Nullable Map<DwarfSection, List<ElfSection>> parts;
  private @Nullable SymbolPlaces places;

  ElfDebugSections(ElfFile elf, boolean isSplit) {
    this.elf = elf;
    this.isSplit = isSplit;
  }

  /** The sections of the file that make up a debug section, in order. */
  synchronized List<ElfSection> parts(DwarfSection section) {
    if (parts == null) {
      parts = findParts();
    }
    return parts.getOrDefault(section, List.of());
  }

  private Map<DwarfSection, List<ElfSection>> findParts() {
    Map<DwarfSection, List<ElfSection>> found = new EnumMap<>(DwarfSection.class);
    // Sound sections do not overlap; a thousand that do would be read a thousand times.
    long allowed = elf.bytes().length();
    for (ElfSection row : elf.sections()) {
      Optional<DwarfSection> meaning = meaning(row);
      if (meaning.isPresent()) {
        List<ElfSection> same = found.computeIfAbsent(meaning.get(), s -> new ArrayList<>());
        allowed -= elf.content(row).length();
        if (same.isEmpty() || (elf.isRelocatable() && allowed >= 0)) {
          same.add(row);
        }
      }
    }
    found.replaceAll((section, same) -> List.copyOf(same));
    return found;
  }

  private Optional<DwarfSection> meaning(ElfSection row) {
    if (row.type() == SHT_NOBITS || row.fileSize() == 0) {
      return Optional.empty();
    }
    String name = row.name();
    boolean isOld = name.startsWith(OLD_COMPRESSED);
    return DwarfSection.named(isOld ? "." + name.substring(2) : name, isSplit);
  }

  @Override
  public long fileStart(DwarfSection section) {
    List<ElfSection> same = parts(section);
    boolean isPlain = same.size() == 1 && !same.get(0).isCompressed();
    return isPlain ? same.get(0).offset() : -1;
  }

  @Override
  public List<DebugBytes.Part> parts(DwarfSection section, long size) {
    List<DebugBytes.Part> lie = new ArrayList<>();
    long start = 0;
    for (ElfSection row : parts(section)) {
      long end = Math.min(size, start + size(row));
      lie.add(new DebugBytes.Part(row.offset(), elf.content(row).length(), start, end));
      start = end;
    }
    return lie;
  }

  @Override
  public Bytes load(DwarfSection section) {
    List<ElfSection> same = parts(section);
    if (same.isEmpty()) {
      return elf.bytes().slice(0, 0);
    }
    if (!elf.isRelocatable()) {
      return elf.uncompressed(same.get(0));
    }
    if (same.size() == 1) {
      return relocated(same.get(0));
    }
    long size = 0;
    for (ElfSection row : same) {
      size += size(row);
    }
    if (size > Limits.MAX_UNCOMPRESSED) {
      throw new UnsupportedBinaryException(
          section.elfName(), -1, "at most " + Limits.MAX_UNCOMPRESSED + " bytes", size + " bytes");
    }
    byte[] joined = new byte[(int) size];
    int at = 0;
    for (ElfSection row : same) {
      Bytes part = relocated(row);
      part.copy(0, joined, at, (int) part.length());
      at += (int) part.length();
    }
    return Bytes.of(joined).withOrder(elf.bytes().order());
  }

  /** Bytes of a section once restored; restoring fails if it does not have so many. */
  private long size(ElfSection row) {
    Optional<ElfCompression> compression =
        row.isCompressed() ? elf.compression(row) : Optional.empty();
    return compression.isPresent()
        ? compression.get().uncompressedSize()
        : elf.content(row).length();
  }

  private Bytes relocated(ElfSection row) {
    Bytes plain = elf.uncompressed(row);
    RelocatedContent content = null;
    for (ElfRelocations table : elf.relocations()) {
      if (table.section().info() == row.index() && table.count() > 0) {
        if (content == null) {
          content = new RelocatedContent(plain, places(), elf.header());
        }
        content.apply(table);
      }
    }
    return content == null ? plain : content.bytes();
  }

  private synchronized SymbolPlaces places() {
    if (places == null) {
      long[] starts = new long[elf.sections().size()];
      for (DwarfSection section : DwarfSection.values()) {
        long start = 0;
        for (ElfSection row : parts(section)) {
          starts[row.index()] = start;
          start += size(row);
        }
      }
      places = new SymbolPlaces(elf.sections(), starts);
    }
    return places;
  }
}
