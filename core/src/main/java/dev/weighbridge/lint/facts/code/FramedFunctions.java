package dev.weighbridge.lint.facts.code;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.unwind.EhFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The functions of an ELF file as its frame records state them, by address.
 *
 * <p>Only those of the program's text count, not the tables that a linker makes.
 */
final class FramedFunctions {
  /** Of functions that are compiled for speed; no compiler aligns them to more. */
  private static final long CODE_ALIGNMENT = 16;

  private record Frame(long start, long size, long bytes, long table) {}

  private final long[] start;
  private final long[] size;
  private final long[] frameSize;
  private final long[] table;

  private FramedFunctions(List<Frame> frames) {
    start = frames.stream().mapToLong(Frame::start).toArray();
    size = frames.stream().mapToLong(Frame::size).toArray();
    frameSize = frames.stream().mapToLong(Frame::bytes).toArray();
    table = frames.stream().mapToLong(Frame::table).toArray();
  }

  /** The functions of a file; of several records with one start the first counts. */
  static FramedFunctions of(ElfFile elf) {
    List<ElfSection> texts = texts(elf);
    List<Frame> frames = new ArrayList<>();
    for (EhFrame records : elf.unwindTables().ehFrames()) {
      for (int row = 0; row < records.count(); row++) {
        if (records.isFde(row) && records.hasCode(row) && isIn(texts, records.pcBegin(row))) {
          frames.add(
              new Frame(
                  records.pcBegin(row),
                  records.pcLength(row),
                  records.fileEnd(row) - records.fileStart(row),
                  records.lsda(row)));
        }
      }
    }
    frames.sort(Comparator.comparingLong(Frame::start));
    List<Frame> apart = new ArrayList<>();
    long end = Long.MIN_VALUE;
    for (Frame frame : frames) {
      if (frame.start() >= end) {
        apart.add(frame);
        end = frame.start() + frame.size();
      }
    }
    return new FramedFunctions(apart);
  }

  /** The sections of text, by their addresses. */
  private static List<ElfSection> texts(ElfFile elf) {
    return elf.sections().stream()
        .filter(section -> section.isExecutable() && section.name().startsWith(".text"))
        .sorted(Comparator.comparingLong(ElfSection::address))
        .toList();
  }

  /** Whether an address lies in the last section that begins before it. */
  private static boolean isIn(List<ElfSection> sections, long address) {
    int low = 0;
    int high = sections.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (sections.get(middle).address() <= address) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && address - sections.get(high).address() < sections.get(high).statedSize();
  }

  int count() {
    return start.length;
  }

  long start(int row) {
    return start[row];
  }

  long size(int row) {
    return size[row];
  }

  /** Bytes of its frame record. */
  long frameSize(int row) {
    return frameSize[row];
  }

  /** Whether it has an exception table. */
  boolean hasTable(int row) {
    return table[row] > 0;
  }

  /** The function that an address lies in; -1 if it lies in none. */
  int at(long address) {
    int low = Arrays.binarySearch(start, address);
    int row = low >= 0 ? low : -low - 2;
    return row >= 0 && address - start[row] < size[row] ? row : -1;
  }

  /**
   * Bytes of a function with what fills it up to the next one: compilers align functions to 16
   * bytes for speed, and less or not at all for size.
   */
  long room(int row) {
    long end = start[row] + size[row];
    long gap = row + 1 < start.length ? start[row + 1] - end : -1;
    return gap >= 0 && gap < CODE_ALIGNMENT ? size[row] + gap : size[row];
  }
}
