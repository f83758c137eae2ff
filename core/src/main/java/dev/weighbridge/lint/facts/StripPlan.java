package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.lint.FindingPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of an ELF file a strip tool takes away, and how long the file then is.
 *
 * <p>Sections that are not loaded lie behind the loaded bytes and are laid out anew without gaps.
 */
public final class StripPlan {
  private static final int SHT_SYMTAB = 2;
  private static final int SHT_NOBITS = 8;

  private final List<ElfSection> sections;
  private final List<ElfSection> symbols = new ArrayList<>();
  private final List<ElfSection> debug = new ArrayList<>();
  private final int nameTable;
  private final boolean is64Bit;

  private StripPlan(ElfFile elf, BinaryImage image) {
    sections = elf.sections();
    nameTable = elf.header().sectionNameTableIndex();
    is64Bit = elf.header().is64Bit();
    for (ElfSection section : sections) {
      if (section.type() == SHT_SYMTAB) {
        symbols.add(section);
        if (section.link() > 0 && section.link() < sections.size() && section.link() != nameTable) {
          symbols.add(sections.get(section.link()));
        }
      } else if (isDebug(section, image)) {
        debug.add(section);
      }
    }
  }

  private static boolean isDebug(ElfSection section, BinaryImage image) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section known = image.sections().row(row);
      if (known.fileStart() == section.offset() && known.name().equals(section.name())) {
        return known.kind() == Kind.DEBUG && known.hasFileBytes();
      }
    }
    return false;
  }

  /** The plan for an ELF file with sections; null for every other file. */
  public static @Nullable StripPlan of(Attribution attribution) {
    ElfFile elf = attribution.file().as(ElfFile.class).orElse(null);
    return elf == null || elf.sections().isEmpty() ? null : attribution.get(new Key(elf));
  }

  private record Key(ElfFile elf) implements DerivedKey<StripPlan> {
    @Override
    public String name() {
      return "what stripping takes away";
    }

    @Override
    public StripPlan derive(Attribution attribution, Work work) {
      return new StripPlan(elf, attribution.file().images().get(0));
    }
  }

  /** The symbol table and its names; empty if there is none. */
  public List<FindingPlace> symbols() {
    return places(symbols);
  }

  /** The sections of debug information; empty if there are none. */
  public List<FindingPlace> debug() {
    return places(debug);
  }

  private static List<FindingPlace> places(List<ElfSection> sections) {
    List<FindingPlace> places = new ArrayList<>();
    for (ElfSection section : sections) {
      places.add(new FindingPlace(section.name(), section.offset(), section.fileSize()));
    }
    return places;
  }

  /** Bytes that go with the debug information. */
  public long debugSaving() {
    return end(section -> false) - end(debug::contains);
  }

  /** Bytes that go with the symbols, once the debug information is gone. */
  public long symbolSaving() {
    return end(debug::contains)
        - end(section -> debug.contains(section) || symbols.contains(section));
  }

  /** Where the file ends once some sections are gone. */
  private long end(Predicate<ElfSection> isGone) {
    long names = 0;
    int count = 0;
    for (ElfSection section : sections) {
      if (isGone.test(section)) {
        names += section.name().length() + 1L;
      } else {
        count++;
      }
    }
    long end = 0;
    List<ElfSection> behind = new ArrayList<>();
    for (ElfSection section : sections) {
      if (section.isLoaded()) {
        end = Math.max(end, section.offset() + section.fileSize());
      } else if (section.type() != SHT_NOBITS && section.statedSize() > 0) {
        behind.add(section);
      }
    }
    behind.sort(Comparator.comparingLong(ElfSection::offset));
    for (ElfSection section : behind) {
      if (!isGone.test(section)) {
        long size = section.fileSize() - (section.index() == nameTable ? names : 0);
        end = aligned(end, section.alignment()) + Math.max(0, size);
      }
    }
    return aligned(end, is64Bit ? 8 : 4) + (long) count * (is64Bit ? 64 : 40);
  }

  private static long aligned(long offset, long alignment) {
    return alignment <= 1 ? offset : (offset + alignment - 1) / alignment * alignment;
  }
}
