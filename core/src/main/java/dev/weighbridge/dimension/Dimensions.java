package dev.weighbridge.dimension;

import dev.weighbridge.crates.CratePolicy;
import java.util.List;
import java.util.Optional;

/** The built-in dimensions. */
public final class Dimensions {
  /** By image: architecture slice or archive member. */
  public static final Dimension IMAGE = new ImageDimension();

  /** By loaded segment. */
  public static final Dimension SEGMENT = new SegmentDimension();

  /** By section. */
  public static final Dimension SECTION = new SectionDimension();

  /** By what the bytes are. */
  public static final Dimension KIND = new KindDimension();

  /** By symbol. */
  public static final Dimension SYMBOL = new SymbolDimension();

  /** By generic item: all copies together, whatever their type arguments. */
  public static final Dimension GENERIC = new GenericDimension();

  /** By crate, by the policy {@link CratePolicy#RESPONSIBLE}. */
  public static final Dimension CRATE = new CrateDimension(CratePolicy.RESPONSIBLE);

  private static final List<Dimension> ALL =
      List.of(IMAGE, SEGMENT, SECTION, KIND, SYMBOL, GENERIC, CRATE);

  private Dimensions() {}

  /** All built-in dimensions, coarsest first. */
  public static List<Dimension> all() {
    return ALL;
  }

  /** By crate, by a policy. */
  public static Dimension crate(CratePolicy policy) {
    return policy == CratePolicy.RESPONSIBLE ? CRATE : new CrateDimension(policy);
  }

  /** The built-in dimension of this name. */
  public static Optional<Dimension> named(String name) {
    for (Dimension dimension : ALL) {
      if (dimension.name().equals(name)) {
        return Optional.of(dimension);
      }
    }
    return Optional.empty();
  }
}
