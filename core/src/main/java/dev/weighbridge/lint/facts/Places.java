package dev.weighbridge.lint.facts;

import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.LintContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Places in the file that findings rest on, and their bytes. */
public final class Places {
  private static final int SHOWN_COPIES = 5;

  private Places() {}

  /** The sections that a condition holds for, as places, in the order of the file. */
  public static List<FindingPlace> sections(LintContext context, Predicate<Section> condition) {
    List<FindingPlace> places = new ArrayList<>();
    for (BinaryImage image : context.file().images()) {
      image.sections().stream()
          .filter(section -> section.hasFileBytes() && condition.test(section))
          .forEach(s -> places.add(new FindingPlace(s.name(), s.fileStart(), size(s))));
    }
    return places;
  }

  /** Of bodies that are there several times the first few, as places. */
  public static List<FindingPlace> copies(LintContext context, EqualBodies equal) {
    List<FindingPlace> places = new ArrayList<>();
    for (int row = 0; row < equal.count() && row < SHOWN_COPIES; row++) {
      String name = context.attribution().owners().readableText(equal.owner(row, 0));
      places.add(FindingPlace.spread(equal.copyCount(row) + " times " + name, equal.saving(row)));
    }
    return places;
  }

  /** Bytes of a section in the file. */
  public static long size(Section section) {
    return section.fileEnd() - section.fileStart();
  }

  /** The sum of the bytes of places. */
  public static long fileSize(List<FindingPlace> places) {
    long sum = 0;
    for (FindingPlace part : places) {
      sum += part.fileSize();
    }
    return sum;
  }
}
