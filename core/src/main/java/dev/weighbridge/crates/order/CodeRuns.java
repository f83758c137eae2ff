package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * The functions of the section that holds most of an image's code, in the order of their addresses,
 * which is the order in which the linker took them.
 */
final class CodeRuns {
  private final LongColumn address = new LongColumn(0);
  private final LongColumn place = new LongColumn(0);
  private final IntColumn size = new IntColumn(0);
  private long bytes;

  /** Finds the functions of an image. */
  CodeRuns(Attribution attribution, int image) {
    Partition partition = attribution.partition();
    int section = largest(partition, attribution.owners(), image);
    AddressMap map = attribution.addressMap(image);
    int owner = -1;
    for (int span = 0; section >= 0 && span < partition.fileSpanCount(); span++) {
      if (!isCode(partition, attribution.owners(), span, image)
          || partition.section(span) != section) {
        continue;
      }
      long start = partition.start(span);
      int length = (int) Math.min(Integer.MAX_VALUE / 2, partition.end(span) - start);
      boolean isMore = partition.owner(span) == owner && start == end();
      if (isMore && size.get(size.count() - 1) < Integer.MAX_VALUE / 2) {
        size.set(size.count() - 1, size.get(size.count() - 1) + length);
      } else if (isNext(map.address(start))) {
        address.add(map.address(start));
        place.add(start);
        size.add(length);
        owner = partition.owner(span);
      }
    }
    for (int i = 0; i < count(); i++) {
      bytes += size.get(i);
    }
  }

  /** Addresses rise with places in one section; what does otherwise is left out. */
  private boolean isNext(long next) {
    return next >= 0 && (count() == 0 || next >= address.get(count() - 1) + size.get(count() - 1));
  }

  private long end() {
    return count() == 0 ? -1 : place.get(count() - 1) + size.get(count() - 1);
  }

  /** Whether most of the code of an image has lost its names. */
  static boolean isNameless(Attribution attribution, int image) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    BinaryImage read = attribution.file().images().get(image);
    SectionTable sections = read.sections();
    long sum = 0;
    int end = partition.fileSpanCount();
    for (int span = partition.spanAt(read.fileStart());
        span < end && partition.start(span) < read.fileEnd();
        span++) {
      int section = isCode(partition, owners, span, image) ? partition.section(span) : -1;
      if (section >= 0 && sections.row(section).kind() == Kind.CODE) {
        long length = partition.end(span) - partition.start(span);
        sum += owners.isFunction(partition.owner(span)) ? length : -length;
      }
    }
    return sum > 0;
  }

  private static boolean isCode(Partition partition, Owners owners, int span, int image) {
    return partition.kindOrdinal(span) == Kind.CODE.ordinal()
        && partition.image(span) == image
        && !owners.isLabel(partition.owner(span));
  }

  /** The section with most bytes of functions, -1 if none has any. */
  private static int largest(Partition partition, Owners owners, int image) {
    int largest = -1;
    long most = 0;
    int current = -1;
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (isCode(partition, owners, span, image)) {
        if (partition.section(span) != current) {
          current = partition.section(span);
          sum = 0;
        }
        sum += partition.end(span) - partition.start(span);
        if (sum > most) {
          most = sum;
          largest = current;
        }
      }
    }
    return largest;
  }

  /** How many functions there are. */
  int count() {
    return address.count();
  }

  /** Virtual address of the first byte of a function. */
  long address(int function) {
    return address.get(function);
  }

  /** Its file offset. */
  long place(int function) {
    return place.get(function);
  }

  /** Bytes of a function. */
  int size(int function) {
    return size.get(function);
  }

  /** Bytes of all functions. */
  long bytes() {
    return bytes;
  }

  /** The function that starts at an address; -1 if none does. */
  int startingAt(long wanted) {
    int function = firstFrom(wanted);
    return function < count() && address.get(function) == wanted ? function : -1;
  }

  /** The first function at or behind an address. */
  int firstFrom(long wanted) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (address.get(middle) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
