package dev.weighbridge.formats.internal.packages.archives;

import java.util.zip.Checksum;

/** The sum of all bytes in 32 bits, as the format crc of cpio has it in spite of its name. */
final class ByteSum implements Checksum {
  private long sum;

  @Override
  public void update(int value) {
    sum += value & 0xFF;
  }

  @Override
  public void update(byte[] bytes, int start, int count) {
    for (int i = start; i < start + count; i++) {
      sum += bytes[i] & 0xFF;
    }
  }

  @Override
  public long getValue() {
    return sum & 0xFFFF_FFFFL;
  }

  @Override
  public void reset() {
    sum = 0;
  }
}
