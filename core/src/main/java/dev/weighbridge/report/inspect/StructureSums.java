package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable;

/** The structures of an image summed by label, in the order in which labels first occur. */
final class StructureSums {
  private final StructureTable structures;
  private final int[] count;
  private final long[] fileSize;
  private final int[] first;

  StructureSums(StructureTable structures) {
    this.structures = structures;
    int labels = structures.labels().size();
    count = new int[labels];
    fileSize = new long[labels];
    first = new int[labels];
    for (int row = 0; row < structures.count(); row++) {
      int label = structures.label(row);
      if (count[label]++ == 0) {
        first[label] = row;
      }
      fileSize[label] += structures.fileEnd(row) - structures.fileStart(row);
    }
  }

  /** How many labels there are; one may have no structures. */
  int labels() {
    return count.length;
  }

  /** What the structures are called. */
  String label(int label) {
    return structures.labels().get(label);
  }

  /** How many structures have this label. */
  int count(int label) {
    return count[label];
  }

  /** Bytes in the file of all of them; those inside others count in both. */
  long fileSize(int label) {
    return fileSize[label];
  }

  /** What the bytes of the first of them are. */
  Kind kind(int label) {
    return structures.kind(first[label]);
  }

  /** File offset of the first of them. */
  long fileStart(int label) {
    return structures.fileStart(first[label]);
  }
}
