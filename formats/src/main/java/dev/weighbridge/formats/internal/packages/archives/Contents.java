package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.packages.entries.ContentStream;
import java.io.IOException;

/** What unpacked contents are. */
public enum Contents {
  TAR,
  CPIO,
  FILE;

  /** What contents are by what they begin with, which is read. */
  public static Contents of(ContentStream stream) throws IOException {
    byte[] head = new byte[TarHeader.BLOCK];
    int count = stream.readUpTo(head, 0, head.length);
    if (CpioReader.begins(head, count)) {
      return CPIO;
    }
    return TarReader.begins(head, count) ? TAR : FILE;
  }
}
