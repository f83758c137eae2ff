package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.category.Grouping;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.StdView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

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

  /** By crate, by the policy {@link CratePolicy#RESPONSIBLE}, each crate of std by itself. */
  public static final Dimension CRATE = crate(CratePolicy.RESPONSIBLE, StdView.SPLIT);

  /** By module path: {@code serde_json::de}. */
  public static final Dimension MODULE = new ModuleDimension(ModuleDimension.WHOLE);

  /** By function: closures and the pieces that compilers split off count as part of theirs. */
  public static final Dimension FUNCTION = new FunctionDimension();

  /** By what bytes are for: panic machinery, formatting, drop glue ... */
  public static final Dimension CATEGORY = new CategoryDimension();

  private static final List<Dimension> ALL =
      List.of(IMAGE, SEGMENT, SECTION, KIND, SYMBOL, GENERIC, CRATE, MODULE, FUNCTION, CATEGORY);

  private Dimensions() {}

  /** All built-in dimensions, coarsest first. */
  public static List<Dimension> all() {
    return ALL;
  }

  /** By crate, by a policy, each crate of std by itself. */
  public static CrateDimension crate(CratePolicy policy) {
    return crate(policy, StdView.SPLIT);
  }

  /** By crate, by a policy. */
  public static CrateDimension crate(CratePolicy policy, StdView view) {
    return new CrateDimension(policy, view);
  }

  /**
   * By the first names of module paths; several of them one below the other make a tree.
   *
   * @param depth how many names, the crate's included; at least 1
   */
  public static Dimension module(int depth) {
    if (depth < 1) {
      throw new IllegalArgumentException("module depth: expected 1 or more, found " + depth);
    }
    return new ModuleDimension(depth);
  }

  /** By the labels of a grouping; its rules see the crates that a policy finds. */
  public static Dimension grouping(Grouping grouping, CratePolicy policy) {
    return new GroupingDimension(grouping, policy);
  }

  /** By the labels of a grouping; its rules see the crates responsible. */
  public static Dimension grouping(Grouping grouping) {
    return grouping(grouping, CratePolicy.RESPONSIBLE);
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

  /** The same attribution with spans cut where any of some dimensions asks for it. */
  public static Attribution cut(Attribution attribution, List<Dimension> dimensions) {
    long[] places = {};
    for (Dimension dimension : dimensions) {
      long[] more = dimension.cuts(attribution);
      if (places.length == 0) {
        places = more;
      } else if (more.length > 0 && !Arrays.equals(places, more)) {
        places = LongStream.concat(Arrays.stream(places), Arrays.stream(more)).sorted().toArray();
      }
    }
    return attribution.cutAt(places);
  }
}
