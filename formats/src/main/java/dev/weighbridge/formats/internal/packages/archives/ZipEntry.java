package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.packages.entries.EntryKind;

/**
 * One record of the central directory of a zip file.
 *
 * @param path its name
 * @param flags general purpose bits
 * @param method how its contents are packed
 * @param mode file mode of Unix, 0 if not stated
 * @param check the CRC-32 of its contents
 * @param packedSize bytes of its packed contents
 * @param fileSize bytes of its contents
 * @param localStart where its local header begins
 * @param recordStart where this record begins
 * @param recordEnd where it ends
 */
record ZipEntry(
    String path,
    int flags,
    int method,
    int mode,
    long check,
    long packedSize,
    long fileSize,
    long localStart,
    long recordStart,
    long recordEnd) {
  static final int STORED = 0;
  static final int DEFLATED = 8;
  private static final int SYMBOLIC_LINK = 0120000;
  private static final int TYPE = 0170000;

  boolean isEncrypted() {
    return (flags & 1) != 0;
  }

  boolean hasDescriptor() {
    return (flags & 8) != 0;
  }

  String codec() {
    return switch (method) {
      case STORED -> "";
      case DEFLATED -> "deflate";
      case 9 -> "deflate64";
      case 12 -> "bzip2";
      case 14 -> "lzma";
      case 93 -> "zstd";
      case 95 -> "xz";
      default -> "method " + method;
    };
  }

  EntryKind kind() {
    if (path.endsWith("/")) {
      return EntryKind.DIRECTORY;
    }
    return (mode & TYPE) == SYMBOLIC_LINK ? EntryKind.SYMBOLIC_LINK : EntryKind.FILE;
  }
}
