package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What holes between the variables and constants of a section would be left if those of the largest
 * alignment came first. An alignment is what the address and the size of a thing have in common, at
 * most {@value #MOST} bytes: sizes are multiples of alignments.
 */
public final class DataOrder {
  private static final long MOST = 8;

  private DataOrder() {}

  /**
   * What another order would save in a section.
   *
   * @param section the section
   * @param holes bytes of the holes that are there
   * @param saving how many of them would not be
   */
  public record Order(Section section, long holes, long saving) {}

  private record Thing(long address, long size) {
    long alignment() {
      return Math.min(MOST, Math.min(lowestBit(address), lowestBit(size)));
    }

    private static long lowestBit(long number) {
      return number == 0 ? MOST : Long.lowestOneBit(number);
    }
  }

  /** The sections of data in which another order would save something. */
  public static List<Order> of(Attribution attribution) {
    Partition partition = attribution.partition();
    TreeMap<Integer, List<Thing>> things = new TreeMap<>();
    TreeMap<Integer, Long> holes = new TreeMap<>();
    long end = 0;
    int lastOwner = -1;
    int lastSection = -1;
    for (int span = 0; span < partition.spanCount(); span++) {
      int section = partition.section(span);
      if (section < 0 || partition.memorySize(span) == 0 || !isData(attribution, section)) {
        continue;
      }
      long size = partition.memorySize(span);
      if (partition.kindOrdinal(span) == Kind.PADDING.ordinal()) {
        holes.merge(section, size, Long::sum);
        continue;
      }
      long address = attribution.address(span);
      List<Thing> list = things.computeIfAbsent(section, s -> new ArrayList<>());
      boolean goesOn =
          lastSection == section && partition.owner(span) == lastOwner && address == end;
      if (goesOn) {
        Thing before = list.remove(list.size() - 1);
        list.add(new Thing(before.address(), before.size() + size));
      } else {
        list.add(new Thing(address, size));
      }
      end = address + size;
      lastOwner = partition.owner(span);
      lastSection = section;
    }
    List<Order> orders = new ArrayList<>();
    holes.forEach(
        (section, bytes) -> {
          long left = sorted(things.getOrDefault(section, List.of()));
          if (left < bytes) {
            orders.add(new Order(attribution.section(section), bytes, bytes - left));
          }
        });
    return orders;
  }

  private static boolean isData(Attribution attribution, int section) {
    return switch (attribution.section(section).kind()) {
      case RODATA, DATA, ZERO -> true;
      default -> false;
    };
  }

  /** The holes if the largest alignments come first. */
  private static long sorted(List<Thing> things) {
    List<Thing> order = new ArrayList<>(things);
    order.sort(Comparator.comparingLong(thing -> -thing.alignment()));
    long at = 0;
    long holes = 0;
    for (Thing thing : order) {
      long hole = -at & thing.alignment() - 1;
      holes += hole;
      at += hole + thing.size();
    }
    return holes;
  }
}
