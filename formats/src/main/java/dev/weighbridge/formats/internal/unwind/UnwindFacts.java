package dev.weighbridge.formats.internal.unwind;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.unwind.ArmExceptionIndex;
import dev.weighbridge.formats.unwind.EhFrame;
import dev.weighbridge.formats.unwind.EhFrameHeader;
import dev.weighbridge.formats.unwind.ExceptionTables;
import dev.weighbridge.formats.unwind.FramePiece;
import dev.weighbridge.formats.unwind.UnwindTables;
import dev.weighbridge.formats.work.Work;

/**
 * States what unwind tables say as facts: from where to where functions reach, and for each record
 * which function it is there for.
 */
public final class UnwindFacts {
  private static final long UNKNOWN = -1;

  private final ImageBuilder image;
  private final CodeRanges code;
  private final Subject subject;

  private UnwindFacts(ImageBuilder image, CodeRanges code, Subject subject) {
    this.image = image;
    this.code = code;
    this.subject = subject;
  }

  /**
   * States all tables of an image.
   *
   * <p>Function extents outside {@code code} are left out (a linker's remains of dropped
   * functions), and none leaves its range. Records about such functions stay and say so.
   *
   * @param tables what {@link UnwindTables#read} found in the sections
   * @param code where the image has its code
   * @param subject {@link Subject#ADDRESS}; {@link Subject#OFFSET} in a relocatable image, whose
   *     tables and code were given file offsets for addresses
   */
  public static void state(
      UnwindTables tables, ImageBuilder image, CodeRanges code, Subject subject) {
    UnwindFacts facts = new UnwindFacts(image, code, subject);
    facts.reserve(tables);
    for (EhFrame frames : tables.ehFrames()) {
      facts.frames(frames);
    }
    for (EhFrameHeader header : tables.ehFrameHeaders()) {
      facts.header(header);
    }
    for (ExceptionTables exceptions : tables.exceptionTables()) {
      facts.exceptions(exceptions);
    }
    for (ArmExceptionIndex index : tables.armIndexes()) {
      facts.armIndex(index);
    }
  }

  /** For all tables at once: each that grew the columns would copy what those before it said. */
  private void reserve(UnwindTables tables) {
    int functions = 0;
    for (EhFrame frames : tables.ehFrames()) {
      functions = Math.addExact(functions, frames.count());
    }
    int rows = functions;
    for (EhFrameHeader header : tables.ehFrameHeaders()) {
      rows = Math.addExact(rows, header.count());
    }
    for (ExceptionTables exceptions : tables.exceptionTables()) {
      rows = Math.addExact(rows, exceptions.count());
    }
    image.reserve(0, rows, 0);
    image.reserveFunctions(functions);
  }

  private void frames(EhFrame frames) {
    int fde = image.label("FDE");
    for (int row = 0; row < frames.count(); row++) {
      Work.tellAt("reading unwind tables", row, frames.count());
      long begin = frames.pcBegin(row);
      if (frames.isFde(row)) {
        function(begin, frames.pcLength(row), ExtentEvidence.UNWIND_TABLE);
        structure(fde, frames.fileStart(row), frames.fileEnd(row), begin);
      } else {
        structure(label(frames.piece(row)), frames.fileStart(row), frames.fileEnd(row), UNKNOWN);
      }
    }
  }

  private int label(FramePiece piece) {
    return image.label(
        switch (piece) {
          case CIE -> "CIE";
          case FDE -> "FDE";
          case TERMINATOR -> "unwind terminator";
          case FILLER -> "unwind filler";
          case UNREADABLE -> "unreadable unwind records";
        });
  }

  private void header(EhFrameHeader header) {
    structure(
        image.label("eh_frame_hdr header"),
        header.section().fileStart(),
        header.tableStart(),
        UNKNOWN);
    int label = image.label("eh_frame_hdr row");
    for (int row = 0; row < header.count(); row++) {
      structure(label, header.fileStart(row), header.fileEnd(row), header.location(row));
    }
  }

  private void exceptions(ExceptionTables tables) {
    int label = image.label("exception table");
    for (int row = 0; row < tables.count(); row++) {
      structure(label, tables.fileStart(row), tables.fileEnd(row), tables.function(row));
    }
  }

  /**
   * Rows of the ARM index give exact starts, but an end only by the next row, which may have merged
   * with others or lie behind functions without a row; those that cannot be unwound are often mere
   * end marks. (EHABI32, "Index table entries".)
   */
  private void armIndex(ArmExceptionIndex index) {
    int label = image.label("exidx row");
    for (int row = 0; row < index.count(); row++) {
      long start = index.function(row);
      structure(label, index.fileStart(row), index.fileEnd(row), start);
      if (index.entry(row) != ArmExceptionIndex.Entry.CANNOT_UNWIND) {
        long next = row + 1 < index.count() ? index.function(row + 1) : Long.MAX_VALUE;
        function(start, next - start, ExtentEvidence.FUNCTION_STARTS);
      }
    }
  }

  private void function(long address, long size, ExtentEvidence evidence) {
    int range = size > 0 && address != UNKNOWN ? code.find(address) : -1;
    if (range >= 0) {
      long fits = Math.min(size, code.room(range, address));
      image.function(address, fits, code.fileStart(range, address), evidence);
    }
  }

  private void structure(int label, long start, long end, long about) {
    Subject how = about == UNKNOWN ? Subject.NONE : subject;
    image.structure(label, Kind.UNWIND, start, end - start, how, about);
  }
}
