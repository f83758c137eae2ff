package dev.weighbridge.rustc;

import java.util.List;
import java.util.Objects;

/**
 * What a type can hold at a time: a variant of an enum, a state of a future, or all there is of
 * other types.
 *
 * @param name its name; empty for a type without variants
 * @param size its bytes without the discriminant and what is behind it
 * @param fields what it holds, with the gaps between, by where they lie
 */
public record TypeVariant(String name, long size, List<TypeField> fields) {
  /** Checks that nothing is missing. */
  public TypeVariant {
    Objects.requireNonNull(fields, "fields");
    Objects.requireNonNull(name, "name");
    fields = List.copyOf(fields);
  }

  /** Bytes that hold nothing. */
  public long padding() {
    return fields.stream().filter(TypeField::isPadding).mapToLong(TypeField::size).sum();
  }
}
