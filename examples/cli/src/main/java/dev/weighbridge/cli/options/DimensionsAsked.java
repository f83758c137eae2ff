package dev.weighbridge.cli.options;

import dev.weighbridge.category.Grouping;
import dev.weighbridge.category.RuleFile;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.report.inspect.SpanReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By what bytes are to be grouped, from the options that say so. */
public final class DimensionsAsked {
  private DimensionsAsked() {}

  /** The dimensions to group by, if the option is given. */
  public static Optional<List<Dimension>> levels(Arguments arguments) throws IOException {
    List<Grouping> groupings = groupings(arguments);
    String text = arguments.text(Options.BY);
    return text == null
        ? Optional.empty()
        : Optional.of(parsed(arguments, Options.BY, text, groupings));
  }

  private static List<Dimension> parsed(
      Arguments arguments, String option, String words, List<Grouping> groupings) {
    List<Dimension> others = arguments.plugins().dimensions();
    return Words.parsed(option, () -> Dimensions.parse(words, groupings, others));
  }

  /** The dimensions to have a column of each. */
  public static List<Dimension> columns(Arguments arguments) {
    String text = arguments.text(Options.COLUMNS);
    if (text == null) {
      return List.of();
    }
    List<String> words = new ArrayList<>(List.of(text.split(",", -1)));
    MeasuresAsked.amongColumns(arguments).forEach(measure -> words.remove(measure.name()));
    List<Dimension> columns = new ArrayList<>();
    for (String word : words) {
      columns.addAll(parsed(arguments, Options.COLUMNS, word, List.of()));
    }
    Set<String> names = new HashSet<>(SpanReport.ownColumns());
    for (Dimension column : columns) {
      if (!names.add(column.name())) {
        String expected = "columns that are not there yet, each once";
        throw new UsageException(Options.COLUMNS, expected, Arguments.quoted(column.name()));
      }
    }
    return columns;
  }

  /** The groupings of the file of rules; none if the option is absent. */
  private static List<Grouping> groupings(Arguments arguments) throws IOException {
    String text = arguments.text(Options.RULES);
    if (text == null) {
      return List.of();
    }
    List<Grouping> groupings = RuleFile.read(Arguments.path(Options.RULES, text));
    for (Grouping grouping : groupings) {
      Optional<Dimension> taken = Dimensions.named(grouping.name());
      if (taken.isPresent() && taken.get() != Dimensions.CATEGORY) {
        String expected = "groupings with names of their own in " + text;
        throw new UsageException(Options.RULES, expected, Arguments.quoted(grouping.name()));
      }
    }
    return groupings;
  }
}
