package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.internal.unwind.CodeRanges;
import dev.weighbridge.formats.internal.unwind.UnwindFacts;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.MachOSection;
import dev.weighbridge.formats.macho.UnwindInfo;
import dev.weighbridge.formats.unwind.EhFrame;
import dev.weighbridge.formats.unwind.PointerRules;
import dev.weighbridge.formats.unwind.UnwindSection;
import dev.weighbridge.formats.unwind.UnwindTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * States the unwind tables of a linked file: call frame records, compact entries and the exception
 * tables that either leads to.
 */
final class MachOUnwind {
  private final MachOFile macho;
  private final ImageBuilder image;
  private final LongColumn starts = new LongColumn(0);

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
    for (EhFrame frames : tables.ehFrames()) {
      noteStarts(frames);
    }
    compact(compact);
  }

  private List<UnwindSection> sections() {
    List<UnwindSection> found = new ArrayList<>();
    PointerRules rules = PointerRules.linked(macho.header().addressBytes());
    for (MachOSection section : macho.sections()) {
      UnwindSection.Role role =
          switch (section.name()) {
            case "__eh_frame" -> UnwindSection.Role.EH_FRAME;
            case "__gcc_except_tab" -> UnwindSection.Role.EXCEPTION_TABLES;
            default -> null;
          };
      long size = macho.content(section).length();
      if (role != null && size > 0) {
        long end = section.offset() + size;
        found.add(
            new UnwindSection(
                section.name(),
                role,
                macho.bytes(),
                section.offset(),
                end,
                section.address(),
                rules));
      }
    }
    return found;
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

  private void noteStarts(EhFrame frames) {
    for (int row = 0; row < frames.count(); row++) {
      if (frames.isFde(row) && frames.hasCode(row)) {
        starts.add(frames.pcBegin(row));
      }
    }
  }

  /** The addresses at which call frame records say that a function starts, ascending. */
  long[] frameStarts() {
    long[] found = starts.freeze();
    Arrays.sort(found);
    return found;
  }

  private void compact(UnwindInfo compact) {
    int[] labels = new int[UnwindInfo.Piece.values().length];
    for (UnwindInfo.Piece piece : UnwindInfo.Piece.values()) {
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

  private static String label(UnwindInfo.Piece piece) {
    return switch (piece) {
      case HEADER, COMMON_ENCODINGS, PERSONALITIES -> "unwind info header";
      case INDEX -> "unwind info index";
      case LANGUAGE_DATA -> "unwind info exception table";
      case PAGE_HEADER, PAGE_ENCODINGS -> "unwind info page";
      case ENTRY -> "unwind info entry";
    };
  }
}
