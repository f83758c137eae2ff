package dev.weighbridge.formats.internal.upx;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.upx.UpxFile;
import dev.weighbridge.formats.upx.UpxPart;
import java.util.List;
import java.util.Optional;

/** States the parts of a program that UPX has packed. */
public final class UpxFacts {
  private UpxFacts() {}

  /**
   * States what a file has of UPX; nothing if it is not packed. Of one that is damaged or altered
   * it is said what is wrong, and no byte behind the headers is taken for code.
   *
   * @param end where what UPX may have packed ends
   * @return whether it is packed
   */
  public static boolean state(ImageBuilder image, Bytes file, long end) {
    long begin = UpxFile.start(file);
    if (begin < 0) {
      return false;
    }
    List<UpxPart> parts = List.of();
    try {
      Optional<UpxFile> upx = UpxFile.of(file);
      parts = upx.map(UpxFile::parts).orElse(parts);
      if (upx.isPresent()) {
        upx.get().unpack();
      } else {
        image
            .diagnostics()
            .warn("UPX header", begin, "one with its checksum", "none that is sound");
      }
    } catch (BinaryException e) {
      image.diagnostics().warn(e);
    }
    for (UpxPart part : parts) {
      if (!part.isKept()) {
        row(image, part.label(), part.kind(), part.start(), part.end());
      }
    }
    if (parts.isEmpty()) {
      row(image, UpxPart.DATA, Kind.OTHER, begin, end);
    }
    return true;
  }

  /** States a row of its own, in whichever section it is. */
  private static void row(ImageBuilder image, String label, Kind kind, long start, long end) {
    image.structure(image.rowLabel(label), kind, start, end - start, Subject.NONE, -1);
  }
}
