package dev.weighbridge.formats.packages;

import java.io.IOException;

/** What unpacked contents are. */
enum Contents {
  TAR,
  CPIO,
  FILE;

  /** What contents are by what they begin with, which is read. */
  static Contents of(ContentStream stream) throws IOException {
    byte[] head = new byte[TarHeader.BLOCK];
    int count = stream.readUpTo(head, 0, head.length);
    if (CpioReader.begins(head, count)) {
      return CPIO;
    }
    return TarReader.begins(head, count) ? TAR : FILE;
  }
}
