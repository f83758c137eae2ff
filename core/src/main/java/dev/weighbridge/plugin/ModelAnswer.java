package dev.weighbridge.plugin;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.report.Report;

/** A question to a model with a name of its own: {@code weighbridge answer NAME FILE}. */
public interface ModelAnswer {
  /** The word that asks for it: lower-case letters, digits and hyphens. */
  String name();

  /**
   * The answer.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if the model does not have
   *     what it needs
   */
  Report of(BinaryModel model);
}
