package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.linkermap.LinkerMap.Output;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a module by a map of LLD for Wasm: functions by where they lie behind the start of
 * the code section, data by its address in memory.
 *
 * <p>The map is of the build if its sections end where those of the module do, and if each function
 * in it begins where one of the module begins and is as long.
 */
final class WasmMembers {
  private static final String CODE = "CODE";

  /** Addresses of a memory are below this; what is above tells the memory. */
  private static final long MEMORY_MASK = (1L << 48) - 1;

  private final BinaryImage image;
  private final LinkerMap map;

  WasmMembers(BinaryImage image, LinkerMap map) {
    this.image = image;
    this.map = map;
  }

  /** Adds the ranges of all rows; throws if the map is of another build. */
  void addTo(MemberTable.Builder members) {
    checkSections();
    Map<Long, Long> functions = functions();
    long memory = memory();
    for (int row = 0; row < map.count(); row++) {
      if (map.output(row) < 0 || map.object(row) < 0) {
        continue;
      }
      Output output = map.outputs().get(map.output(row));
      if (output.name().equals(CODE)) {
        long address = map.address(row) - output.address();
        checkFunction(functions, row, address);
        members.range(map.object(row), address, map.size(row));
      } else if (section(output).isEmpty()) {
        members.range(map.object(row), memory + map.address(row), map.size(row));
      }
    }
  }

  /** The section of the module that is meant; none if it is a part of the data. */
  private Optional<Section> section(Output output) {
    String name = output.name().toLowerCase(Locale.ROOT);
    return output.name().equals(name)
        ? Optional.empty()
        : image.sections().stream().filter(section -> section.name().equals(name)).findFirst();
  }

  private void checkSections() {
    int compared = 0;
    for (Output output : map.outputs()) {
      Optional<Section> section = section(output);
      if (section.isPresent()) {
        long end = output.address() + output.size();
        if (section.get().fileEnd() != end) {
          throw refused(
              output.name() + " up to 0x" + Long.toHexString(section.get().fileEnd()),
              "up to 0x" + Long.toHexString(end));
        }
        compared++;
      }
    }
    if (compared == 0) {
      throw refused("sections of the module in it", "none");
    }
  }

  private Map<Long, Long> functions() {
    FunctionTable table = image.functions();
    Map<Long, Long> functions = new HashMap<>();
    for (int row = 0; row < table.count(); row++) {
      functions.put(table.address(row), table.memorySize(row));
    }
    return functions;
  }

  private void checkFunction(Map<Long, Long> functions, int row, long address) {
    Long size = functions.get(address);
    if (size == null || size != map.size(row)) {
      String where = " at 0x" + Long.toHexString(map.address(row));
      String expected = size == null ? "a function" : "a function of " + size + " bytes";
      throw refused(expected + where, map.section(row) + " of " + map.size(row) + " bytes");
    }
  }

  private long memory() {
    for (int row = 0; row < image.segments().count(); row++) {
      Segment segment = image.segments().row(row);
      if (!segment.name().equals("code")) {
        return segment.address() & ~MEMORY_MASK;
      }
    }
    return 0;
  }

  private UnsupportedBinaryException refused(String expected, String found) {
    return new UnsupportedBinaryException(
        map.name() + ": not the map of this build", -1, expected, found);
  }
}
