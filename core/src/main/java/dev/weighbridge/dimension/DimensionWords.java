package dev.weighbridge.dimension;

import dev.weighbridge.category.Grouping;
import dev.weighbridge.query.UnknownWordException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns words into dimensions: {@code crate,module:1-3}. */
final class DimensionWords {
  /** A module path has hardly more names, and each is a level of the tree. */
  private static final int MAX_DEPTH = 16;

  private static final Pattern PATH_DEPTH =
      Pattern.compile("(module|source|inlined-by|entry):([1-9][0-9]?)(?:-([1-9][0-9]?))?");

  private final List<Dimension> known = new ArrayList<>();

  /**
   * The words there are.
   *
   * @param groupings those of files of rules, which go before built-in dimensions of their name
   */
  DimensionWords(List<Dimension> builtIn, List<Grouping> groupings) {
    for (Grouping grouping : groupings) {
      known.add(new GroupingDimension(grouping));
    }
    known.addAll(builtIn);
  }

  /** The dimensions of words with commas between them, each of which may stand once. */
  List<Dimension> parse(String words) {
    List<Dimension> dimensions = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      Matcher depth = PATH_DEPTH.matcher(word);
      if (depth.matches()) {
        addPaths(dimensions, word, depth);
      } else if (word.equals(LineFunctionDimension.NAME)) {
        add(dimensions, new LineFunctionDimension(), word);
      } else {
        add(dimensions, named(word), word);
      }
    }
    return List.copyOf(dimensions);
  }

  private static void addPaths(List<Dimension> dimensions, String word, Matcher depth) {
    String path = depth.group(1);
    int first = Integer.parseInt(depth.group(2));
    int last = depth.group(3) == null ? first : Integer.parseInt(depth.group(3));
    if (first > last || last > MAX_DEPTH) {
      String expected = path + ":N or " + path + ":M-N with M <= N <= " + MAX_DEPTH;
      throw new UnknownWordException(expected, word, List.of());
    }
    for (int names = first; names <= last; names++) {
      Dimension level =
          switch (path) {
            case "module" -> new ModuleDimension(names);
            case "source" -> new SourceDimension(names);
            case "entry" -> new PackageDimension(PackageDimension.What.ENTRY, names);
            default -> new InlinedByDimension(names);
          };
      add(dimensions, level, word);
    }
  }

  /** A level below itself would say everything twice, so nobody can have meant it. */
  private static void add(List<Dimension> dimensions, Dimension dimension, String word) {
    for (Dimension other : dimensions) {
      if (other.name().equals(dimension.name())) {
        throw new UnknownWordException(
            "each level once, " + dimension.name() + " is there twice", word, List.of());
      }
    }
    dimensions.add(dimension);
  }

  private Dimension named(String word) {
    List<String> names = new ArrayList<>();
    for (Dimension dimension : known) {
      if (dimension.name().equals(word)) {
        return dimension;
      }
      names.add(dimension.name());
    }
    throw new UnknownWordException("some of " + String.join(", ", names), word, names);
  }
}
