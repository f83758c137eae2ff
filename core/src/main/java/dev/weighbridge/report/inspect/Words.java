package dev.weighbridge.report.inspect;

import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import java.util.Locale;

/** Constants and numbers in words. */
final class Words {
  private Words() {}

  /** For people: {@code dynamic table}. */
  static String of(Enum<?> constant) {
    return key(constant).replace('_', ' ');
  }

  /** For programs: {@code dynamic_table}. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What stands above a table: what it lists, and how many there are. */
  static Line heading(String title, int count) {
    return Line.of(title + ": " + (count == 0 ? "none" : Figures.grouped(count)));
  }
}
