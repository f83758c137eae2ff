package dev.weighbridge.packages;

import java.util.Objects;

/**
 * Bytes of a package that belong to none of its entries.
 *
 * @param layer where they lie, an index into {@link EntryTable#layers}
 * @param label what they are, in brackets: {@code [archive]}
 * @param shipped how many they are
 */
public record OwnBytes(int layer, String label, long shipped) {
  /** Refuses null. */
  public OwnBytes {
    Objects.requireNonNull(label, "label");
  }
}
