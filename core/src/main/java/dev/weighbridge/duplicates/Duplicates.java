package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.bodies.Bodies;
import dev.weighbridge.bodies.BodyType;
import java.util.List;
import java.util.function.Function;

/**
 * What stands in a file more than once, and what that costs.
 *
 * <p>Each of its answers is found when first asked for, then kept. Safe for several threads.
 */
public final class Duplicates {
  /** Data of fewer bytes is not looked at: short values are the same by chance. */
  public static final int SMALLEST_DATA = 16;

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
    attribution.file().requireBytes();
    return new Duplicates(attribution);
  }

  /**
   * Functions with the same bytes that lead to the same places. A linker that folds identical code
   * leaves none of them unless their addresses must differ.
   */
  public EqualBodies identicalFunctions() {
    return attribution.derived(Question.IDENTICAL_FUNCTIONS, Question.IDENTICAL_FUNCTIONS).bodies();
  }

  /**
   * Functions that are the same but for PC-relative operands and relocated places, those with the
   * same bytes among them. Only those that lead to the same places could be folded, so what they
   * weigh is an upper bound.
   */
  public EqualBodies maskedFunctions() {
    return attribution.derived(Question.MASKED_FUNCTIONS, Question.MASKED_FUNCTIONS).bodies();
  }

  /**
   * Data of symbols with the same bytes, which hold pointers to the same places if they hold any:
   * of at least {@value #SMALLEST_DATA} bytes that are not all of one value.
   */
  public EqualBodies identicalData() {
    return attribution.derived(Question.IDENTICAL_DATA, Question.IDENTICAL_DATA).bodies();
  }

  /**
   * Crates of one name that are in the file more than once, by their disambiguators or by versions
   * in paths; those that cost most first. Code is due to the crate whose type caused it.
   */
  public List<CrateCopies> crates() {
    return attribution.derived(Question.CRATES, Question.CRATES).crates();
  }

  /**
   * Whether functions are compared without PC-relative operands: so where the machine's
   * instructions are known. If not, {@link #maskedFunctions} are those with the same bytes.
   */
  public boolean isMaskingSupported() {
    return Bodies.of(attribution, BodyType.CODE).isMaskingSupported();
  }

  private record Answer(EqualBodies bodies, List<CrateCopies> crates) {}

  private enum Question implements Function<Attribution, Answer> {
    IDENTICAL_FUNCTIONS,
    MASKED_FUNCTIONS,
    IDENTICAL_DATA,
    CRATES;

    @Override
    public Answer apply(Attribution attribution) {
      return switch (this) {
        case IDENTICAL_FUNCTIONS ->
            new Answer(EqualBodies.identicalFunctions(attribution), List.of());
        case MASKED_FUNCTIONS -> new Answer(EqualBodies.maskedFunctions(attribution), List.of());
        case IDENTICAL_DATA -> new Answer(EqualBodies.identicalData(attribution), List.of());
        case CRATES -> new Answer(null, new DuplicateCrates(attribution).list());
      };
    }
  }
}
