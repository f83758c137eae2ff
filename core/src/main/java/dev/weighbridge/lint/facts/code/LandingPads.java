package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.work.Work;

/**
 * What goes when panics abort.
 *
 * <p>That is the code that landing pads alone lead to, in functions that were compiled with the
 * program; the functions that only such code calls; their unwind records and exception tables. What
 * the compiler inlines anew is counted where it is sure to. The distributed library keeps its own.
 *
 * @param isKnown whether the file tells: functions of the library are told from the program's, and
 *     nearly all functions are reached
 * @param code bytes of code
 * @param tables bytes of exception tables
 * @param unwind bytes of frame records and their rows in the search table
 * @param names bytes of symbols and names that go with them; 0 if the file has none
 */
public record LandingPads(boolean isKnown, long code, long tables, long unwind, long names) {
  static final LandingPads UNKNOWN = new LandingPads(false, 0, 0, 0, 0);

  private record Key(ElfFile elf) implements DerivedKey<LandingPads> {
    @Override
    public String name() {
      return "what only landing pads need";
    }

    @Override
    public LandingPads derive(Attribution attribution, Work work) {
      PadFinder found = new PadFinder(attribution, elf);
      return found.isKnown()
          ? new LandingPads(true, found.code(), found.tables(), found.unwind(), found.names())
          : UNKNOWN;
    }
  }

  /** What aborting panics take away in a file. */
  public static LandingPads of(Attribution attribution) {
    ElfFile elf = attribution.file().as(ElfFile.class).orElse(null);
    return elf == null || elf.isRelocatable() ? UNKNOWN : attribution.get(new Key(elf));
  }

  /** Bytes of a stripped file. */
  public long stripped() {
    return code + tables + unwind;
  }
}
