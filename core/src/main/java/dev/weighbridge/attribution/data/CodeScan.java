package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Coverage;
import dev.weighbridge.formats.internal.tasks.SharedTasks;
import dev.weighbridge.formats.internal.tasks.Task;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A search of an image's code for references to its data. Other threads are at it from the moment
 * it exists, if the amount is worth them, while the caller settles the symbols.
 *
 * <p>The code is cut into parts of a fixed size, so that what is found does not depend on how many
 * threads look for it.
 */
public final class CodeScan {
  /** Bytes of a part; starting a thread takes as long as scanning a fraction of it. */
  private static final long PART = 4L << 20;

  private final Bytes file;
  private final BinaryImage image;
  private final Task<CodeExtents> extents;
  private final DataWindows windows;
  private final SharedTasks<CodePart.Found> parts = new SharedTasks<>("weighbridge code scan");

  /**
   * Those that read nothing now: what they know of the image takes as long to find as the image has
   * symbols and sections, so that there are no more than threads.
   */
  private final Queue<InstructionCursor> cursors = new ConcurrentLinkedQueue<>();

  /** What is in parts already. */
  private final Coverage taken = new Coverage();

  /** Begins to scan. */
  public CodeScan(Bytes file, BinaryImage image, DataWindows windows) {
    this.file = file;
    this.image = image;
    this.windows = windows;
    InstructionCursor cursor = InstructionSets.cursor(image).orElse(null);
    boolean isRead =
        cursor != null && cursor.tellsReferences() && windows.count() > 0 && !image.isRelocatable();
    extents = new Task<>(extents());
    if (isRead) {
      cursors.add(cursor);
      findParts();
      parts.start();
    }
  }

  /** Whoever reads the first part finds them, while the others wait for it. */
  private Callable<CodeExtents> extents() {
    return new Callable<>() {
      @Override
      public CodeExtents call() {
        return CodeExtents.of(image.functions());
      }
    };
  }

  private void findParts() {
    SectionTable sections = image.sections();
    for (int row = 0; row < sections.count(); row++) {
      Section section = sections.row(row);
      if (section.isLoaded() && section.kind() == Kind.CODE && section.hasFileBytes()) {
        addParts(section);
      }
    }
  }

  private void addParts(Section section) {
    long[] pieces = taken.take(section.fileStart(), section.fileEnd());
    for (int i = 0; i < pieces.length; i += 2) {
      addParts(section, pieces[i], pieces[i + 1]);
    }
  }

  private void addParts(Section section, long start, long end) {
    for (long at = start; at < end; at += PART) {
      parts.add(part(section, at, Math.min(end, at + PART)));
    }
  }

  private Callable<CodePart.Found> part(Section section, long start, long end) {
    return new Callable<>() {
      @Override
      public CodePart.Found call() {
        extents.run();
        InstructionCursor free = cursors.poll();
        InstructionCursor cursor =
            free == null ? InstructionSets.cursor(image).orElseThrow() : free;
        CodePart part =
            new CodePart(
                file, section, start, end, extents.result(), cursor, windows, image.isFixed());
        CodePart.Found found = part.read();
        cursors.add(cursor);
        return found;
      }
    };
  }

  /** Helps with what is left to do; then what the code refers to, in the order of the code. */
  List<CodePart.Found> found() {
    return parts.results();
  }
}
