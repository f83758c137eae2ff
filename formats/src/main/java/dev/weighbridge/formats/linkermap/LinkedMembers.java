package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.linkermap.LinkerMap.Output;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The members of an image as a map of its build tells them: every range that came from an object is
 * of that object.
 */
public final class LinkedMembers {
  private LinkedMembers() {}

  /**
   * The same file, of which the members are those of a map.
   *
   * @throws UnsupportedBinaryException if the map is of another build; it says what differs first
   */
  public static BinaryFile of(BinaryFile file, LinkerMap map) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(map, "map");
    if (file.images().size() != 1) {
      String found = file.images().size() + " in " + file.name();
      throw new UnsupportedBinaryException(map.name(), -1, "a map of one image", found);
    }
    BinaryImage image = file.images().get(0);
    MemberTable.Builder members = new MemberTable.Builder();
    members.ofMap();
    for (LinkedObject object : map.objects()) {
      byte[] name = object.name().getBytes(StandardCharsets.UTF_8);
      members.add(Bytes.of(name), 0, name.length, object.archive());
    }
    if (map.format() == LinkerMapFormat.LLD_WASM) {
      new WasmMembers(image, map).addTo(members);
    } else {
      addTo(members, image, map, new MapOfBuild(file.name(), image, map).sections());
    }
    return file.withImages(List.of(image.withMembers(members.freeze(0))));
  }

  /** Whether a map is of the build of a file. */
  public static boolean isMapOf(LinkerMap map, BinaryFile file) {
    Objects.requireNonNull(map, "map");
    Objects.requireNonNull(file, "file");
    try {
      return of(file, map).images().size() == 1;
    } catch (UnsupportedBinaryException e) {
      return false;
    }
  }

  /** Zeros of each thread have the addresses of what follows them, and take none. */
  private static boolean isThreadZero(Section section) {
    return section.traits().contains(SectionTrait.THREAD_LOCAL) && !section.hasFileBytes();
  }

  /** Rows by address; none reaches over the next one, nor over the section it is in. */
  private static void addTo(
      MemberTable.Builder members, BinaryImage image, LinkerMap map, int[] sections) {
    LongColumn starts = new LongColumn(map.count());
    IntColumn rows = new IntColumn(map.count());
    for (int row = 0; row < map.count(); row++) {
      int output = map.output(row);
      if (output >= 0 && sections[output] >= 0) {
        Output home = map.outputs().get(output);
        Section section = image.sections().row(sections[output]);
        long offset = map.address(row) - home.address();
        if (offset >= 0 && offset < section.memorySize() && !isThreadZero(section)) {
          starts.add(section.address() + offset);
          rows.add(row);
        }
      }
    }
    long[] start = starts.freeze();
    int[] row = rows.freeze();
    int[] order = Order.ascending(start, start.length);
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      boolean isLast = i + 1 == order.length || start[order[i + 1]] != start[order[i]];
      if (isLast) {
        kept.add(order[i]);
      }
    }
    for (int i = 0; i < kept.size(); i++) {
      int at = kept.get(i);
      int object = map.object(row[at]);
      long end = start[at] + map.size(row[at]);
      if (i + 1 < kept.size()) {
        end = Math.min(end, start[kept.get(i + 1)]);
      }
      Section section = image.sections().row(sections[map.output(row[at])]);
      end = Math.min(end, section.address() + section.memorySize());
      if (object >= 0 && end > start[at]) {
        members.range(object, start[at], end - start[at]);
      }
    }
  }
}
