package dev.weighbridge.formats.stream;

/**
 * What the bytes of a file cost in a stream that restores it: how many bits of the stream make
 * everything before each of some places in the file. Immutable.
 */
public final class StreamCosts {
  private final StreamFormat format;
  private final long streamSize;
  private final CostCurve curve;

  StreamCosts(StreamFormat format, long streamSize, CostCurve curve) {
    this.format = format;
    this.streamSize = streamSize;
    this.curve = curve;
  }

  /** How the stream is compressed. */
  public StreamFormat format() {
    return format;
  }

  /** Bytes of the stream. */
  public long streamSize() {
    return streamSize;
  }

  /**
   * The bits that make all bytes before a place.
   *
   * @param border index of the place among those asked for
   */
  public double bitsBefore(int border) {
    return curve.before(border) / (double) CostCurve.BIT;
  }

  /**
   * As {@link #bitsBefore}, in bytes, rounded half up; it never falls from place to place, so that
   * differences add up.
   */
  public long bytesBefore(int border) {
    long ofByte = 8 * CostCurve.BIT;
    return (curve.before(border) + ofByte / 2) / ofByte;
  }

  /** The bits that make no byte: headers, checksums, indexes, alignment, what trails. */
  public double frameBits() {
    return curve.frame() / (double) CostCurve.BIT;
  }
}
