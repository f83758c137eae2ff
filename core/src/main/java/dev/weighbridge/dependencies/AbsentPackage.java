package dev.weighbridge.dependencies;

import dev.weighbridge.cargo.Absence;
import java.util.Objects;

/**
 * A package that Cargo knows and that has no bytes in the program.
 *
 * @param label its name and version
 * @param why what is known of the reason
 */
public record AbsentPackage(String label, Absence why) {
  /** Checks that nothing is missing. */
  public AbsentPackage {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(why, "why");
  }
}
