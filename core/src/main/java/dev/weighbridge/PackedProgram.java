package dev.weighbridge;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.upx.UpxFile;
import dev.weighbridge.formats.upx.UpxPart;
import dev.weighbridge.shipped.Shipping;
import java.util.Optional;

/**
 * A program that unpacks itself.
 *
 * @param inside the program as it was before
 * @param shipping what it costs in the packed file
 */
record PackedProgram(Bytes inside, Shipping shipping) {
  /** Whether a file is one, as its reader has found; it need not be sound. */
  static boolean is(BinaryFile read) {
    for (BinaryImage image : read.images()) {
      if (image.structures().labels().contains(UpxPart.STUB)) {
        return true;
      }
    }
    return false;
  }

  /** Unpacks a file; empty if it is damaged, of which its reader has said more. */
  static Optional<PackedProgram> of(String name, Bytes file) {
    try {
      Optional<UpxFile> packed = UpxFile.of(file);
      return packed.map(upx -> new PackedProgram(upx.unpack(), Shipping.unpackedFrom(name, file)));
    } catch (BinaryException e) {
      return Optional.empty();
    }
  }
}
