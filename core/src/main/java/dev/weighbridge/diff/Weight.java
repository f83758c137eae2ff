package dev.weighbridge.diff;

/**
 * What a row weighs in one build, or by how much it differs between two.
 *
 * @param fileSize bytes in the file
 * @param memorySize bytes in memory at run time
 * @param padding how many of the bytes in the file only align what follows
 * @param count symbols and functions with bytes there
 */
public record Weight(long fileSize, long memorySize, long padding, int count) {
  /** Nothing. */
  public static final Weight NONE = new Weight(0, 0, 0, 0);

  /** Bytes in the file that are not padding. */
  public long normalisedSize() {
    return fileSize - padding;
  }

  /** This less another one. */
  public Weight minus(Weight other) {
    return new Weight(
        fileSize - other.fileSize,
        memorySize - other.memorySize,
        padding - other.padding,
        count - other.count);
  }

  /** This and another one. */
  public Weight plus(Weight other) {
    return new Weight(
        fileSize + other.fileSize,
        memorySize + other.memorySize,
        padding + other.padding,
        count + other.count);
  }
}
