package dev.weighbridge.lint.facts;

import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.tree.SizeRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whose the debug bytes of a file are: of which crate or library. */
public final class DebugOwners {
  private static final int SHOWN = 8;

  private DebugOwners() {}

  /** The crates and libraries that most debug bytes are of, as places; none if nothing tells. */
  public static List<FindingPlace> largest(LintContext context) {
    List<SizeRow> rows = new ArrayList<>();
    for (SizeRow row : context.by(Dimensions.LIBRARY).rows()) {
      if (row.fileSize(Kind.DEBUG) > 0 && !row.label().startsWith("[")) {
        rows.add(row);
      }
    }
    rows.sort(
        Comparator.comparingLong((SizeRow row) -> -row.fileSize(Kind.DEBUG))
            .thenComparing(SizeRow::label));
    List<FindingPlace> places = new ArrayList<>();
    for (SizeRow row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      places.add(FindingPlace.spread(row.label(), row.fileSize(Kind.DEBUG)));
    }
    return places;
  }
}
