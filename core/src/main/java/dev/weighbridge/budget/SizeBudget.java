package dev.weighbridge.budget;

import dev.weighbridge.internal.config.ByteCount;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What a program may weigh. Immutable.
 *
 * <pre>
 * [limits]
 * file = "600 KiB"
 * symbols = 1500
 *
 * [limits.section]
 * ".text" = "330 KiB"
 *
 * [growth]
 * file = ["8 KiB", "1.5 %"]
 *
 * [growth.crate]
 * "*" = "4 KiB"
 *
 * [trend]
 * builds = 20
 * file = "1 %"
 *
 * [limits.symbol]
 * "/core::fmt/" = { allowed = "32 KiB", reason = "numbers are shown", expires = 2027-06-30 }
 *
 * [limits.memory.crate]
 * "*" = "64 KiB"
 * serde_json = { allowed = "32 KiB", optional = true }
 * </pre>
 */
public final class SizeBudget {
  /** A budget without limits, to start from in code. */
  public static final SizeBudget EMPTY = new SizeBudget("", "", List.of());

  private final String source;
  private final String text;
  private final List<Limit> limits;

  private SizeBudget(String source, String text, List<Limit> limits) {
    this.source = source;
    this.text = text;
    this.limits = List.copyOf(limits);
  }

  /**
   * Reads a TOML file.
   *
   * @throws IOException if it cannot be read
   * @throws dev.weighbridge.config.ConfigException if something in it is not a limit
   */
  public static SizeBudget read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return parse(file.toString(), ConfigTable.text(file));
  }

  /**
   * Reads a TOML text.
   *
   * @param source what the text is called in errors: a file name
   * @throws dev.weighbridge.config.ConfigException if something in it is not a limit
   */
  public static SizeBudget parse(String source, String text) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    List<Limit> limits = BudgetReader.read(ConfigTable.toml(source, text));
    return new SizeBudget(source, text, limits);
  }

  /** The same budget with one limit more. */
  public SizeBudget withLimit(Limit limit) {
    Objects.requireNonNull(limit, "limit");
    List<Limit> more = new ArrayList<>(limits);
    more.add(limit);
    return new SizeBudget(source, text, more);
  }

  /**
   * The same budget with a limit on a figure.
   *
   * @param size as in a file: {@code 600 KiB}
   * @throws IllegalArgumentException if it is not a size
   */
  public SizeBudget withLimit(LimitSubject subject, String size) {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(size, "size");
    OptionalLong bytes = ByteCount.parse(size);
    if (bytes.isEmpty()) {
      throw new IllegalArgumentException(
          "expected " + ByteCount.EXPECTED + ", found '" + size + "'");
    }
    return withLimit(Limit.size(subject, bytes.getAsLong()));
  }

  /**
   * The same budget with rows counted in some measures: a limit on rows that counts bytes in the
   * file holds in each of them instead; limits on the whole file stay.
   */
  public SizeBudget countingRowsIn(List<Measure> measures) {
    Objects.requireNonNull(measures, "measures");
    List<Limit> counted = new ArrayList<>();
    for (Limit limit : limits) {
      LimitSubject subject = limit.subject();
      if (subject.isRow() && subject.measure().equals(Measures.FILE)) {
        measures.forEach(measure -> counted.add(limit.on(subject.in(measure))));
      } else {
        counted.add(limit);
      }
    }
    return new SizeBudget(source, text, counted);
  }

  /** The same budget, its file called by another name, as a path from a root of sources. */
  public SizeBudget named(String name) {
    Objects.requireNonNull(name, "name");
    return new SizeBudget(name, text, limits);
  }

  /** The name of the file that it is from; empty if it was put together in code. */
  public String source() {
    return source;
  }

  /** The text it was read from with other figures in some lines. */
  String withFigures(SortedMap<Integer, Long> figures) {
    String tight = new BudgetText(source, text).with(figures);
    // Whatever a rewritten line means now, it is a budget that can be read.
    BudgetReader.read(ConfigTable.toml(source, tight));
    return tight;
  }

  /** The limits, in the order written. */
  public List<Limit> limits() {
    return limits;
  }

  @Override
  public String toString() {
    return source + ", " + limits.size() + " limits";
  }
}
