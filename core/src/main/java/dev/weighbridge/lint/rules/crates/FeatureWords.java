package dev.weighbridge.lint.rules.crates;

import dev.weighbridge.dependencies.OptionalDependency;
import dev.weighbridge.dependencies.PackageSize;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** What rules about features say alike. */
final class FeatureWords {
  private static final int SHOWN = 5;

  private FeatureWords() {}

  /** What a feature brings: {@code feature fancy of app 0.3.0 brings shapes 2.0.0 ...}. */
  static String message(OptionalDependency one, String feature) {
    String name = one.features().isEmpty() ? "" : " " + String.join(", ", one.features());
    return feature
        + name
        + " of "
        + one.of()
        + " brings "
        + one.to()
        + "; "
        + Wording.bytes(one.onlySize())
        + " are in the program for nothing else";
  }

  /** The packages that only it brings, as places; those with most bytes. */
  static List<FindingPlace> places(OptionalDependency one) {
    List<FindingPlace> places = new ArrayList<>();
    for (PackageSize brought : one.onlyPackages()) {
      if (places.size() < SHOWN && (places.isEmpty() || brought.fileSize() > 0)) {
        places.add(FindingPlace.spread(brought.label(), brought.fileSize()));
      }
    }
    return places;
  }

  /** The name of a package without its version. */
  static String name(String label) {
    return label.substring(0, label.indexOf(' '));
  }
}
