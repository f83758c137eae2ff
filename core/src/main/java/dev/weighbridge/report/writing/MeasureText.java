package dev.weighbridge.report.writing;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.util.ArrayList;
import java.util.List;

/** What measures are called in output. */
public final class MeasureText {
  private MeasureText() {}

  /** The name of its column in machine output: {@code fileSize}, {@code memorySize}, its name. */
  public static String key(Measure measure) {
    boolean isUsual = Measures.usual().contains(measure);
    return isUsual ? measure.name() + "Size" : measure.name();
  }

  /** The heading of the column with its share of the whole: {@code % of file}. */
  public static String share(Measure measure) {
    return "% of " + measure.name();
  }

  /** Those that output has only if they are asked for. */
  public static List<Measure> unusual(List<Measure> asked) {
    List<Measure> unusual = new ArrayList<>(asked);
    unusual.removeAll(Measures.usual());
    return unusual;
  }
}
