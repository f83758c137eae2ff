package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.MH_MAGIC;
import static dev.weighbridge.formats.macho.headers.MachOConstants.MH_MAGIC_64;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.FatMachO;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.SideFileKind;
import dev.weighbridge.formats.spi.SideFiles;
import java.util.List;
import java.util.Optional;

/** Mach-O, thin and universal, as a service. */
public final class MachOFormat implements BinaryFormat {
  /** Made by the service loader. */
  public MachOFormat() {}

  @Override
  public String name() {
    return "Mach-O";
  }

  @Override
  public boolean recognises(Bytes file) {
    if (file.length() < 4) {
      return false;
    }
    int magic = file.i32(0);
    int swapped = Integer.reverseBytes(magic);
    return magic == MH_MAGIC
        || magic == MH_MAGIC_64
        || swapped == MH_MAGIC
        || swapped == MH_MAGIC_64
        || FatMachO.isFat(file);
  }

  @Override
  public BinaryFile read(String name, Bytes file) {
    return read(name, file, SideFiles.none());
  }

  @Override
  public BinaryFile read(String name, Bytes file, SideFiles sideFiles) {
    if (FatMachO.isFat(file)) {
      return new FatMachOReader(file).read(name, name());
    }
    MachOFile macho = MachOFile.of(file);
    Diagnostics diagnostics = new Diagnostics();
    BinaryImage image = new MachOReader(macho, name, sideFiles, 0, diagnostics).read("");
    return new BinaryFile(name, name(), file, macho, List.of(image), diagnostics.list());
  }

  @Override
  public List<SideFileKind<?>> sideFileKinds(String name, Bytes file) {
    return FatMachO.isFat(file) ? List.of() : List.of(new MachODebugFile(MachOFile.of(file), name));
  }

  /** A universal file in an archive is not known to occur; its members are of one architecture. */
  @Override
  public Optional<BinaryImage> readInside(
      String name, Bytes content, long fileStart, Diagnostics diagnostics) {
    return FatMachO.isFat(content)
        ? Optional.empty()
        : Optional.of(new MachOReader(MachOFile.of(content), fileStart, diagnostics).read(name));
  }
}
