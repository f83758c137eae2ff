package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.internal.unwind.CodeRanges;
import dev.weighbridge.formats.internal.unwind.UnwindFacts;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.unwind.UnwindInfo;
import dev.weighbridge.formats.macho.unwind.UnwindPiece;
import dev.weighbridge.formats.unwind.PointerRules;
import dev.weighbridge.formats.unwind.UnwindSection;
import dev.weighbridge.formats.unwind.UnwindTables;
import java.util.ArrayList;
import java.util.List;

/**
 * States the unwind tables of a linked file: call frame records, compact entries and the exception
 * tables that either leads to.
 */
final class MachOUnwind {
  private final MachOFile macho;
  private final ImageBuilder image;

  MachOUnwind(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
  }

  void state() {
    UnwindInfo compact = macho.unwindInfo();
    UnwindTables tables =
        UnwindTables.read(
            sections(),
            compact.languageData(),
            compact.languageDataFunctions(),
            image.diagnostics());
    UnwindFacts.state(tables, image, code(), Subject.ADDRESS);
    compact(compact);
  }

  private List<UnwindSection> sections() {
    List<UnwindSection> found = new ArrayList<>();
    macho
        .section("__TEXT", "__eh_frame")
        .ifPresent(section -> add(section, UnwindSection.Role.EH_FRAME, found));
    macho
        .section("__TEXT", "__gcc_except_tab")
        .ifPresent(section -> add(section, UnwindSection.Role.EXCEPTION_TABLES, found));
    return found;
  }

  private void add(MachOSection section, UnwindSection.Role role, List<UnwindSection> found) {
    long size = macho.content(section).length();
    if (size > 0) {
      PointerRules rules = PointerRules.linked(macho.header().addressBytes());
      long start = section.offset();
      found.add(
          new UnwindSection(
              section.name(), role, macho.bytes(), start, start + size, section.address(), rules));
    }
  }

  private CodeRanges code() {
    CodeRanges.Builder ranges = new CodeRanges.Builder();
    for (MachOSection section : macho.sections()) {
      if (section.isExecutable()) {
        long file = section.fileSize() == 0 ? -1 : section.offset();
        ranges.add(section.address(), section.memorySize(), file);
      }
    }
    return ranges.build();
  }

  private void compact(UnwindInfo compact) {
    int[] labels = new int[UnwindPiece.values().length];
    for (UnwindPiece piece : UnwindPiece.values()) {
      labels[piece.ordinal()] = image.label(label(piece));
    }
    for (int i = 0; i < compact.pieceCount(); i++) {
      long start = compact.fileStart(i);
      long function = compact.function(i);
      image.structure(
          labels[compact.piece(i).ordinal()],
          Kind.UNWIND,
          start,
          compact.fileEnd(i) - start,
          function == -1 ? Subject.NONE : Subject.ADDRESS,
          function);
    }
  }

  private static String label(UnwindPiece piece) {
    return switch (piece) {
      case HEADER, COMMON_ENCODINGS, PERSONALITIES -> "unwind info header";
      case INDEX -> "unwind info index";
      case LANGUAGE_DATA -> "unwind info exception table";
      case PAGE_HEADER, PAGE_ENCODINGS -> "unwind info page";
      case ENTRY -> "unwind info entry";
    };
  }
}
