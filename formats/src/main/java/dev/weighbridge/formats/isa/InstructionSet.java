package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.machine.Machine;
import java.util.Optional;

/** What is known of the instructions of one architecture. Immutable. */
public abstract class InstructionSet {
  /** One of which nothing is known. */
  public static final InstructionSet UNKNOWN = new Unknown();

  /** Nothing to set up. */
  protected InstructionSet() {}

  /**
   * A new cursor over code of a machine of this architecture.
   *
   * @return empty if its instructions cannot be read here
   */
  public Optional<InstructionCursor> cursor(Machine machine) {
    return Optional.empty();
  }

  /**
   * A new cursor over code of an image, which may say what its machine alone does not: where code
   * of another sort begins, or from where addresses count.
   *
   * @return empty if its instructions cannot be read here
   */
  public Optional<InstructionCursor> cursor(BinaryImage image) {
    return cursor(image.machine());
  }

  /** What its code is filled up with. */
  public PaddingPatterns padding() {
    return PaddingPatterns.ZEROS;
  }

  private static final class Unknown extends InstructionSet {}
}
