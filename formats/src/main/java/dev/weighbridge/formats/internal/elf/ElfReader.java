package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.ET_EXEC;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ET_REL;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfHeader;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.internal.appended.AppendedData;
import dev.weighbridge.formats.internal.upx.UpxFacts;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.Optional;

/** Turns an ELF file into facts. */
final class ElfReader {
  /** Bytes of a file whose names and unwind tables take longer to read than a thread to start. */
  private static final long WORTH_A_THREAD = 8L << 20;

  private final ElfFile elf;
  private final ImageBuilder image;
  private final String fileName;
  private final SideFiles sideFiles;
  private final long fileStart;

  /**
   * A reader of one image without a debug file.
   *
   * @param elf the parsed file; its own diagnostics are added to the others
   * @param fileStart file offset of the image: 0, or that of an archive member
   * @param diagnostics where defects go
   */
  public ElfReader(ElfFile elf, long fileStart, Diagnostics diagnostics) {
    this(elf, "", SideFiles.none(), fileStart, diagnostics);
  }

  /**
   * A reader of a file.
   *
   * @param fileName its name, by which others beside it are called; empty if it has none
   */
  ElfReader(
      ElfFile elf, String fileName, SideFiles sideFiles, long fileStart, Diagnostics diagnostics) {
    this.fileName = fileName;
    this.sideFiles = sideFiles;
    this.elf = elf;
    this.fileStart = fileStart;
    this.image = new ImageBuilder(elf.bytes(), fileStart, diagnostics);
  }

  /** What the file says about its one image. */
  public BinaryImage read(String name) {
    ElfHeader header = elf.header();
    image.name(name).machine(header.codeMachine());
    switch (header.type()) {
      case ET_REL -> image.relocatable();
      case ET_EXEC -> image.fixed();
      default -> {}
    }
    if (header.type() != ET_REL && elf.bytes().length() >= WORTH_A_THREAD) {
      ElfAhead.start(elf);
    }
    headers();
    new ElfSegments(elf, image).state();
    new ElfSections(elf, image).state();
    reserve();
    ElfSymbols symbols = new ElfSymbols(elf, image);
    new ElfRelocationFacts(elf, image, symbols.dynamicBase()).state();
    symbols.state();
    Work.check();
    new ElfLinkingFacts(elf, image, symbols.dynamicBase()).state();
    Optional<ElfFile> debugFile = companions();
    Work.check();
    new ElfNoteFacts(elf, image).state();
    new ElfUnwind(elf, image).state();
    if (elf.section(".stack_sizes").isPresent()) {
      ElfStack.state(elf, image);
    }
    if (fileStart == 0 && !hasLoadedSection()) {
      UpxFacts.state(image, elf.bytes(), elf.bytes().length());
    }
    AppendedData.state(image, elf.bytes());
    if (!elf.isRelocatable()) {
      image.references(new ElfReferences(elf));
      int base = symbols.dynamicBase();
      image.imports(links -> new ElfLinks(elf, base).imports(links));
      image.exports(links -> new ElfLinks(elf, base).exports(links));
    }
    new ElfDebug(elf, fileName, sideFiles, image).state(debugFile, areNamesGone(debugFile));
    image.diagnostics().addAll(elf.diagnostics(), fileStart);
    return image.build();
  }

  /** Makes room for all rows of long tables at once: to grow for each would copy the others'. */
  private void reserve() {
    long relocations = 0;
    for (ElfRelocations table : elf.relocations()) {
      relocations += ElfRelocationFacts.isLeftOver(elf, table) ? 0 : table.count();
    }
    long dynamic = elf.dynamicSymbolTable().count();
    long symbols = elf.symbolTable().count() + dynamic;
    // A symbol costs its row and its name, a dynamic one a version and a place in a hash chain,
    // too.
    image.reserve(rows(symbols), rows(relocations + 2 * (symbols + dynamic)), rows(relocations));
  }

  private static int rows(long count) {
    return (int) Math.min(count, Integer.MAX_VALUE);
  }

  private boolean hasLoadedSection() {
    for (ElfSection section : elf.sections()) {
      if (section.isLoaded()) {
        return true;
      }
    }
    return false;
  }

  private Optional<ElfFile> companions() {
    ElfCompanionSymbols symbols = new ElfCompanionSymbols(elf, image);
    boolean isStripped = elf.symbolTable().count() == 0;
    Optional<ElfFile> debugFile = Optional.empty();
    if (isStripped || sideFiles.isAsked() || elf.debugLink().isPresent()) {
      debugFile = sideFiles.find(new ElfDebugFile(elf), image.diagnostics());
      debugFile
          .filter(file -> isStripped)
          .ifPresent(file -> symbols.state(file, SymbolSource.DEBUG_FILE));
    }
    elf.miniDebugFile().ifPresent(file -> symbols.state(file, SymbolSource.MINI_TABLE));
    if (!elf.isRelocatable() && (isStripped || ElfGoFunctions.isOfGo(elf))) {
      new ElfGoFunctions(elf, image).state(isStripped);
    }
    return debugFile;
  }

  /** Whether there is no table of symbols but that of the dynamic linker. */
  private boolean areNamesGone(Optional<ElfFile> debugFile) {
    return elf.symbolTable().count() == 0
        && debugFile.map(file -> file.symbolTable().count() == 0).orElse(true)
        && elf.miniDebugFile().isEmpty();
  }

  private void headers() {
    image.structure("file header", Kind.HEADERS, 0, elf.header().fileEnd());
    List<ElfProgramHeader> segments = elf.programHeaders();
    if (!segments.isEmpty()) {
      long start = segments.get(0).fileStart();
      long end = segments.get(segments.size() - 1).fileEnd();
      image.structure("program headers", Kind.HEADERS, start, end - start);
    }
    List<ElfSection> sections = elf.sections();
    if (!sections.isEmpty()) {
      long start = sections.get(0).fileStart();
      long end = sections.get(sections.size() - 1).fileEnd();
      image.structure("section headers", Kind.HEADERS, start, end - start);
    }
  }
}
