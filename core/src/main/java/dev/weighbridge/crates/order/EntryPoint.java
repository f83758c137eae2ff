package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.InstructionCursor;

/**
 * Where an image is entered, or what a library is left with: the first of the plain code.
 *
 * <p>GNU ld takes all objects twice: first for code that seldom runs, then for the rest, which
 * begins with what the C library starts a program or leaves a library with.
 */
final class EntryPoint {
  /** Bytes within which a program calls the C library. */
  private static final int LONGEST = 128;

  private static final int NONE = -1;

  private final Attribution attribution;
  private final BinaryImage image;
  private final AddressMap map;
  private final CodeRuns runs;
  private final long place;

  /** Finds the entry of an image. */
  EntryPoint(Attribution attribution, int row, CodeRuns runs) {
    this.attribution = attribution;
    this.runs = runs;
    image = attribution.file().images().get(row);
    map = attribution.addressMap(row);
    long[] entry = {NONE};
    image.references(
        new ReferenceSink() {
          @Override
          public void root(RootReason reason, long start, long end) {
            if (reason == RootReason.ENTRY_POINT) {
              entry[0] = start;
            }
          }

          @Override
          public void reference(long from, long to) {}
        });
    place = entry[0];
  }

  /** The first function behind it; 0 if there is none. */
  int border() {
    long address = place >= 0 ? map.address(place) : atExit();
    if (address < 0) {
      return 0;
    }
    int function = runs.firstFrom(address);
    boolean isStart = function < runs.count() && runs.address(function) == address;
    return isStart ? function + 1 : function;
  }

  /** What a library is left with: the first pointer in its list of such. -1 if it has none. */
  private long atExit() {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.name().equals(".fini_array")) {
        return pointer(section.address());
      }
    }
    return NONE;
  }

  /**
   * The function {@code main} of C, which is the first that a program's entry refers to. The
   * compiler of Rust writes it in the program's own crate.
   *
   * @return -1 if none is found
   */
  int main(InstructionCursor cursor) {
    long length = place < 0 ? 0 : Math.min(LONGEST, attribution.file().fileSize() - place);
    byte[] code = new byte[LONGEST + InstructionCursor.SLACK];
    if (length <= 0) {
      return NONE;
    }
    attribution.file().bytes().copy(place, code, 0, (int) length);
    cursor.start(code, 0, (int) length, map.address(place));
    int main = NONE;
    while (cursor.next() && cursor.flow() != Flow.CALL && !Flow.ends(cursor.flow())) {
      int function = cursor.hasReference() ? functionAt(cursor.reference()) : NONE;
      main = main < 0 || (function >= 0 && function < main) ? function : main;
    }
    return main;
  }

  /** The function at an address, or at the address that a pointer there holds. */
  private int functionAt(long address) {
    int function = runs.startingAt(address);
    long pointer = function < 0 ? pointer(address) : NONE;
    return pointer < 0 ? function : runs.startingAt(pointer);
  }

  private long pointer(long address) {
    RelocationTable relocations = image.relocations();
    for (int row = 0; row < relocations.count(); row++) {
      if (relocations.place(row) == address) {
        return relocations.target(row);
      }
    }
    return NONE;
  }
}
