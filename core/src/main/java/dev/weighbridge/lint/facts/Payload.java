package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.lint.FindingPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Bytes that somebody has put behind an image: an archive, a script, a signature.
 *
 * <p>A tool that writes the image anew leaves them out.
 */
public final class Payload {
  private static final String APPENDED = "appended";

  private static final Set<String> SIGNATURES = Set.of("module signature");

  private Payload() {}

  /** What is appended to the images of a file; empty if nothing is. */
  public static List<FindingPlace> of(Attribution attribution) {
    List<FindingPlace> found = new ArrayList<>();
    take(attribution.file().container(), found);
    for (BinaryImage image : attribution.file().images()) {
      take(image.structures(), found);
    }
    return found;
  }

  private static void take(StructureTable structures, List<FindingPlace> found) {
    if (structures.labels().stream().noneMatch(Payload::isAppended)) {
      return;
    }
    for (int row = 0; row < structures.count(); row++) {
      String label = structures.labels().get(structures.label(row));
      if (isAppended(label)) {
        long start = structures.fileStart(row);
        found.add(new FindingPlace(label, start, structures.fileEnd(row) - start));
      }
    }
  }

  private static boolean isAppended(String label) {
    return label.startsWith(APPENDED) || SIGNATURES.contains(label);
  }
}
