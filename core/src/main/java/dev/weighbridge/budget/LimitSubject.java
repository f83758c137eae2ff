package dev.weighbridge.budget;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.measure.Quantity;
import dev.weighbridge.query.UnknownWordException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a limit is about: the whole file, or a row of a dimension.
 *
 * @param name {@code normalised}, {@code symbols}, the name of a measure such as {@code file}, or
 *     the name of a dimension
 * @param label the label of the row; {@link #EACH} for every row by itself; {@code /REGEX/} for all
 *     rows together in whose label the pattern is found; empty if about the file
 * @param measure what is counted
 * @param entry of a package the entry that it is about alone, or {@code /REGEX/} for all in whose
 *     path the pattern is found; empty if it is about all there is
 */
public record LimitSubject(String name, String label, Measure measure, String entry) {
  /** The label that stands for every row by itself. */
  public static final String EACH = "*";

  /** Dimensions of paths that are cut: {@code entry:2}. */
  private static final Pattern CUT = Pattern.compile("[a-z-]+:[0-9]{1,2}");

  /** Bytes in the file. */
  public static final LimitSubject FILE = whole(Measures.FILE);

  /** Bytes in the file without those that only align: a change of one byte changes it by one. */
  public static final LimitSubject NORMALISED = new LimitSubject("normalised", "");

  /** How many symbols and functions have bytes. */
  public static final LimitSubject SYMBOLS = new LimitSubject("symbols", "");

  /** Checks that nothing is missing. */
  public LimitSubject {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(entry, "entry");
  }

  /** A subject that is about all there is. */
  public LimitSubject(String name, String label, Measure measure) {
    this(name, label, measure, "");
  }

  /** A subject counted in bytes of the file. */
  public LimitSubject(String name, String label) {
    this(name, label, Measures.FILE);
  }

  /** What the whole file has of a measure. */
  public static LimitSubject whole(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    return new LimitSubject(measure.name(), "", measure);
  }

  /** A row of a dimension, by its label as the size tree shows it. */
  public static LimitSubject row(Dimension dimension, String label) {
    Objects.requireNonNull(dimension, "dimension");
    Objects.requireNonNull(label, "label");
    return new LimitSubject(dimension.name(), label);
  }

  /**
   * All rows of a dimension together in whose label a pattern is found.
   *
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   */
  public static LimitSubject matching(Dimension dimension, String regex) {
    Objects.requireNonNull(dimension, "dimension");
    Objects.requireNonNull(regex, "regex");
    return row(dimension, "/" + Pattern.compile(regex) + "/");
  }

  /** Every row of a dimension, each by itself. */
  public static LimitSubject each(Dimension dimension) {
    Objects.requireNonNull(dimension, "dimension");
    return row(dimension, EACH);
  }

  /**
   * What is used of a region of memory, to the end of the last section in it.
   *
   * @param region its name; {@link #EACH} for every region by itself
   */
  public static LimitSubject region(String region) {
    Objects.requireNonNull(region, "region");
    return new LimitSubject(Dimensions.REGION.name(), region, Measures.region(region));
  }

  /** Whether it is about what is used of a region, or of every one. */
  boolean isRegion() {
    return isRow() && name.equals(Dimensions.REGION.name()) && Measures.isRegion(measure);
  }

  /** Whether it is about one of the kinds that bytes have, whether a file has any of it or not. */
  boolean isKind() {
    if (name.equals(Dimensions.KIND.name())) {
      for (int kind = 0; kind < Kind.count(); kind++) {
        String key = Kind.of(kind).key();
        if (label.equals(key) || label.equals("[" + key + "]")) {
          return true;
        }
      }
    }
    return false;
  }

  /** The same row counted in another measure. */
  public LimitSubject in(Measure other) {
    Objects.requireNonNull(other, "other");
    return new LimitSubject(name, label, other, entry);
  }

  /** The same row of binaries at one entry of a package alone, see {@link #entry}. */
  public LimitSubject at(String path) {
    Objects.requireNonNull(path, "path");
    return new LimitSubject(name, label, measure, path);
  }

  /** The subject of this name that is about a whole file. */
  static Optional<LimitSubject> named(String name) {
    for (LimitSubject subject : new LimitSubject[] {NORMALISED, SYMBOLS}) {
      if (subject.name.equals(name)) {
        return Optional.of(subject);
      }
    }
    return Measures.named(name).map(LimitSubject::whole);
  }

  /** The dimension whose rows it is about; empty if it is about the file. */
  Optional<Dimension> dimension() {
    return isRow() ? dimension(name) : Optional.empty();
  }

  /** The dimension of a name, {@code entry:2} among them. */
  static Optional<Dimension> dimension(String name) {
    Optional<Dimension> known = Dimensions.named(name);
    if (known.isPresent() || !CUT.matcher(name).matches()) {
      return known;
    }
    try {
      return Optional.of(Dimensions.parse(name).get(0));
    } catch (UnknownWordException e) {
      return Optional.empty();
    }
  }

  /** Whether it is about a row, or about every one, not about the file. */
  public boolean isRow() {
    return !label.isEmpty();
  }

  /** Whether it counts things, not bytes. */
  public boolean isCount() {
    return equals(SYMBOLS) || measure.quantity() == Quantity.COUNT;
  }

  /** The same of another row. */
  LimitSubject labelled(String other) {
    return new LimitSubject(name, other, measure, entry);
  }

  /** Whether it stands for every row by itself. */
  public boolean isEach() {
    return label.equals(EACH);
  }

  /** Whether it stands for all rows together in whose label a pattern is found. */
  public boolean isPattern() {
    return isPattern(label);
  }

  /** Whether a label stands for all in which a pattern is found. */
  static boolean isPattern(String label) {
    return label.length() > 2 && label.startsWith("/") && label.endsWith("/");
  }

  /**
   * The pattern.
   *
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  Pattern pattern() {
    return pattern(label);
  }

  static Pattern pattern(String label) {
    return Pattern.compile(label.substring(1, label.length() - 1));
  }

  /** What it is, for people: {@code section .text}. */
  public String text() {
    return (isRow() ? name + " " + label : name) + (entry.isEmpty() ? "" : " in " + entry);
  }

  /** So much of it, for people: {@code 1,312 bytes in memory}; of symbols the number alone. */
  String counted(long value) {
    String unit = equals(SYMBOLS) ? "" : isRegion() ? " bytes" : " " + measure.unit();
    String number = String.format(Locale.ROOT, "%,d", value);
    return number + (value == 1 ? unit.replaceFirst("^ bytes", " byte") : unit);
  }
}
