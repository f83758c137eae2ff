package dev.weighbridge.dimension;

import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.libraries.UnitLibrary;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What to call the libraries that units are from: by name, and version if there are several. */
final class UnitLibraries {
  private final Map<Integer, UnitLibrary> libraries = new HashMap<>();
  private final Set<String> several = new HashSet<>();

  UnitLibraries(LibraryRules rules, SpanRows units, BitSet used) {
    Map<String, String> versions = new HashMap<>();
    for (int unit = used.nextSetBit(0); unit >= 0; unit = used.nextSetBit(unit + 1)) {
      UnitTable table = units.debug(units.image(unit)).units();
      int row = units.local(unit);
      UnitLibrary library = rules.of(table.directory(row), table.name(row));
      libraries.put(unit, library);
      String before = versions.putIfAbsent(library.name(), library.version());
      if (before != null && !before.equals(library.version())) {
        several.add(library.name());
      }
    }
  }

  /** The version of the library of a unit; empty if nothing tells. */
  String version(int unit) {
    return libraries.getOrDefault(unit, UnitLibrary.UNKNOWN).version();
  }

  /** The library of a unit; empty if nothing tells. */
  String text(int unit) {
    UnitLibrary library = libraries.getOrDefault(unit, UnitLibrary.UNKNOWN);
    boolean hasVersion = several.contains(library.name()) && !library.version().isEmpty();
    return hasVersion ? library.name() + " " + library.version() : library.name();
  }
}
