package dev.weighbridge.cli.options;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.packages.PackageMeasures;
import dev.weighbridge.report.inspect.SpanReport;
import dev.weighbridge.tree.RowOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is to be measured, from the options that say so. */
public final class MeasuresAsked {
  private MeasuresAsked() {}

  /** The measures to have a column of each; bytes shipped if it is told how they are. */
  public static List<Measure> of(Arguments arguments) {
    return of(arguments, Shippings.areTold(arguments));
  }

  /** The same, and bytes shipped if it is known of all models how they travel. */
  public static List<Measure> of(Arguments arguments, List<BinaryModel> models) {
    boolean isKnown = true;
    for (BinaryModel model : models) {
      isKnown &= model.options().shipping().isPresent();
    }
    return of(arguments, isKnown || Shippings.areTold(arguments));
  }

  private static List<Measure> of(Arguments arguments, boolean isShipped) {
    List<Measure> told = told(arguments, Measures.usual());
    if (!isShipped) {
      return told;
    }
    Set<Measure> measures = new LinkedHashSet<>();
    if (!arguments.isGiven(Options.MEASURE)) {
      measures.add(Measures.SHIPPED);
    }
    measures.addAll(told);
    measures.add(Measures.SHIPPED);
    return List.copyOf(measures);
  }

  /** The measures in which limits on rows hold. */
  public static List<Measure> ofRows(Arguments arguments) {
    return told(arguments, List.of(Measures.FILE));
  }

  private static List<Measure> told(Arguments arguments, List<Measure> otherwise) {
    String text = arguments.text(Options.MEASURE);
    return text == null ? otherwise : parsed(arguments, text);
  }

  private static List<Measure> parsed(Arguments arguments, String text) {
    List<Measure> others = arguments.plugins().measures();
    return Words.parsed(Options.MEASURE, () -> Measures.parse(text, others));
  }

  /** How rows of a tree are sorted: by one of the measures asked for or usual, or by label. */
  static RowOrder order(Arguments arguments) {
    String text = arguments.text(Options.SORT);
    if (text == null || text.equals("label")) {
      return text == null ? RowOrder.OF_TREE : RowOrder.LABEL;
    }
    Set<Measure> known = new LinkedHashSet<>(of(arguments));
    known.addAll(Measures.usual());
    List<String> names = new ArrayList<>();
    for (Measure measure : known) {
      if (measure.name().equals(text)) {
        return RowOrder.by(measure);
      }
      names.add(measure.name());
    }
    String expected = "one of " + String.join(", ", names) + ", label";
    throw new UsageException(Options.SORT, expected, Arguments.quoted(text));
  }

  /** The measures of a package. */
  public static List<Measure> ofPackage(Arguments arguments) {
    return told(arguments, PackageMeasures.usual());
  }

  /** The measures among the columns of spans. */
  public static List<Measure> amongColumns(Arguments arguments) {
    List<String> words = List.of(arguments.text(Options.COLUMNS, "").split(",", -1));
    List<Measure> measures = new ArrayList<>(SpanReport.measured());
    measures.removeIf(measure -> !words.contains(measure.name()));
    return measures;
  }
}
