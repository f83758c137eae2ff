package dev.weighbridge.cli;

import dev.weighbridge.category.Grouping;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the words of {@code --by} into dimensions, those of a file of rules included. */
final class Levels {
  /** A module path has hardly more names, and each is a level of the tree. */
  private static final int MAX_DEPTH = 16;

  private static final Pattern MODULE_DEPTH =
      Pattern.compile("module:([1-9][0-9]?)(?:-([1-9][0-9]?))?");

  private final List<Grouping> groupings;
  private final CratePolicy policy;

  /**
   * Names that can be used.
   *
   * @param groupings those of the file of rules
   * @param policy how their rules find crates
   */
  Levels(List<Grouping> groupings, CratePolicy policy) {
    this.groupings = groupings;
    this.policy = policy;
  }

  /** The dimensions of a list of words with commas between them. */
  List<Dimension> of(String text) {
    List<Dimension> dimensions = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      Matcher depth = MODULE_DEPTH.matcher(word);
      if (depth.matches()) {
        addModules(dimensions, word, depth);
      } else {
        dimensions.add(named(word));
      }
    }
    return dimensions;
  }

  private void addModules(List<Dimension> dimensions, String word, Matcher depth) {
    int first = Integer.parseInt(depth.group(1));
    int last = depth.group(2) == null ? first : Integer.parseInt(depth.group(2));
    if (first > last || last > MAX_DEPTH) {
      String expected = "module:N or module:M-N with M <= N <= " + MAX_DEPTH;
      throw new UsageException(Options.BY, expected, Arguments.quoted(word));
    }
    for (int names = first; names <= last; names++) {
      dimensions.add(Dimensions.module(names));
    }
  }

  private Dimension named(String word) {
    for (Grouping grouping : groupings) {
      if (grouping.name().equals(word)) {
        return Dimensions.grouping(grouping, policy);
      }
    }
    Optional<Dimension> dimension = Dimensions.named(word);
    if (dimension.isEmpty()) {
      List<String> names = new ArrayList<>();
      for (Grouping grouping : groupings) {
        names.add(grouping.name());
      }
      names.add(Arguments.dimensionNames());
      String expected = "some of " + String.join(", ", names);
      throw new UsageException(Options.BY, expected, Arguments.quoted(word));
    }
    return dimension.get();
  }
}
