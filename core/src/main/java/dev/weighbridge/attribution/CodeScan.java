package dev.weighbridge.attribution;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.internal.isa.AddressScanner;
import dev.weighbridge.internal.isa.DataWindow;
import dev.weighbridge.internal.isa.References;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Scans the code of an image for references to data, on as many threads as the amount is worth.
 *
 * <p>Only code that somebody owns is scanned: references from other code tell nothing.
 */
final class CodeScan {
  /** A scan passes over padding rather than start anew behind it. */
  private static final long MAX_SKIP = 256;

  /** Bytes a thread should have to do; starting one takes as long as scanning a tenth of this. */
  private static final long SHARE = 8L << 20;

  private static final int MAX_THREADS = 4;

  private final Bytes file;
  private final BinaryImage image;
  private final Pieces owners;
  private final LongColumn start = new LongColumn(0);
  private final LongColumn end = new LongColumn(0);
  private final LongColumn address = new LongColumn(0);
  private long total;

  /**
   * Finds the code to scan.
   *
   * @param owners pieces of symbols and functions
   */
  CodeScan(Bytes file, BinaryImage image, Pieces owners) {
    this.file = file;
    this.image = image;
    this.owners = owners;
    SectionTable sections = image.sections();
    for (int row = 0; row < sections.count(); row++) {
      Section section = sections.row(row);
      if (section.isLoaded() && section.kind() == Kind.CODE && section.hasFileBytes()) {
        addOwned(section);
      }
    }
  }

  /** Adds the owned parts of a section, those that all but touch as one. */
  private void addOwned(Section section) {
    long sectionEnd = section.fileEnd();
    int piece = Math.max(0, owners.floor(section.fileStart()));
    while (piece < owners.count() && owners.start(piece) < sectionEnd) {
      long from = Math.max(owners.start(piece), section.fileStart());
      long to = Math.min(owners.end(piece), sectionEnd);
      piece++;
      while (piece < owners.count()
          && owners.start(piece) < sectionEnd
          && owners.start(piece) - to <= MAX_SKIP) {
        to = Math.min(owners.end(piece++), sectionEnd);
      }
      if (from < to) {
        start.add(from);
        end.add(to);
        address.add(section.address() + (from - section.fileStart()));
        total += to - from;
      }
    }
  }

  /** What the code refers to in the windows, in the order of the code. */
  List<References> references(List<DataWindow> windows) {
    if (AddressScanner.of(image.machine(), image.isLittleEndian()) == null) {
      return List.of();
    }
    int processors = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    int parts = (int) Math.max(1, Math.min(processors, total / SHARE));
    List<FutureTask<References>> tasks = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int first = cut(part, parts);
      int stop = cut(part + 1, parts);
      FutureTask<References> task = new FutureTask<>(part(first, stop, windows));
      tasks.add(task);
      if (part + 1 < parts) {
        new Thread(task, "weighbridge code scan").start();
      } else {
        task.run();
      }
    }
    List<References> found = new ArrayList<>();
    for (FutureTask<References> task : tasks) {
      found.add(await(task));
    }
    return found;
  }

  /** The first range of a part, so that parts have about the same number of bytes. */
  private int cut(int part, int parts) {
    long before = 0;
    int range = 0;
    while (range < start.count() && before < total / parts * part) {
      before += end.get(range) - start.get(range);
      range++;
    }
    return part == parts ? start.count() : range;
  }

  /** A class, not a lambda: a new process has no time to bind one. */
  private Callable<References> part(int first, int stop, List<DataWindow> windows) {
    return new Callable<>() {
      @Override
      public References call() {
        return scan(first, stop, windows);
      }
    };
  }

  private References scan(int first, int stop, List<DataWindow> windows) {
    References found = new References(windows);
    AddressScanner scanner = AddressScanner.of(image.machine(), image.isLittleEndian());
    for (int i = first; i < stop; i++) {
      scanner.scan(file, start.get(i), end.get(i), address.get(i), found);
    }
    return found;
  }

  /** The result of a task; an interrupt does not stop the wait but is handed on. */
  private static References await(FutureTask<References> task) {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          isInterrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("code scan failed", e.getCause());
        }
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
