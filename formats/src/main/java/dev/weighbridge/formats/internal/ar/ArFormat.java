package dev.weighbridge.formats.internal.ar;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.BinaryFormat;
import java.util.List;

/** Archives of other files, as a service. */
public final class ArFormat implements BinaryFormat {
  /** Made by the service loader. */
  public ArFormat() {}

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public boolean recognises(Bytes file) {
    return ArFile.isArchive(file) && !ArFile.isDebianPackage(file);
  }

  @Override
  public BinaryFile read(String name, Bytes file) {
    ArFile archive = ArFile.of(file);
    Diagnostics diagnostics = new Diagnostics();
    ImageBuilder container = new ImageBuilder(file, 0, diagnostics);
    List<BinaryImage> images = new ArReader(archive, name, 0, container).read();
    return new BinaryFile(
        name, name(), file, archive, images, container.build().structures(), diagnostics.list());
  }
}
