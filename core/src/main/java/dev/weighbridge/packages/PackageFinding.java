package dev.weighbridge.packages;

import dev.weighbridge.lint.Severity;
import java.util.List;
import java.util.Objects;

/**
 * What makes a package larger than it need be.
 *
 * @param rule a word for what was found: {@code package-hidden}
 * @param severity how bad it is
 * @param message what was found, in a sentence
 * @param saving bytes of the package that would not travel, at most: those of the places
 * @param help what to do about it
 * @param places where it was found, the largest first
 */
public record PackageFinding(
    String rule, Severity severity, String message, long saving, String help, List<Place> places) {
  /** Checks and copies. */
  public PackageFinding {
    Objects.requireNonNull(places, "places");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(help, "help");
    places = List.copyOf(places);
  }

  /**
   * One place.
   *
   * @param label layer and path of an entry
   * @param shipped bytes of the package that would not travel
   */
  public record Place(String label, long shipped) {
    /** Checks that nothing is missing. */
    public Place {
      Objects.requireNonNull(label, "label");
    }
  }
}
