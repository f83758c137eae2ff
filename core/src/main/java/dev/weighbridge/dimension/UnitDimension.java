package dev.weighbridge.dimension;

import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.debug.UnitNames;
import dev.weighbridge.debug.UnitSpans;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.query.Query;
import java.util.function.IntFunction;

/**
 * Groups by unit of debug information, or by what one says of itself; bytes of debug sections are
 * of the unit that alone refers to them.
 */
final class UnitDimension implements Dimension {
  /** What is told of units. */
  enum What {
    NAME("unit"),
    LANGUAGE("language");

    private final String word;

    What(String word) {
      this.word = word;
    }
  }

  private final What what;

  UnitDimension(What what) {
    this.what = what;
  }

  @Override
  public String name() {
    return what.word;
  }

  @Override
  public boolean isOfDebugInformation() {
    return true;
  }

  @Override
  public long[] cuts(Query query) {
    return UnitSpans.cuts(query.attribution(), query.work());
  }

  @Override
  public Labels labels(Query query) {
    UnitSpans spans = new UnitSpans(query.attribution(), query.work());
    SpanRows units = spans.code();
    RowLabels labels = new RowLabels(query, units, spans.bytes());
    IntFunction<String> texts =
        switch (what) {
          case NAME -> new UnitNames(units, labels.used())::of;
          case LANGUAGE -> unit -> language(units, unit);
        };
    return labels.named(units.count(), texts);
  }

  private static String language(SpanRows units, int unit) {
    UnitTable table = units.debug(units.image(unit)).units();
    String language = table.language(units.local(unit));
    return language.isEmpty() ? "[no language]" : language;
  }
}
