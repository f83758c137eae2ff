package dev.weighbridge.packages;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.measure.Quantity;
import dev.weighbridge.query.Query;
import dev.weighbridge.query.UnknownWordException;
import java.util.ArrayList;
import java.util.List;

/** What is counted of packages. */
public final class PackageMeasures {
  /** The word for {@link #SHIPPED}. */
  static final String NAME = "shipped";

  /** Bytes of the package: what travels. */
  public static final Measure SHIPPED = new ShippedMeasure();

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
    List<Measure> measures = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      Measure measure = word.equals(NAME) ? SHIPPED : Measures.parse(word).get(0);
      if (measures.contains(measure)) {
        throw new UnknownWordException("each measure once", words, List.of());
      }
      measures.add(measure);
    }
    return List.copyOf(measures);
  }

  private static final class ShippedMeasure implements Measure {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public String title() {
      return "Shipped";
    }

    @Override
    public Quantity quantity() {
      return Quantity.BYTES;
    }

    @Override
    public String unit() {
      return "bytes shipped";
    }

    /** A binary by itself is shipped as it is. */
    @Override
    public MeasureValues values(Query query) {
      return Measures.FILE.values(query);
    }
  }
}
