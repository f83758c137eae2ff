package dev.weighbridge.region;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A TOML file of memory regions.
 *
 * <pre>
 * [regions.FLASH]
 * start = "0x08000000"
 * length = "512K"
 * attributes = "rx"
 * </pre>
 */
public final class RegionFile {
  private static final String NUMBER = "a number such as 0x08000000 or 512K";

  private RegionFile() {}

  /**
   * Reads a TOML file.
   *
   * @throws IOException if it cannot be read
   * @throws dev.weighbridge.config.ConfigException if something in it is not a region
   */
  public static List<MemoryRegion> read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return of(ConfigTable.read(file));
  }

  /**
   * Reads a TOML text.
   *
   * @param source what the text is called in errors: a file name
   * @throws dev.weighbridge.config.ConfigException if something in it is not a region
   */
  public static List<MemoryRegion> parse(String source, String text) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    return of(ConfigTable.toml(source, text));
  }

  private static List<MemoryRegion> of(ConfigTable file) {
    file.allowOnly("regions");
    ConfigTable regions =
        file.table("regions").orElseThrow(() -> file.fault("regions", "a table of regions"));
    List<MemoryRegion> found = new ArrayList<>();
    for (String name : regions.keys()) {
      ConfigTable region = regions.table(name).orElseThrow();
      region.allowOnly("start", "length", "attributes");
      if (!MemoryRegion.isName(name)) {
        throw regions.faultOfKey(name, "a name of letters, digits, '_', '-', '$' and dots");
      }
      long start = number(region, "start");
      long length = number(region, "length");
      try {
        found.add(new MemoryRegion(name, start, length, region.text("attributes").orElse("")));
      } catch (IllegalArgumentException e) {
        throw region.fault("length", "a length with which the region ends within 64 bits");
      }
    }
    if (found.isEmpty()) {
      throw new ConfigException(
          file.place("regions"), "a table of one region or more", "an empty one");
    }
    return found;
  }

  private static long number(ConfigTable region, String key) {
    if (region.isNumber(key)) {
      return region.count(key).orElseThrow();
    }
    OptionalLong number = MemoryMap.number(region.text(key).orElse(""));
    return number.orElseThrow(() -> region.fault(key, NUMBER));
  }
}
