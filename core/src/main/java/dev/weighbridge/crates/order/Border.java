package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.SectionTable.Section;

/**
 * Where the plain code begins. GNU ld takes all objects twice: first for code that seldom runs,
 * then for the rest, which begins with what the C library starts a program or leaves a library
 * with.
 */
final class Border {
  private Border() {}

  /** The first function behind the border; 0 if nothing tells of one. */
  static int of(Attribution attribution, int row, CodeRuns runs) {
    BinaryImage image = attribution.file().images().get(row);
    AddressMap map = attribution.addressMap(row);
    long[] entry = {-1};
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
    long address = entry[0] >= 0 ? map.address(entry[0]) : atExit(image);
    if (address < 0) {
      return 0;
    }
    int function = runs.firstFrom(address);
    boolean isStart = function < runs.count() && runs.address(function) == address;
    return isStart ? function + 1 : function;
  }

  /** What a library leaves with: the first pointer in its list of such. -1 if it has none. */
  private static long atExit(BinaryImage image) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.name().equals(".fini_array")) {
        RelocationTable relocations = image.relocations();
        for (int i = 0; i < relocations.count(); i++) {
          if (relocations.place(i) == section.address()) {
            return relocations.target(i);
          }
        }
      }
    }
    return -1;
  }
}
