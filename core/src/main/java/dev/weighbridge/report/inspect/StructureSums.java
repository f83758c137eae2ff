package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable;
import java.util.ArrayList;
import java.util.List;

/** The structures of an image summed by label, in the order in which labels first occur. */
final class StructureSums {
  /**
   * All structures of a label.
   *
   * @param label what they are called
   * @param kind what the bytes of the first of them are
   * @param fileStart file offset of the first of them
   * @param fileSize bytes in the file of all of them; those inside others count in both
   * @param count how many there are
   */
  record Row(String label, Kind kind, long fileStart, long fileSize, int count) {}

  private StructureSums() {}

  /** The labels that have structures. */
  static List<Row> of(StructureTable structures) {
    int labels = structures.labels().size();
    int[] count = new int[labels];
    long[] fileSize = new long[labels];
    int[] first = new int[labels];
    for (int row = 0; row < structures.count(); row++) {
      int label = structures.label(row);
      if (count[label]++ == 0) {
        first[label] = row;
      }
      fileSize[label] += structures.fileEnd(row) - structures.fileStart(row);
    }
    List<Row> rows = new ArrayList<>();
    for (int label = 0; label < labels; label++) {
      if (count[label] > 0) {
        rows.add(
            new Row(
                structures.labels().get(label),
                structures.kind(first[label]),
                structures.fileStart(first[label]),
                fileSize[label],
                count[label]));
      }
    }
    return rows;
  }
}
