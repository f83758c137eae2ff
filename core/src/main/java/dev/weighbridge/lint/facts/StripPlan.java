package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.lint.FindingPlace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an ELF file a strip tool takes away, and how long the file then is.
 *
 * <p>Sections that are not loaded lie behind the loaded bytes and are laid out anew without gaps.
 */
public final class StripPlan {
  private static final int SHT_SYMTAB = 2;
  private static final int SHT_NOBITS = 8;

  /** No linker aligns to more than the largest page; a damaged header may say any number. */
  private static final long MAX_ALIGNMENT = 1L << 32;

  private final List<ElfSection> sections;
  private final BinaryImage image;
  private final BitSet symbols = new BitSet();
  private final BitSet debug = new BitSet();
  private final int nameTable;
  private final boolean is64Bit;

  private StripPlan(ElfFile elf, BinaryImage image) {
    sections = elf.sections();
    this.image = image;
    nameTable = elf.header().sectionNameTableIndex();
    is64Bit = elf.header().is64Bit();
    for (ElfSection section : sections) {
      if (section.type() == SHT_SYMTAB) {
        symbols.set(section.index());
        if (section.link() > 0 && section.link() < sections.size() && section.link() != nameTable) {
          symbols.set(section.link());
        }
      } else if (isDebug(section)) {
        debug.set(section.index());
      }
    }
  }

  private boolean isDebug(ElfSection section) {
    Section known = known(section);
    return known != null && known.kind() == Kind.DEBUG && known.hasFileBytes();
  }

  /** The section as far as it lies in the file; null if the image has fewer. */
  private @Nullable Section known(ElfSection section) {
    return section.index() < image.sections().count()
        ? image.sections().row(section.index())
        : null;
  }

  /** Bytes it has in the file: what a damaged header states may be any number. */
  private long fileSize(ElfSection section) {
    Section known = known(section);
    return known == null ? 0 : known.fileEnd() - known.fileStart();
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

  private long fileEnd(ElfSection section) {
    Section known = known(section);
    return known == null ? 0 : known.fileEnd();
  }

  private List<FindingPlace> places(BitSet rows) {
    List<FindingPlace> places = new ArrayList<>();
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      ElfSection section = sections.get(row);
      Section known = known(section);
      if (known != null) {
        places.add(new FindingPlace(section.name(), known.fileStart(), fileSize(section)));
      }
    }
    return places;
  }

  /** Bytes that go with the debug information. */
  public long debugSaving() {
    return saving(new BitSet(), debug);
  }

  /** Bytes that go with the symbols, once the debug information is gone. */
  public long symbolSaving() {
    BitSet all = (BitSet) debug.clone();
    all.or(symbols);
    return saving(debug, all);
  }

  /** Never more than the file has: headers of a damaged one may give bytes to several sections. */
  private long saving(BitSet gone, BitSet goneThen) {
    return Math.max(0, Math.min(end(gone) - end(goneThen), image.bytes().length()));
  }

  /** Where the file ends once some sections are gone. */
  private long end(BitSet gone) {
    long names = 0;
    int count = 0;
    for (ElfSection section : sections) {
      if (gone.get(section.index())) {
        names += section.name().length() + 1L;
      } else {
        count++;
      }
    }
    long end = 0;
    List<ElfSection> behind = new ArrayList<>();
    for (ElfSection section : sections) {
      if (section.isLoaded()) {
        end = Math.max(end, fileEnd(section));
      } else if (section.type() != SHT_NOBITS && fileSize(section) > 0) {
        behind.add(section);
      }
    }
    behind.sort(Comparator.comparingLong(ElfSection::offset));
    for (ElfSection section : behind) {
      if (!gone.get(section.index())) {
        long size = fileSize(section) - (section.index() == nameTable ? names : 0);
        end = aligned(end, section.alignment()) + Math.max(0, size);
      }
    }
    return aligned(end, is64Bit ? 8 : 4) + (long) count * (is64Bit ? 64 : 40);
  }

  private static long aligned(long offset, long alignment) {
    boolean isSound = alignment > 1 && alignment <= MAX_ALIGNMENT;
    return isSound ? (offset + alignment - 1) / alignment * alignment : offset;
  }
}
