package dev.weighbridge.packages;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
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
}
