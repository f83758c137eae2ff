package dev.weighbridge.rustc;

import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which types to show, and in what order.
 *
 * @param limit types; what is cut is left out, as sizes of types are nothing to add up
 * @param filter keeps a type if the pattern is found in its name
 * @param order how types are sorted
 */
public record TypeSelection(RowLimit limit, Optional<Pattern> filter, TypeOrder order) {
  /** Twenty types, largest first. */
  public static final TypeSelection DEFAULT =
      new TypeSelection(RowLimit.of(20), Optional.empty(), TypeOrder.SIZE);

  /** How types are sorted; those alike in it by their size. */
  public enum TypeOrder {
    /** Largest first. */
    SIZE,
    /** Most bytes that hold nothing first. */
    PADDING,
    /** Those whose longest variant has most bytes more than the next first. */
    EXCESS,
    /** By name, in the order of its characters. */
    LABEL
  }

  /** Checks the values. */
  public TypeSelection {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(order, "order");
  }

  /** The types that pass the filter, however many. */
  public List<TypeSize> all(TypeSizes sizes) {
    Objects.requireNonNull(sizes, "sizes");
    List<TypeSize> types = new ArrayList<>();
    for (TypeSize type : sizes.types()) {
      if (filter.isEmpty() || filter.get().matcher(type.name()).find()) {
        types.add(type);
      }
    }
    switch (order) {
      case SIZE -> {}
      case PADDING -> types.sort(Comparator.comparing(TypeSize::padding).reversed());
      case EXCESS -> types.sort(Comparator.comparing(TypeSize::excess).reversed());
      case LABEL -> types.sort(Comparator.comparing(TypeSize::name));
    }
    return types;
  }

  /** The types to show. */
  public List<TypeSize> of(TypeSizes sizes) {
    Objects.requireNonNull(sizes, "sizes");
    return limit.cut(all(sizes), TypeSize::name, TypeSize::size).shown();
  }
}
