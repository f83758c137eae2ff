package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.ElfConstants.ET_REL;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Diagnostic;
import dev.weighbridge.formats.Diagnostics;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.ElfHeader;
import dev.weighbridge.formats.elf.ElfProgramHeader;
import dev.weighbridge.formats.elf.ElfSection;
import java.util.List;

/** Turns an ELF file into facts. */
public final class ElfReader {
  private final ElfFile elf;
  private final ImageBuilder image;

  /**
   * A reader of one image.
   *
   * @param elf the parsed file; its own diagnostics are added to the others
   * @param fileStart file offset of the image: 0, or that of an archive member
   * @param diagnostics where defects go
   */
  public ElfReader(ElfFile elf, long fileStart, Diagnostics diagnostics) {
    this.elf = elf;
    this.image = new ImageBuilder(elf.bytes(), fileStart, diagnostics);
  }

  /** What the file says about its one image. */
  public BinaryImage read(String name) {
    ElfHeader header = elf.header();
    image.name(name).machine(header.machineName(), header.addressBits());
    if (header.type() == ET_REL) {
      image.relocatable();
    }
    headers();
    new ElfSegments(elf, image).state();
    new ElfSections(elf, image).state();
    ElfSymbols symbols = new ElfSymbols(elf, image);
    symbols.state();
    new ElfRelocationFacts(elf, image, symbols.dynamicBase()).state();
    new ElfLinkingFacts(elf, image, symbols.dynamicBase()).state();
    new ElfMiniSymbols(elf, image).state();
    new ElfNoteFacts(elf, image).state();
    new ElfUnwind(elf, image).state();
    for (Diagnostic diagnostic : elf.diagnostics()) {
      image.diagnostics().add(diagnostic);
    }
    return image.build();
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
