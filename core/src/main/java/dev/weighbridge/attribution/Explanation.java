package dev.weighbridge.attribution;

import java.util.List;

/**
 * Everything known of one byte: the layers from the file down to the symbol.
 *
 * @param fileOffset its file offset, or -1 if it is memory-only
 * @param address its virtual address, or -1 if it is not loaded
 * @param span row of the leaf span in {@link Partition}
 * @param layers what covers it, coarsest first
 */
public record Explanation(long fileOffset, long address, int span, List<Layer> layers) {
  /**
   * One thing that covers the byte.
   *
   * @param name what sort of thing: {@code segment}, {@code section}, {@code symbol}
   * @param text which one
   * @param start its first byte: a file offset, or a place behind the file if memory-only
   * @param end its end, exclusive
   */
  public record Layer(String name, String text, long start, long end) {}

  /** Copies the layers. */
  public Explanation {
    layers = List.copyOf(layers);
  }
}
