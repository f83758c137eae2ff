package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.unwind.ExceptionTables;
import dev.weighbridge.formats.unwind.UnwindSection;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * Exception tables that no function leads to: LLD drops functions that nothing needs, and keeps
 * their tables. Only gaps that are whole tables, one behind the other, are claimed.
 *
 * @param gaps ranges of the file, in its order
 * @param tables how many tables they hold
 * @param fileSize their bytes
 * @param all bytes of all exception tables
 */
public record DeadTables(List<Gap> gaps, int tables, long fileSize, long all) {
  /** Tables begin at multiples of it. (GCC and LLVM write them so.) */
  private static final int ALIGNMENT = 4;

  private static final DeadTables NONE = new DeadTables(List.of(), 0, 0, 0);

  /** Copies. */
  public DeadTables {
    gaps = List.copyOf(gaps);
  }

  /**
   * Dead tables that follow each other.
   *
   * @param fileStart the first byte
   * @param fileEnd the end, exclusive
   * @param tables how many there are
   */
  public record Gap(long fileStart, long fileEnd, int tables) {}

  private record Key(ElfFile elf) implements DerivedKey<DeadTables> {
    @Override
    public String name() {
      return "exception tables of no function";
    }

    @Override
    public DeadTables derive(Attribution attribution, Work work) {
      return find(elf);
    }
  }

  /** The dead tables of a linked ELF file; none in other files. */
  public static DeadTables of(Attribution attribution) {
    ElfFile elf = attribution.file().as(ElfFile.class).orElse(null);
    return elf == null || elf.isRelocatable() ? NONE : attribution.get(new Key(elf));
  }

  private static DeadTables find(ElfFile elf) {
    List<Gap> gaps = new ArrayList<>();
    long all = 0;
    for (ExceptionTables live : elf.unwindTables().exceptionTables()) {
      UnwindSection section = live.section();
      if (section.role() != UnwindSection.Role.EXCEPTION_TABLES || live.count() == 0) {
        continue;
      }
      all += section.fileSize();
      long end = section.fileStart();
      for (int row = 0; row <= live.count(); row++) {
        long next = row < live.count() ? live.fileStart(row) : section.fileEnd();
        add(section, aligned(section, end), next, gaps);
        end = row < live.count() ? Math.max(end, live.fileEnd(row)) : end;
      }
    }
    long dead = 0;
    int tables = 0;
    for (Gap gap : gaps) {
      dead += gap.fileEnd() - gap.fileStart();
      tables += gap.tables();
    }
    return new DeadTables(gaps, tables, dead, all);
  }

  /** Adds a gap if it is a whole number of tables. */
  private static void add(UnwindSection section, long start, long end, List<Gap> gaps) {
    int tables = 0;
    long at = start;
    while (at < end) {
      long next = aligned(section, end(section, at, end));
      if (next <= at || next > end) {
        return;
      }
      at = next;
      tables++;
    }
    if (tables > 0) {
      gaps.add(new Gap(start, end, tables));
    }
  }

  /** Where the table at a place ends; the place itself if there is none. */
  private static long end(UnwindSection section, long at, long limit) {
    Diagnostics complaints = new Diagnostics();
    ExceptionTables one =
        ExceptionTables.read(
            section.endingAt(limit),
            new long[] {section.addressAt(at)},
            new long[] {section.addressAt(at)},
            complaints);
    boolean isSound = one.count() == 1 && complaints.list().isEmpty();
    return isSound ? one.fileEnd(0) : at;
  }

  private static long aligned(UnwindSection section, long place) {
    long inside = place - section.fileStart();
    return section.fileStart() + (inside + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
