package dev.weighbridge.formats.internal.packages.archives;

import java.nio.charset.StandardCharsets;

/** One header block of a tar archive: POSIX.1-2001 ustar, and what GNU tar made of it. */
public final class TarHeader {
  public static final int BLOCK = 512;
  private static final int NAME = 0;
  private static final int SIZE = 124;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final int LINK = 157;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final int GNU_IS_EXTENDED = 482;

  private final byte[] block;

  /** The header in a block that is not changed any more. */
  public TarHeader(byte[] block) {
    this.block = block;
  }

  boolean isZero() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sum of the bytes is the one stated; old writers took bytes for signed. */
  boolean hasChecksum() {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean isInField = i >= CHECKSUM && i < CHECKSUM + 8;
      unsigned += isInField ? ' ' : block[i] & 0xFF;
      signed += isInField ? ' ' : block[i];
    }
    long stated = number(CHECKSUM, 8);
    return stated == unsigned || stated == signed;
  }

  public char type() {
    return block[TYPE] == 0 ? '0' : (char) (block[TYPE] & 0xFF);
  }

  /** Bytes of contents; -1 if the field is no number. */
  public long size() {
    return number(SIZE, 12);
  }

  String link() {
    return text(LINK, 100);
  }

  public String path() {
    // GNU tar writes times where POSIX has the prefix, and another magic.
    boolean hasPrefix = text(MAGIC, 6).equals("ustar") && block[MAGIC + 5] == 0;
    String prefix = hasPrefix ? text(PREFIX, 155) : "";
    return prefix.isEmpty() ? text(NAME, 100) : prefix + "/" + text(NAME, 100);
  }

  /** Whether more blocks of the map of a sparse file follow; for type {@code S}. */
  boolean isExtended() {
    return block[GNU_IS_EXTENDED] != 0;
  }

  private String text(int start, int most) {
    int end = start;
    while (end < start + most && block[end] != 0) {
      end++;
    }
    return new String(block, start, end - start, StandardCharsets.UTF_8);
  }

  /** Octal digits between blanks, or a number to the base 256; -1 if neither. */
  private long number(int start, int length) {
    if ((block[start] & 0x80) != 0) {
      return binary(start, length);
    }
    long value = 0;
    boolean hasEnded = false;
    for (int i = start; i < start + length; i++) {
      int c = block[i];
      if (c == 0 || c == ' ') {
        hasEnded |= value > 0;
      } else if (c < '0' || c > '7' || hasEnded) {
        return -1;
      } else {
        value = value << 3 | (c - '0');
      }
    }
    return value;
  }

  private long binary(int start, int length) {
    long value = block[start] & 0x7F;
    for (int i = start + 1; i < start + length; i++) {
      if (value >>> 55 != 0) {
        return -1;
      }
      value = value << 8 | (block[i] & 0xFF);
    }
    return value;
  }
}
