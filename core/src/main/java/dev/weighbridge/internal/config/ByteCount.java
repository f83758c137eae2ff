package dev.weighbridge.internal.config;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of bytes as people write them: {@code 400 KiB}, {@code 1.5MB}, {@code 4096}.
 *
 * <p>Strict: {@code KB}, {@code MB} and {@code GB} are powers of 1000, {@code KiB}, {@code MiB} and
 * {@code GiB} powers of 1024, letters as shown, and the result must be a whole number of bytes.
 */
public final class ByteCount {
  /** What is understood, for the text of an error. */
  public static final String EXPECTED = "a size such as 400 KiB, 1.5MB or 4096";

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,18})?)(?: ?(B|KB|MB|GB|KiB|MiB|GiB))?");

  private ByteCount() {}

  /**
   * The bytes a text stands for.
   *
   * @return empty if it is not of the form above, or more than a {@code long} holds
   */
  public static OptionalLong parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(unit(matcher.group(2)));
    try {
      return OptionalLong.of(bytes.longValueExact());
    } catch (ArithmeticException e) {
      // Half a byte, or more than any file has.
      return OptionalLong.empty();
    }
  }

  /**
   * A number of bytes written as another text is: in its unit, rounded up, where that adds no more
   * than a hundredth, else in the next smaller unit of its family.
   */
  public static String like(String text, long bytes) {
    Matcher matcher = FORM.matcher(text);
    String name = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
    String blank = text.indexOf(' ') >= 0 ? " " : "";
    for (String unit = name; unit.length() > 1; unit = smaller(unit)) {
      long one = unit(unit).longValueExact();
      long count = bytes / one + (bytes % one == 0 ? 0 : 1);
      if ((count * one - bytes) * 100 <= bytes) {
        return count + blank + unit;
      }
    }
    return name.isEmpty() ? Long.toString(bytes) : bytes + blank + "B";
  }

  private static String smaller(String unit) {
    return switch (unit) {
      case "GiB" -> "MiB";
      case "MiB" -> "KiB";
      case "GB" -> "MB";
      case "MB" -> "KB";
      default -> "B";
    };
  }

  private static BigDecimal unit(@Nullable String name) {
    if (name == null) {
      return BigDecimal.ONE;
    }
    return switch (name) {
      case "KB" -> BigDecimal.valueOf(1_000);
      case "MB" -> BigDecimal.valueOf(1_000_000);
      case "GB" -> BigDecimal.valueOf(1_000_000_000);
      case "KiB" -> BigDecimal.valueOf(1L << 10);
      case "MiB" -> BigDecimal.valueOf(1L << 20);
      case "GiB" -> BigDecimal.valueOf(1L << 30);
      default -> BigDecimal.ONE;
    };
  }
}
