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
public record Measure(String name, String label) {
  /** The label that stands for every row by itself. */
  public static final String EACH = "*";

  /** Bytes in the file. */
  public static final Measure FILE = new Measure("file", "");

  /** Bytes in the file without those that only align: a change of one byte changes it by one. */
  public static final Measure NORMALISED = new Measure("normalised", "");

  /** How many symbols and functions have bytes. */
  public static final Measure SYMBOLS = new Measure("symbols", "");

  /** Checks that nothing is missing. */
  public Measure {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
  }

  /** A row of a dimension, by its label as the size tree shows it. */
  public static Measure row(Dimension dimension, String label) {
    return new Measure(dimension.name(), label);
  }

  /** Every row of a dimension, each by itself. */
  public static Measure each(Dimension dimension) {
    return new Measure(dimension.name(), EACH);
  }

  /** The measure of a whole file with this name. */
  static Optional<Measure> named(String name) {
    for (Measure measure : new Measure[] {FILE, NORMALISED, SYMBOLS}) {
      if (measure.name.equals(name)) {
        return Optional.of(measure);
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
