package dev.weighbridge.formats.packages.entries;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Objects;

/**
 * Bytes that can be read at any place, and what of the outer file travels for them.
 *
 * @param bytes the bytes
 * @param shares of their places
 */
public record Region(Bytes bytes, Shares shares) {
  /** Checks that nothing is missing. */
  public Region {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(shares, "shares");
  }

  /** The outer file itself. */
  public static Region ofFile(Bytes file) {
    Objects.requireNonNull(file, "file");
    return new Region(file, Shares.asTheyAre(0));
  }

  /** How many bytes it has. */
  public long length() {
    return bytes.length();
  }

  /** A part of it. */
  public Region slice(long start, long end) {
    return new Region(bytes.slice(start, end), place -> shares.upTo(start + place));
  }

  /** Bytes of the outer file that travel for a range of it. */
  public long shipped(long start, long end) {
    return shares.upTo(end) - shares.upTo(start);
  }

  /** Bytes of the outer file that travel for all of it. */
  public long shipped() {
    return shipped(0, length());
  }
}
