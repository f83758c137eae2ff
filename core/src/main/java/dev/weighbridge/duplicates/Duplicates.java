package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.bodies.Bodies;
import dev.weighbridge.bodies.BodyType;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.Objects;

/**
 * What stands in a file more than once, and what that costs.
 *
 * <p>Each of its answers is found when first asked for, then kept. Safe for several threads.
 */
public final class Duplicates {
  private final Attribution attribution;

  private Duplicates(Attribution attribution) {
    this.attribution = attribution;
  }

  /**
   * The duplicates of a file.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException for a model saved without
   *     the bytes
   */
  public static Duplicates of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    attribution.file().requireBytes();
    return new Duplicates(attribution.uncut());
  }

  /**
   * Functions with the same code, which leads to the same places. A linker that folds identical
   * code leaves none of them unless their addresses must differ.
   */
  public EqualBodies identicalFunctions() {
    return attribution.get(new EqualKey(Sort.IDENTICAL_FUNCTIONS));
  }

  /**
   * Functions that are the same but for PC-relative operands and relocated places, identical ones
   * among them. Only those that lead to the same places could be folded, so what they weigh is an
   * upper bound.
   */
  public EqualBodies maskedFunctions() {
    return attribution.get(new EqualKey(Sort.MASKED_FUNCTIONS));
  }

  /**
   * Data of symbols with the same bytes, which hold pointers to the same places if they hold any:
   * of at least {@value EqualBodies#SMALLEST_DATA} bytes that are not all of one value.
   */
  public EqualBodies identicalData() {
    return attribution.get(new EqualKey(Sort.IDENTICAL_DATA));
  }

  /**
   * Crates of one name that are in the file more than once, by their disambiguators or by versions
   * in paths; those that cost most first. Code is due to the crate whose type caused it.
   */
  public List<CrateCopies> crates() {
    return attribution.get(new CratesKey());
  }

  /**
   * Whether functions are compared without PC-relative operands: so where the machine's
   * instructions are known. If not, {@link #maskedFunctions} are those with the same bytes.
   */
  public boolean isMaskingSupported() {
    return Bodies.of(attribution, BodyType.CODE).isMaskingSupported();
  }

  @Override
  public String toString() {
    return "duplicates of " + attribution;
  }

  private enum Sort {
    IDENTICAL_FUNCTIONS,
    MASKED_FUNCTIONS,
    IDENTICAL_DATA
  }

  private record EqualKey(Sort sort) implements DerivedKey<EqualBodies> {
    @Override
    public String name() {
      return "equal bodies";
    }

    @Override
    public EqualBodies derive(Attribution attribution, Work work) {
      return switch (sort) {
        case IDENTICAL_FUNCTIONS -> EqualBodies.identicalFunctions(attribution);
        case MASKED_FUNCTIONS -> EqualBodies.maskedFunctions(attribution);
        case IDENTICAL_DATA -> EqualBodies.identicalData(attribution);
      };
    }
  }

  private record CratesKey() implements DerivedKey<List<CrateCopies>> {
    @Override
    public String name() {
      return "crates in several copies";
    }

    @Override
    public List<CrateCopies> derive(Attribution attribution, Work work) {
      return new DuplicateCrates(attribution).list();
    }
  }
}
