package dev.weighbridge.formats.internal.appended;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What lies behind everything that the headers of an image tell of: an archive that the program
 * unpacks, a file system that it mounts, a signature. No tool that rewrites the image keeps it.
 */
public final class AppendedData {
  /** Behind the signature of a kernel module and what describes it: module_signature.h. */
  private static final byte[] MODULE_SIGNATURE =
      "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII);

  /** Bytes that describe the signature; its length is a big-endian number at 8. */
  private static final int SIGNATURE_FACTS = 12;

  private AppendedData() {}

  /** States what lies behind all that an image's builder was told of; zeros are none. */
  public static void state(ImageBuilder image, Bytes bytes) {
    long end = bytes.length();
    long start = image.statedEnd();
    while (start < end && bytes.u8(start) == 0) {
      start++;
    }
    if (start >= end) {
      return;
    }
    long signature = moduleSignature(bytes, start, end);
    if (signature < end) {
      image.structure("module signature", Kind.SIGNATURE, signature, end - signature);
    }
    if (start < signature) {
      String label = AppendedKind.label(bytes, start, signature);
      image.structure(label, Kind.OTHER, start, signature - start);
    }
  }

  /** Where the signature of a module begins; {@code end} if there is none. */
  private static long moduleSignature(Bytes bytes, long start, long end) {
    long mark = end - MODULE_SIGNATURE.length;
    long facts = mark - SIGNATURE_FACTS;
    if (facts < start || !AppendedKind.isAt(bytes, MODULE_SIGNATURE, mark, end)) {
      return end;
    }
    long length = bytes.withOrder(ByteOrder.BIG_ENDIAN).u32(facts + 8);
    return Math.max(start, facts - length);
  }
}
