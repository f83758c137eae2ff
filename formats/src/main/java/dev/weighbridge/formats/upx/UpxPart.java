package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.Kind;

/**
 * What bytes of a packed file are.
 *
 * @param label without brackets: {@code UPX stub}
 * @param start file offset of the first byte
 * @param end file offset behind the last one
 * @param kind what they are
 */
public record UpxPart(String label, long start, long end, Kind kind) {
  /** Packed data, of which what comes out tells more. */
  public static final String DATA = "UPX-packed data";

  /** What unpacks them. */
  public static final String STUB = "UPX stub";

  /** Bytes of the original that are kept as they were: resources, what was appended. */
  static final String KEPT = "kept by UPX";

  static final String HEADERS = "UPX headers";

  /** Whether they are of the original, packed or not. */
  public boolean isInside() {
    return label.equals(DATA) || isKept();
  }

  /** Whether they are of the original as they are, of which its format tells more. */
  public boolean isKept() {
    return label.equals(KEPT);
  }
}
