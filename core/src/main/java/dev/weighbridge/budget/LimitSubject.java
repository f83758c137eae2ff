package dev.weighbridge.budget;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import java.util.Objects;
import java.util.Optional;

/**
 * What a limit is about: the whole file, or a row of a dimension.
 *
 * @param name {@code file}, {@code normalised}, {@code symbols}, or the name of a dimension
 * @param label the label of the row; {@link #EACH} for every row by itself; empty if about the file
 */
public record LimitSubject(String name, String label) {
  /** The label that stands for every row by itself. */
  public static final String EACH = "*";

  /** Bytes in the file. */
  public static final LimitSubject FILE = new LimitSubject("file", "");

  /** Bytes in the file without those that only align: a change of one byte changes it by one. */
  public static final LimitSubject NORMALISED = new LimitSubject("normalised", "");

  /** How many symbols and functions have bytes. */
  public static final LimitSubject SYMBOLS = new LimitSubject("symbols", "");

  /** Checks that nothing is missing. */
  public LimitSubject {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
  }

  /** A row of a dimension, by its label as the size tree shows it. */
  public static LimitSubject row(Dimension dimension, String label) {
    return new LimitSubject(dimension.name(), label);
  }

  /** Every row of a dimension, each by itself. */
  public static LimitSubject each(Dimension dimension) {
    return new LimitSubject(dimension.name(), EACH);
  }

  /** The measure of a whole file with this name. */
  static Optional<LimitSubject> named(String name) {
    for (LimitSubject subject : new LimitSubject[] {FILE, NORMALISED, SYMBOLS}) {
      if (subject.name.equals(name)) {
        return Optional.of(subject);
      }
    }
    return Optional.empty();
  }

  /** The dimension whose rows it is about; empty if it is about the file. */
  Optional<Dimension> dimension() {
    return label.isEmpty() ? Optional.empty() : Dimensions.named(name);
  }

  /** Whether it counts things, not bytes. */
  public boolean isCount() {
    return equals(SYMBOLS);
  }

  /** Whether it stands for every row by itself. */
  public boolean isEach() {
    return label.equals(EACH);
  }

  /** What it is, for people: {@code section .text}. */
  public String text() {
    return label.isEmpty() ? name : name + " " + label;
  }
}
