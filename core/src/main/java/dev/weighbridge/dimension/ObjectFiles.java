package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.List;

/**
 * Which object file each span is from: by the ranges of addresses that a linker map or a program
 * database states, or else by the symbol that owns the span. Numbered over all images.
 */
final class ObjectFiles {
  /** What to ask an attribution for. */
  private record Key() implements DerivedKey<ObjectFiles> {
    @Override
    public String name() {
      return "object files";
    }

    @Override
    public ObjectFiles derive(Attribution attribution, Work work) {
      return new ObjectFiles(attribution);
    }
  }

  /** Ranges of one image, ascending. */
  private static final class Sorted {
    private final MemberTable members;
    private final long[] start;
    private final int[] range;

    Sorted(MemberTable members) {
      this.members = members;
      LongColumn starts = new LongColumn(members.rangeCount());
      for (int range = 0; range < members.rangeCount(); range++) {
        starts.add(members.rangeAddress(range));
      }
      long[] unsorted = starts.freeze();
      range = Order.ascending(unsorted, unsorted.length);
      start = new long[unsorted.length];
      for (int i = 0; i < start.length; i++) {
        start[i] = unsorted[range[i]];
      }
    }

    int member(long address) {
      int at = Order.lastAtOrBefore(start, address);
      // Unsigned: bytes without an address, -1, are in no range.
      boolean isInside =
          at >= 0 && Long.compareUnsigned(address - start[at], members.rangeSize(range[at])) < 0;
      return isInside ? members.rangeMember(range[at]) : -1;
    }
  }

  private final int[] base;
  private final int[] ofSpan;
  private final List<BinaryImage> images;

  private ObjectFiles(Attribution attribution) {
    images = attribution.file().images();
    base = new int[images.size() + 1];
    Sorted[] ranges = new Sorted[images.size()];
    for (int i = 0; i < images.size(); i++) {
      base[i + 1] = base[i] + images.get(i).members().count();
      ranges[i] = new Sorted(images.get(i).members());
    }
    int[] ofOwner = owners(attribution.owners());
    Partition partition = attribution.partition();
    ofSpan = new int[partition.spanCount()];
    for (int span = 0; span < ofSpan.length; span++) {
      Work.checkAt(span);
      int image = partition.image(span);
      boolean isLoaded = image >= 0 && partition.memorySize(span) > 0;
      int member = isLoaded ? ranges[image].member(attribution.address(span)) : -1;
      int payer = attribution.payer(span, Pricing.FULL);
      boolean asksOwner = image >= 0 && member < 0 && !images.get(image).members().isOfMap();
      boolean asksSubject = image >= 0 && member < 0 && !isLoaded;
      ofSpan[span] =
          member >= 0 ? base[image] + member : asksOwner || asksSubject ? ofOwner[payer] : -1;
    }
  }

  static ObjectFiles of(Attribution attribution) {
    return attribution.uncut().get(new Key());
  }

  private int[] owners(Owners owners) {
    int[] found = new int[owners.count()];
    Arrays.fill(found, -1);
    for (int image = 0; image < images.size(); image++) {
      MemberTable members = images.get(image).members();
      for (int run = 0; run < members.runCount(); run++) {
        for (int row = members.runStart(run); row < members.runEnd(run); row++) {
          int owner = owners.ofSymbol(image, row);
          if (owner >= 0 && found[owner] < 0) {
            found[owner] = base[image] + members.runMember(run);
          }
        }
      }
    }
    return found;
  }

  /** How many object files there are. */
  int count() {
    return base[images.size()];
  }

  /** The object file of a span that was not cut; -1 if unknown. */
  int ofSpan(int span) {
    return ofSpan[span];
  }

  /** The name of an object file, without its folder. */
  String name(int object) {
    int image = image(object);
    return withoutFolder(images.get(image).members().name(object - base[image]));
  }

  /** The archive an object file is from, without its folder; empty if none. */
  String archive(int object) {
    int image = image(object);
    return withoutFolder(images.get(image).members().container(object - base[image]));
  }

  private int image(int object) {
    int image = 0;
    while (object >= base[image + 1]) {
      image++;
    }
    return image;
  }

  private static String withoutFolder(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
