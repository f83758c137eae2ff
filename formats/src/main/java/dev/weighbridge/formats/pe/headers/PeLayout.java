package dev.weighbridge.formats.pe.headers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Order;
import java.util.List;

/**
 * Where relative virtual addresses of an image lie in its file.
 *
 * <p>Addresses below the first section are those of the headers, which the loader maps as they
 * stand. Of overlapping sections the later start wins. An object has no addresses.
 */
final class PeLayout {
  private final long[] start;
  private final long[] end;
  private final long[] file;

  PeLayout(Bytes bytes, long headersSize, List<PeSection> sections) {
    int count = sections.size() + 1;
    long[] starts = new long[count];
    for (PeSection section : sections) {
      starts[section.index() + 1] = section.rva();
    }
    int[] order = Order.ascending(starts, count);
    start = new long[count];
    end = new long[count];
    file = new long[count];
    long length = bytes.length();
    for (int i = 0; i < count; i++) {
      PeSection section = order[i] == 0 ? null : sections.get(order[i] - 1);
      long offset = section == null ? 0 : Math.min(section.rawOffset(), length);
      long size = section == null ? headersSize : section.fileSize();
      start[i] = starts[order[i]];
      file[i] = offset;
      end[i] = start[i] + Math.min(size, length - offset);
    }
  }

  private int find(long rva) {
    int row = Order.lastAtOrBefore(start, rva);
    return row >= 0 && rva >= 0 && rva < end[row] ? row : -1;
  }

  /** The file offset of an address, or -1 if it has no byte in the file. */
  long fileOffset(long rva) {
    int row = find(rva);
    return row < 0 ? -1 : file[row] + (rva - start[row]);
  }

  /** Bytes in the file from an address to the end of its section; 0 if it has none. */
  long room(long rva) {
    int row = find(rva);
    return row < 0 ? 0 : end[row] - rva;
  }
}
