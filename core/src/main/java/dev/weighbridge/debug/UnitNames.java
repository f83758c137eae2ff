package dev.weighbridge.debug;

import dev.weighbridge.formats.debug.UnitTable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What reports call units: by the name that their compiler states, mostly a path, {@linkplain
 * ShownPaths shortened} as those of sources are; behind their directory if others elsewhere have
 * the same name.
 */
public final class UnitNames {
  private final SpanRows units;
  private final Set<String> ambiguous = new HashSet<>();

  /**
   * The names of some units.
   *
   * @param used those that are to be told apart
   */
  public UnitNames(SpanRows units, BitSet used) {
    this.units = units;
    Map<String, String> directories = new HashMap<>();
    for (int unit = used.nextSetBit(0); unit >= 0; unit = used.nextSetBit(unit + 1)) {
      UnitTable table = table(unit);
      String directory = table.directory(units.local(unit));
      String name = table.name(units.local(unit));
      String before = directories.putIfAbsent(name, directory);
      if (before != null && !before.equals(directory)) {
        ambiguous.add(name);
      }
    }
  }

  private UnitTable table(int unit) {
    return units.debug(units.image(unit)).units();
  }

  /** The name of a unit. */
  public String of(int unit) {
    UnitTable table = table(unit);
    int row = units.local(unit);
    String name = table.name(row);
    if (name.isEmpty()) {
      String split = table.splitName(row);
      if (!split.isEmpty()) {
        return split.substring(split.lastIndexOf('/') + 1);
      }
      return switch (table.role(row)) {
        case COMPILE -> "[unnamed units]";
        case PARTIAL -> "[partial units]";
        case TYPE -> "[type units]";
      };
    }
    boolean isPlain = !ambiguous.contains(name) || table.directory(row).isEmpty();
    String shown = ShownPaths.shortened(name, table.directory(row));
    return isPlain ? shown : table.directory(row) + "/" + name;
  }
}
