package dev.weighbridge.formats.internal.pe.functions;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_AMD64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARM64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_I386;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.PackedBytes;
import dev.weighbridge.formats.columns.Allowance;
import dev.weighbridge.formats.internal.pe.code.CodeFiller;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.work.Work;

/**
 * Cuts the code between the extents that tables state into functions: leaf functions need no unwind
 * record, and 32-bit images have none at all.
 *
 * <p>A piece begins after filler, at a named start, or where an extent ends.
 */
public final class PeLeafFunctions {
  private final PeFile pe;
  private final ImageBuilder image;
  private final CodeMap map;
  private final PeThunks thunks;

  public PeLeafFunctions(PeFile pe, ImageBuilder image, CodeMap map, PeThunks thunks) {
    this.pe = pe;
    this.image = image;
    this.map = map;
    this.thunks = thunks;
  }

  public void state() {
    boolean isKnown =
        switch (pe.header().machine()) {
          case IMAGE_FILE_MACHINE_AMD64, IMAGE_FILE_MACHINE_I386, IMAGE_FILE_MACHINE_ARM64 -> true;
          default -> false;
        };
    if (!isKnown) {
      return;
    }
    pe.optionalHeader().ifPresent(optional -> map.start(optional.entryPoint()));
    CodeMap.Sorted sorted = map.sorted();
    Allowance allowed = new Allowance(pe.bytes().length());
    for (PeSection section : pe.sections()) {
      if (section.isExecutable() && section.fileSize() > 0) {
        Bytes content = pe.content(section);
        long size = Math.min(content.length(), section.memorySize());
        if (allowed.take(size) < size) {
          String found = "sections that have more bytes together than the file";
          image.diagnostics().warn("sections", -1, "code that does not overlap", found);
          return;
        }
        sorted.rewind();
        section(section, content, size, sorted);
      }
    }
  }

  private void section(PeSection section, Bytes content, long size, CodeMap.Sorted sorted) {
    Piece piece = new Piece(section, content, new CodeFiller(content, pe.header().codeMachine()));
    long rva = section.rva();
    long at = sorted.gapStart(rva);
    while (at < rva + size) {
      Work.check();
      long gapEnd = sorted.gapEnd(rva + size);
      while (at < gapEnd) {
        long next = sorted.startAfter(at, gapEnd);
        piece.cut(at - rva, next - rva);
        at = next;
      }
      at = sorted.gapStart(at);
    }
  }

  /** The code of one section, cut piece by piece. */
  private final class Piece {
    private final PeSection section;
    private final Bytes content;
    private final CodeFiller filler;
    private final PackedBytes packed;

    Piece(PeSection section, Bytes content, CodeFiller filler) {
      this.section = section;
      this.content = content;
      this.filler = filler;
      this.packed = new PackedBytes(content);
    }

    /** Cuts what lies between two positions in the section, but for what is packed there. */
    void cut(long from, long to) {
      long at = from;
      while (at < to) {
        long start = packed.start(at, to);
        cutAtFiller(at, start);
        at = packed.end(start, to);
        // Where packed bytes end says nothing of where a function begins: that filler must tell.
        at = at < to ? filler.nextStart(at, to) : at;
      }
    }

    /** Cuts what lies between two positions in the section, at filler. */
    private void cutAtFiller(long from, long to) {
      long at = filler.skip(from, to);
      while (at < to) {
        int thunk = thunks.state(content, at, to, section.rva(), section.rawOffset());
        if (thunk == 0) {
          long next = filler.nextStart(at, to);
          state(at, filler.trim(at, next));
          at = next;
        }
        at = filler.skip(at + thunk, to);
      }
    }

    private void state(long from, long to) {
      long address = pe.imageBase() + section.rva() + from;
      image.function(address, to - from, section.rawOffset() + from, ExtentEvidence.FILLER);
    }
  }
}
