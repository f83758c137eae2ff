package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.SideFileKind;
import dev.weighbridge.formats.spi.SideFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Executable and Linkable Format, as a service. */
public final class ElfFormat implements BinaryFormat {
  /** Made by the service loader. */
  public ElfFormat() {}

  @Override
  public String name() {
    return "ELF";
  }

  @Override
  public boolean recognises(Bytes file) {
    return file.length() >= 4
        && file.u8(0) == 0x7F
        && file.u8(1) == 'E'
        && file.u8(2) == 'L'
        && file.u8(3) == 'F';
  }

  @Override
  public BinaryFile read(String name, Bytes file) {
    return read(name, file, SideFiles.none());
  }

  @Override
  public BinaryFile read(String name, Bytes file, SideFiles sideFiles) {
    ElfFile elf = ElfFile.of(file);
    Diagnostics diagnostics = new Diagnostics();
    BinaryImage image = new ElfReader(elf, name, sideFiles, 0, diagnostics).read("");
    return new BinaryFile(name, name(), file, elf, List.of(image), diagnostics.list());
  }

  @Override
  public List<SideFileKind<?>> sideFileKinds(String name, Bytes file) {
    ElfFile elf = ElfFile.of(file);
    List<SideFileKind<?>> kinds = new ArrayList<>(List.of(new ElfDebugFile(elf)));
    kinds.add(new ElfSplitFile(elf, name));
    elf.debugAltLink().ifPresent(link -> kinds.add(new ElfSupplementaryFile(link)));
    return kinds;
  }

  @Override
  public Optional<BinaryImage> readInside(
      String name, Bytes content, long fileStart, Diagnostics diagnostics) {
    return Optional.of(new ElfReader(ElfFile.of(content), fileStart, diagnostics).read(name));
  }
}
