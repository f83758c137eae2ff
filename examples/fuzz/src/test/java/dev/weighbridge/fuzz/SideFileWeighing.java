package dev.weighbridge.fuzz;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;

/** A sound program with a side file that may be anything. */
final class SideFileWeighing {
  private SideFileWeighing() {}

  static void of(byte[] image, String name, byte[] sideFile) {
    ExactSums.of(
        sideFile,
        () -> {
          SideFiles files = SideFiles.of(new SideFile(name, Bytes.of(sideFile)));
          return BinaryModel.of(
              FormatRegistry.installed().read("image", Bytes.of(image), files),
              OpenOptions.DEFAULT);
        });
  }
}
