package dev.weighbridge.rustc;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How the compiler laid out a type.
 *
 * @param name as the compiler prints it
 * @param size its bytes
 * @param alignment in bytes
 * @param discriminant bytes that tell its variants apart; 0 if a value that no field has does so
 * @param variants what it can hold; one without a name for types other than enums, unions and
 *     futures; none if it holds nothing
 * @param endPadding bytes behind the longest variant that hold nothing
 */
public record TypeSize(
    String name,
    long size,
    long alignment,
    long discriminant,
    List<TypeVariant> variants,
    long endPadding) {
  /** Checks that nothing is missing. */
  public TypeSize {
    Objects.requireNonNull(variants, "variants");
    Objects.requireNonNull(name, "name");
    variants = List.copyOf(variants);
  }

  /** Bytes that hold nothing: those at its end, and those in its longest variant. */
  public long padding() {
    return endPadding
        + variants.stream()
            .max(Comparator.comparingLong(TypeVariant::size))
            .map(TypeVariant::padding)
            .orElse(0L);
  }

  /** How many variants have a name. */
  public int variantCount() {
    return (int) variants.stream().filter(variant -> !variant.name().isEmpty()).count();
  }

  /** How many fields its variants have together. */
  public int fieldCount() {
    return variants.stream()
        .mapToInt(
            variant -> (int) variant.fields().stream().filter(field -> !field.isPadding()).count())
        .sum();
  }

  /**
   * How many bytes its longest variant has more than the next: what every value pays for one of
   * them; 0 with fewer than two.
   */
  public long excess() {
    List<Long> sizes =
        variants.stream().map(TypeVariant::size).sorted(Comparator.reverseOrder()).toList();
    return sizes.size() < 2 ? 0 : sizes.get(0) - sizes.get(1);
  }
}
