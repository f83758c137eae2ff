package dev.weighbridge.budget;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.internal.config.ByteCount;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 * [limits.memory.crate]
 * "*" = "64 KiB"
 * serde_json = { allowed = "32 KiB", optional = true }
 * </pre>
 */
public final class SizeBudget {
  /** A budget without limits, to start from in code. */
  public static final SizeBudget EMPTY = new SizeBudget(List.of());

  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,2})?) ?%");
  private static final String ALLOWED = "allowed";
  private static final String OPTIONAL = "optional";
  private static final String GROWTH =
      "a size such as 8 KiB, a share such as 1.5 %, or a list of both";

  private final List<Limit> limits;

  private SizeBudget(List<Limit> limits) {
    this.limits = List.copyOf(limits);
  }

  /**
   * Reads a TOML file.
   *
   * @throws IOException if it cannot be read
   * @throws dev.weighbridge.config.ConfigException if something in it is not a limit
   */
  public static SizeBudget read(Path file) throws IOException {
    return of(ConfigTable.read(file));
  }

  /**
   * Reads a TOML text.
   *
   * @param source what the text is called in errors: a file name
   * @throws dev.weighbridge.config.ConfigException if something in it is not a limit
   */
  public static SizeBudget parse(String source, String text) {
    return of(ConfigTable.toml(source, text));
  }

  private static SizeBudget of(ConfigTable table) {
    table.allowOnly("limits", "growth");
    List<Limit> limits = new ArrayList<>();
    for (String part : List.of("limits", "growth")) {
      if (table.has(part)) {
        ConfigTable home = table.table(part).orElseThrow();
        for (String key : home.keys()) {
          read(home, key, part.equals("growth"), limits);
        }
      }
    }
    return new SizeBudget(limits);
  }

  private static void read(ConfigTable home, String key, boolean isGrowth, List<Limit> limits) {
    Optional<Measure> measure = Measures.named(key);
    Optional<LimitSubject> whole = LimitSubject.named(key);
    if (measure.isPresent() && home.isTable(key)) {
      ConfigTable counted = home.table(key).orElseThrow();
      for (String name : counted.keys()) {
        readRows(counted, name, measure.get(), isGrowth, limits);
      }
    } else if (whole.isPresent()) {
      read(home, key, whole.get(), isGrowth, limits);
    } else {
      readRows(home, key, Measures.FILE, isGrowth, limits);
    }
  }

  private static void readRows(
      ConfigTable home, String key, Measure measure, boolean isGrowth, List<Limit> limits) {
    Dimension dimension = Dimensions.named(key).orElse(null);
    if (dimension == null || !home.isTable(key)) {
      String names = String.join(", ", Dimensions.names());
      throw home.fault(key, "file, normalised, symbols, or a table of one of " + names);
    }
    ConfigTable rows = home.table(key).orElseThrow();
    boolean isRegion = dimension.equals(Dimensions.REGION) && measure.equals(Measures.FILE);
    for (String label : rows.keys()) {
      LimitSubject subject =
          isRegion ? LimitSubject.region(label) : LimitSubject.row(dimension, label).in(measure);
      read(rows, label, subject, isGrowth, limits);
    }
  }

  private static void read(
      ConfigTable table, String key, LimitSubject subject, boolean isGrowth, List<Limit> limits) {
    if (table.isTable(key)) {
      ConfigTable told = table.table(key).orElseThrow();
      told.allowOnly(ALLOWED, OPTIONAL);
      if (!told.has(ALLOWED)) {
        throw told.fault(ALLOWED, isGrowth ? GROWTH : ByteCount.EXPECTED);
      }
      List<Limit> strict = new ArrayList<>();
      read(told, ALLOWED, subject, isGrowth, strict);
      boolean isOptional = told.flag(OPTIONAL);
      strict.forEach(limit -> limits.add(isOptional ? limit.optional() : limit));
    } else if (!isGrowth) {
      OptionalLong allowed = subject.isCount() ? table.count(key) : table.bytes(key);
      limits.add(Limit.size(subject, allowed.orElseThrow()));
    } else if (table.isNumber(key)) {
      limits.add(Limit.growth(subject, table.count(key).orElseThrow()));
    } else {
      for (String text : table.texts(key)) {
        limits.add(growth(table, key, subject, text));
      }
    }
  }

  private static Limit growth(ConfigTable table, String key, LimitSubject subject, String text) {
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return Limit.growthPercent(subject, Double.parseDouble(percent.group(1)));
    }
    OptionalLong bytes = ByteCount.parse(text);
    if (bytes.isEmpty()) {
      throw table.fault(key, GROWTH);
    }
    return Limit.growth(subject, bytes.getAsLong());
  }

  /** The same budget with one limit more. */
  public SizeBudget withLimit(Limit limit) {
    List<Limit> more = new ArrayList<>(limits);
    more.add(limit);
    return new SizeBudget(more);
  }

  /**
   * The same budget with a limit on a figure.
   *
   * @param size as in a file: {@code 600 KiB}
   * @throws IllegalArgumentException if it is not a size
   */
  public SizeBudget withLimit(LimitSubject subject, String size) {
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
    List<Limit> counted = new ArrayList<>();
    for (Limit limit : limits) {
      LimitSubject subject = limit.subject();
      if (subject.isRow() && subject.measure().equals(Measures.FILE)) {
        measures.forEach(
            measure ->
                counted.add(
                    new Limit(
                        subject.in(measure), limit.type(), limit.allowed(), limit.isOptional())));
      } else {
        counted.add(limit);
      }
    }
    return new SizeBudget(counted);
  }

  /** The limits, in the order written. */
  public List<Limit> limits() {
    return limits;
  }
}
