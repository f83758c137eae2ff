package dev.weighbridge.budget;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.internal.config.ByteCount;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.internal.config.ProjectTables;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the limits of one of the three tables of a budget. */
final class BudgetReader {
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,2})?) ?%");
  private static final String LIMITS = "limits";
  private static final String TREND = "trend";
  private static final String BUILDS = "builds";
  private static final String ALLOWED = "allowed";
  private static final String OPTIONAL = "optional";
  private static final String REASON = "reason";
  private static final String EXPIRES = "expires";
  private static final List<String> TERMS = List.of(ALLOWED, OPTIONAL, REASON, EXPIRES);
  private static final int MOST_BUILDS = 1_000_000;
  private static final String SHARE =
      "a size such as 8 KiB, a share such as 1.5 %, or a list of both";

  private final boolean isGrowth;
  private final int builds;
  private final List<Limit> limits;

  private BudgetReader(boolean isGrowth, int builds, List<Limit> limits) {
    this.isGrowth = isGrowth;
    this.builds = builds;
    this.limits = limits;
  }

  /** The limits of a whole file, in its order within each table. */
  static List<Limit> read(ConfigTable table) {
    ProjectTables.check(table);
    List<Limit> limits = new ArrayList<>();
    for (String part : ProjectTables.OF_BUDGET) {
      if (table.has(part)) {
        ConfigTable home = table.table(part).orElseThrow();
        int builds = part.equals(TREND) ? builds(home) : 0;
        new BudgetReader(!part.equals(LIMITS), builds, limits).readAll(home);
      }
    }
    return limits;
  }

  private static int builds(ConfigTable trend) {
    OptionalLong builds = trend.count(BUILDS);
    if (builds.isEmpty() || builds.getAsLong() < 1 || builds.getAsLong() > MOST_BUILDS) {
      throw trend.fault(BUILDS, "how many builds to look back, 1 or more");
    }
    return (int) builds.getAsLong();
  }

  private void readAll(ConfigTable home) {
    for (String key : home.keys()) {
      if (builds == 0 || !key.equals(BUILDS)) {
        read(home, key);
      }
    }
  }

  private void read(ConfigTable home, String key) {
    Optional<Measure> measure = Measures.named(key);
    Optional<LimitSubject> whole = LimitSubject.named(key);
    if (measure.isPresent() && home.isTable(key)) {
      ConfigTable counted = home.table(key).orElseThrow();
      List<String> tables = rowsIn(counted);
      if (counted.has(ALLOWED) || tables.isEmpty()) {
        read(home, key, whole.orElseThrow(), LimitTerms.NONE);
      }
      tables.forEach(name -> readRows(counted, name, measure.get(), ""));
    } else if (whole.isPresent()) {
      read(home, key, whole.get(), LimitTerms.NONE);
    } else {
      readRows(home, key, Measures.FILE, "");
    }
  }

  /**
   * Reads limits on the rows of a dimension.
   *
   * @param entry the entry of a package that they are about; empty if they are about all there is
   */
  private void readRows(ConfigTable home, String key, Measure measure, String entry) {
    Dimension dimension = LimitSubject.dimension(key).orElse(null);
    if (dimension == null || !home.isTable(key)) {
      String names = String.join(", ", Dimensions.names());
      throw home.fault(key, "file, normalised, symbols, or a table of one of " + names);
    }
    ConfigTable rows = home.table(key).orElseThrow();
    boolean isRegion =
        dimension.equals(Dimensions.REGION) && measure.equals(Measures.FILE) && entry.isEmpty();
    for (String label : rows.keys()) {
      LimitSubject subject =
          isRegion
              ? LimitSubject.region(label)
              : LimitSubject.row(dimension, label).in(measure).at(entry);
      checkPattern(rows, label, subject);
      boolean isOfBinary = hasRows(subject) && rows.isTable(label);
      if (!isOfBinary) {
        read(rows, label, subject, LimitTerms.NONE);
        continue;
      }
      // Limits on the rows of the binary there, and maybe one on all of it.
      ConfigTable inside = rows.table(label).orElseThrow();
      List<String> tables = rowsIn(inside);
      if (inside.has(ALLOWED) || tables.isEmpty()) {
        read(rows, label, subject, LimitTerms.NONE);
      }
      tables.forEach(name -> readRows(inside, name, measure, label));
    }
  }

  /** Whether limits on rows may stand below a limit: below that on a measure, or on an entry. */
  private static boolean hasRows(LimitSubject subject) {
    boolean isEntry = subject.name().equals(Dimensions.ENTRY.name()) && subject.entry().isEmpty();
    return !subject.isRow() || (isEntry && !subject.isEach());
  }

  /** The keys of a table but for those that one limit has. */
  private static List<String> rowsIn(ConfigTable table) {
    List<String> names = new ArrayList<>(table.keys());
    if (table.has(ALLOWED)) {
      names.removeAll(TERMS);
    }
    return names;
  }

  private static void checkPattern(ConfigTable rows, String label, LimitSubject subject) {
    if (subject.isPattern()) {
      try {
        subject.pattern();
      } catch (PatternSyntaxException e) {
        String expected = "a regular expression between the slashes (" + e.getDescription() + ")";
        throw rows.faultOfKey(label, expected);
      }
    }
  }

  private void read(ConfigTable table, String key, LimitSubject subject, LimitTerms terms) {
    if (table.isTable(key)) {
      ConfigTable told = table.table(key).orElseThrow();
      if (!hasRows(subject)) {
        told.allowOnly(TERMS.toArray(String[]::new));
      }
      if (!told.has(ALLOWED)) {
        throw told.fault(ALLOWED, isGrowth ? SHARE : ByteCount.EXPECTED);
      }
      read(told, ALLOWED, subject, terms(told));
    } else if (!isGrowth) {
      OptionalLong allowed = subject.isCount() ? table.count(key) : table.bytes(key);
      add(Limit.size(subject, allowed.orElseThrow()), table, key, terms);
    } else if (table.isNumber(key)) {
      add(Limit.growth(subject, table.count(key).orElseThrow()), table, key, terms);
    } else {
      List<String> texts = table.texts(key);
      if (texts.isEmpty()) {
        throw table.fault(key, SHARE);
      }
      for (String text : texts) {
        add(growth(table, key, subject, text), table, key, terms);
      }
    }
  }

  private static LimitTerms terms(ConfigTable told) {
    String reason = told.has(REASON) ? told.requiredText(REASON) : "";
    return new LimitTerms(told.flag(OPTIONAL), reason, told.date(EXPIRES), 0);
  }

  private void add(Limit limit, ConfigTable table, String key, LimitTerms told) {
    LimitTerms terms =
        new LimitTerms(told.isOptional(), told.reason(), told.expires(), table.line(key));
    Limit complete = limit.with(terms);
    limits.add(builds > 0 ? complete.over(builds) : complete);
  }

  private static Limit growth(ConfigTable table, String key, LimitSubject subject, String text) {
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return Limit.growthPercent(subject, Double.parseDouble(percent.group(1)));
    }
    OptionalLong bytes = ByteCount.parse(text);
    if (bytes.isEmpty()) {
      throw table.fault(key, SHARE);
    }
    return Limit.growth(subject, bytes.getAsLong());
  }
}
