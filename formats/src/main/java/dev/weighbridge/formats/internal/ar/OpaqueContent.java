package dev.weighbridge.formats.internal.ar;

import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;

/** What a member holds that no format reads, by its first bytes. */
final class OpaqueContent {
  /** {@code BC} C0 DE: LLVM Bitcode File Format, Magic Numbers. */
  private static final int BITCODE = 0x4243_C0DE;

  /** The same in a wrapper for the Darwin tools: Bitcode Wrapper Format. */
  private static final int WRAPPED_BITCODE = 0xDEC0_170B;

  /** {@code rust}, then zeros and a version: metadata that rustc has not put into an object. */
  private static final int RUST = 0x7275_7374;

  private OpaqueContent() {}

  static String label(Bytes content) {
    int magic = content.length() < 4 ? 0 : content.withOrder(ByteOrder.BIG_ENDIAN).i32(0);
    return switch (magic) {
      case BITCODE, WRAPPED_BITCODE -> "LLVM bitcode";
      case RUST -> "Rust metadata";
      default -> ArFile.isArchive(content) ? "archive in an archive" : "member content";
    };
  }
}
