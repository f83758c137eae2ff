package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.internal.debug.FunctionSymbols;
import dev.weighbridge.formats.internal.dwarf.DwarfDebug;
import dev.weighbridge.formats.internal.dwarf.SplitFile;
import dev.weighbridge.formats.spi.SideFiles;
import java.util.List;
import java.util.Optional;

/**
 * States what debug information says of an ELF file: that in the file, or else that in its separate
 * debug file, with what either has put into other files.
 */
final class ElfDebug {
  private final ElfFile elf;
  private final String fileName;
  private final SideFiles sideFiles;
  private final ImageBuilder image;
  private DebugInformation debug = DebugInformation.NONE;

  ElfDebug(ElfFile elf, String fileName, SideFiles sideFiles, ImageBuilder image) {
    this.elf = elf;
    this.fileName = fileName;
    this.sideFiles = sideFiles;
    this.image = image;
  }

  /**
   * States it.
   *
   * @param areNamesGone whether it has to name the functions, because nothing else does
   */
  void state(Optional<ElfFile> debugFile, boolean areNamesGone) {
    ElfDwarf own = ElfDwarf.of(elf);
    if (own.isPresent() && !own.isSplit()) {
      if (elf.isRelocatable()) {
        image.debug(DwarfDebug.ofObject(own.sections(), own.code(), 0));
      } else {
        state(elf, own, own, Optional.empty());
        names(areNamesGone);
      }
    } else if (debugFile.isPresent()) {
      ElfDwarf companion = ElfDwarf.of(debugFile.get());
      if (companion.isPresent() && !companion.isSplit()) {
        String id = debugFile.get().buildId().orElse("");
        DebugFile file = new DebugFile(sideFiles.lastFound(), id);
        state(debugFile.get(), companion, own, Optional.of(file));
        names(areNamesGone);
      }
    }
  }

  private void state(ElfFile file, ElfDwarf told, ElfDwarf own, Optional<DebugFile> companion) {
    Dwarf dwarf = Dwarf.of(told.sections());
    if (file.debugAltLink().isPresent()) {
      ElfSupplementaryFile kind = new ElfSupplementaryFile(file.debugAltLink().get());
      Optional<Dwarf> shared = sideFiles.find(kind, image.diagnostics());
      dwarf = shared.isPresent() ? dwarf.withSupplementary(shared.get()) : dwarf;
    }
    List<SplitFile> splits =
        sideFiles.findAll(new ElfSplitFile(file, fileName), image.diagnostics());
    debug = DwarfDebug.of(dwarf, own.code(), splits, companion);
    image.debug(debug);
  }

  private void names(boolean areNamesGone) {
    if (areNamesGone) {
      ElfLoadedSections loaded = new ElfLoadedSections(elf.sections());
      FunctionSymbols.state(image, debug, loaded::rowAt);
    }
  }
}
