package dev.weighbridge.packages;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.UnknownWordException;
import java.util.List;

/** What is counted of packages. */
public final class PackageMeasures {
  /** Bytes of the package: what travels. */
  public static final Measure SHIPPED = Measures.SHIPPED;

  private static final List<Measure> USUAL = List.of(SHIPPED, Measures.FILE);

  private PackageMeasures() {}

  /** Those of who asks for none: bytes that travel, and bytes once unpacked. */
  public static List<Measure> usual() {
    return USUAL;
  }

  /**
   * The measures of words with commas between them: {@code shipped,file}.
   *
   * @throws UnknownWordException if a word is none of them, or there twice
   */
  public static List<Measure> parse(String words) {
    return Measures.parse(words);
  }
}
