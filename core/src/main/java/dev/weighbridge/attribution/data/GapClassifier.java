package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Limits;

/** Tells padding from bytes that nothing explains. */
public final class GapClassifier {
  /** Bytes of one value that are there by no chance. */
  private static final int SHORTEST_RUN = 16;

  /** Zeros among bytes that nothing explains: more than a few fields that happen to be 0. */
  private static final int LONG_RUN = 64;

  private final Bytes file;
  private final PaddingPatterns filler;

  /** A classifier for the bytes of a file that are for a machine. */
  public GapClassifier(Bytes file, Machine machine) {
    this.file = file;
    this.filler = InstructionSets.padding(machine);
  }

  /** Whether bytes of a section that nothing claims only align what follows. */
  public boolean isPadding(Section section, long start, long end) {
    if (end > file.length() || end - start > Limits.MAX_PADDING) {
      return false;
    }
    if (section.kind() == Kind.CODE) {
      return filler.fillsCode(file, start, end);
    }
    boolean isAligning = end - start < section.alignment();
    return isAligning && PaddingPatterns.isZero(file, start, end);
  }

  /**
   * Whether bytes outside all sections only align what follows: zeros, or a run of another value,
   * such as erased flash memory has.
   */
  public boolean isPadding(long start, long end) {
    if (end > file.length() || end - start > Limits.MAX_PADDING) {
      return false;
    }
    boolean isRun = end - start >= SHORTEST_RUN;
    return PaddingPatterns.isUniform(file, start, end, isRun ? file.u8(start) : 0);
  }

  /** Where the first zeros begin that are there by no chance; {@code end} if none do. */
  public long zerosStart(long start, long end) {
    long at = start;
    while (end - at >= LONG_RUN) {
      long run = zerosEnd(at, end);
      if (run - at >= LONG_RUN) {
        return at;
      }
      at = run + 1;
    }
    return end;
  }

  /** Where the zeros end that begin at a place; the place itself if none do. */
  public long zerosEnd(long start, long end) {
    long at = start;
    while (at < end && file.u8(at) == 0) {
      at++;
    }
    return at;
  }

  /** Whether bytes between code and the next boundary do nothing but fill. */
  public boolean isFiller(long start, long end) {
    return end <= file.length() && filler.fillsCode(file, start, end);
  }

  /**
   * Where the filler begins that ends code whose end is only inferred; {@code end} if none does.
   */
  public long fillerStart(long start, long end) {
    return end > file.length() ? end : filler.tailStart(file, start, end);
  }
}
