package dev.weighbridge.report.answer;

import java.util.Objects;
import java.util.Optional;

/** How people see numbers of bytes. Programs always get bytes. */
public enum Units {
  /** Whole bytes in groups of three digits: {@code 4,397,024}. */
  BYTES("bytes", 0, "", ""),
  /** Three digits and a unit of 1,024 of the one before: {@code 4.19 MiB}. */
  BINARY("binary", 1024, "KMGTPE", "iB"),
  /** Three digits and a unit of 1,000 of the one before: {@code 4.40 MB}. */
  DECIMAL("decimal", 1000, "kMGTPE", "B");

  /** What three digits can say: from here on the next unit says it. */
  private static final double MOST = 999.5;

  private static final Units[] BY_ORDINAL = values();

  private final String key;
  private final int step;
  private final String prefixes;
  private final String unit;

  Units(String key, int step, String prefixes, String unit) {
    this.key = key;
    this.step = step;
    this.prefixes = prefixes;
    this.unit = unit;
  }

  /** The word that names it: {@code binary}. */
  public String key() {
    return key;
  }

  /** The units with this {@link #key}. */
  public static Optional<Units> named(String key) {
    Objects.requireNonNull(key, "key");
    for (Units units : BY_ORDINAL) {
      if (units.key.equals(key)) {
        return Optional.of(units);
      }
    }
    return Optional.empty();
  }

  /** A number of bytes as people see it. */
  public String text(long bytes) {
    if (this == BYTES) {
      return Figures.grouped(bytes);
    }
    double value = Math.abs((double) bytes);
    int steps = 0;
    while (value >= MOST) {
      value /= step;
      steps++;
    }
    String sign = bytes < 0 ? "-" : "";
    return steps == 0
        ? bytes + " B"
        : sign + threeDigits(value) + " " + prefixes.charAt(steps - 1) + unit;
  }

  /** A change of a number of bytes, {@code +1.21 KiB}; {@code -} for none. */
  public String change(long bytes) {
    return bytes == 0 ? "-" : (bytes > 0 ? "+" : "") + text(bytes);
  }

  /** A value of less than {@value #MOST} with as many decimals as three digits leave room for. */
  private static String threeDigits(double value) {
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    long scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
    long scaled = Math.round(value * scale);
    String whole = Long.toString(scaled / scale);
    if (decimals == 0) {
      return whole;
    }
    return whole + "." + Long.toString(scaled % scale + scale).substring(1);
  }
}
