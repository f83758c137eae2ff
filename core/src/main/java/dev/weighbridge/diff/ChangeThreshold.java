package dev.weighbridge.diff;

import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.internal.config.ByteCount;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may change before it is worth a word: changes that are below both figures are noise.
 * Padding does not count, as one byte of code may change it by a page.
 *
 * @param bytes changes of this many bytes and more count
 * @param hundredths changes of this many hundredths of a percent of the file and more count
 */
public record ChangeThreshold(long bytes, long hundredths) {
  private static final Pattern FORM =
      Pattern.compile("([^,]+),\\s*([0-9]{1,4}(?:\\.[0-9]{1,2})?) ?%");

  /** Checks the range. */
  public ChangeThreshold {
    if (bytes < 0 || hundredths < 0) {
      throw new IllegalArgumentException("expected a threshold of 0 or more, found less");
    }
  }

  /**
   * The threshold that a text names: {@code 512,0.1%}, {@code 4 KiB, 1 %}.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static ChangeThreshold parse(String text) {
    Objects.requireNonNull(text, "text");
    Matcher matcher = FORM.matcher(text);
    OptionalLong bytes =
        matcher.matches() ? ByteCount.parse(matcher.group(1).strip()) : OptionalLong.empty();
    if (bytes.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a size and a share such as 512,0.1%, found '" + text + "'");
    }
    long hundredths = Math.round(Double.parseDouble(matcher.group(2)) * 100);
    return new ChangeThreshold(bytes.getAsLong(), hundredths);
  }

  /**
   * Whether neither the file nor any row of the first level changed by as much. Rows that did do
   * not count where symbols are what they were, all together: then they were only counted to other
   * rows, as the order of a link decides of what several may claim.
   */
  public boolean isNoise(SizeDiff diff) {
    Objects.requireNonNull(diff, "diff");
    long whole = Math.max(diff.before().normalisedSize(), 1);
    if (!isNoise(diff.delta().normalisedSize(), whole)) {
      return false;
    }
    for (DiffRow row : diff.rows()) {
      if (!isNoise(row.delta().normalisedSize(), whole)) {
        return isNoise(whole, bySymbol(diff).rows());
      }
    }
    return true;
  }

  private static SizeDiff bySymbol(SizeDiff diff) {
    return new SizeDiff(bySymbol(diff.beforeTree()), bySymbol(diff.afterTree()));
  }

  private static SizeTree bySymbol(SizeTree tree) {
    return new SizeTree(tree.query(), List.of(Dimensions.SYMBOL)).only(tree.kinds());
  }

  /** Whether what grew among some rows is below both figures, and what shrank, each in sum. */
  private boolean isNoise(long whole, List<DiffRow> rows) {
    long grown = 0;
    long shrunk = 0;
    for (DiffRow row : rows) {
      long change = row.delta().normalisedSize();
      grown += Math.max(change, 0);
      shrunk += Math.min(change, 0);
    }
    return isNoise(grown, whole) && isNoise(shrunk, whole);
  }

  private boolean isNoise(long change, long whole) {
    long size = Math.abs(change);
    return size == 0 || (size < bytes && size * 10_000.0 / whole < hundredths);
  }

  /** As a text that {@link #parse} reads. */
  @Override
  public String toString() {
    String fraction = Long.toString(100 + hundredths % 100).substring(1);
    return bytes + "," + hundredths / 100 + "." + fraction + "%";
  }
}
