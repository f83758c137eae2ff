package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.SourceTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes one table of the sources of several objects, each when something is found to be from it.
 */
final class MovedSources {
  private final SourceTable.Builder sources = new SourceTable.Builder();
  private SourceTable from = new SourceTable.Builder().build();
  private int[] rows = new int[0];

  /** Files are those of another object from now on. */
  void open(SourceTable of) {
    from = of;
    rows = new int[of.count()];
    Arrays.fill(rows, -1);
  }

  /** The row of a file of the object, -1 if there is none. */
  int row(int file) {
    if (file < 0) {
      return -1;
    }
    if (rows[file] < 0) {
      rows[file] = sources.add(text(from.path(file)), sources.noText(), text(from.base(file)));
    }
    return rows[file];
  }

  private int text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length == 0 ? sources.noText() : sources.text(Bytes.of(bytes), 0, bytes.length);
  }

  /** The files found so far. */
  SourceTable build() {
    return sources.build();
  }
}
