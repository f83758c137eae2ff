package dev.weighbridge.formats.elf.headers;

import dev.weighbridge.formats.columns.Order;
import java.util.ArrayList;
import java.util.List;

/**
 * Which file offset a virtual address has: by the loaded segments, or by the loaded sections of a
 * file without segments.
 */
final class ElfAddresses {
  private final long[] address;
  private final long[] fileSize;
  private final long[] offset;

  private ElfAddresses(List<long[]> ranges) {
    int count = ranges.size();
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = ranges.get(i)[0];
    }
    int[] order = Order.ascending(keys, count);
    address = new long[count];
    fileSize = new long[count];
    offset = new long[count];
    for (int i = 0; i < count; i++) {
      long[] range = ranges.get(order[i]);
      address[i] = range[0];
      fileSize[i] = range[1];
      offset[i] = range[2];
    }
  }

  /** The map of a file of so many bytes. */
  static ElfAddresses of(
      long fileLength, List<ElfProgramHeader> segments, List<ElfSection> sections) {
    List<long[]> ranges = new ArrayList<>();
    for (ElfProgramHeader segment : segments) {
      if (segment.isLoaded()) {
        add(ranges, fileLength, segment.address(), segment.fileSize(), segment.offset());
      }
    }
    if (ranges.isEmpty()) {
      for (ElfSection section : sections) {
        if (section.isLoaded()) {
          add(ranges, fileLength, section.address(), section.fileSize(), section.offset());
        }
      }
    }
    return new ElfAddresses(ranges);
  }

  private static void add(
      List<long[]> ranges, long fileLength, long address, long fileSize, long offset) {
    if (offset >= 0 && offset < fileLength && fileSize != 0) {
      long room = fileLength - offset;
      ranges.add(new long[] {address, fileSize < 0 ? room : Math.min(fileSize, room), offset});
    }
  }

  /** File offset of {@code size} bytes at an address; -1 if they are not all in the file. */
  long fileOffset(long wanted, long size) {
    int row = Order.lastAtOrBefore(address, wanted);
    if (row < 0) {
      return -1;
    }
    long distance = wanted - address[row];
    boolean fits = distance >= 0 && size >= 0 && size <= fileSize[row] - distance;
    return fits ? offset[row] + distance : -1;
  }

  /** Bytes in the file from an address to the end of its segment; 0 if it has none. */
  long room(long wanted) {
    long start = fileOffset(wanted, 0);
    if (start < 0) {
      return 0;
    }
    for (int i = address.length - 1; i >= 0; i--) {
      long distance = wanted - address[i];
      if (distance >= 0 && distance <= fileSize[i] && offset[i] + distance == start) {
        return fileSize[i] - distance;
      }
    }
    return 0;
  }
}
