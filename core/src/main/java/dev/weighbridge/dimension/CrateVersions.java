package dev.weighbridge.dimension;

import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.libraries.UnitLibrary;
import dev.weighbridge.query.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What crates of one name are called: by their versions, where the folders that their units were
 * compiled in tell them, else by their numbers. Units are read only if a name is shared.
 */
final class CrateVersions {
  /** In the name of a unit: {@code src/lib.rs/@/ringbuf.d844b85058d60225-cgu.0}. */
  private static final String MARK = "/@/";

  private static final String END = "-cgu.";

  /** A crate, as units name it. */
  private record Key(String name, long disambiguator) {}

  private final CrateTable crates;
  private final Map<Integer, String> labels = new HashMap<>();

  private CrateVersions(CrateTable crates) {
    this.crates = crates;
  }

  /** What the crates of a query are called. */
  static CrateVersions of(Query query, CrateTable crates) {
    CrateVersions versions = new CrateVersions(crates);
    if (versions.isAnyShared()) {
      versions.find(query);
    }
    return versions;
  }

  /** The name of a crate. */
  String label(int row) {
    return labels.getOrDefault(row, crates.label(row));
  }

  private boolean isShared(int row) {
    return !crates.label(row).equals(crates.crate(row).name());
  }

  private boolean isAnyShared() {
    for (int row = 0; row < crates.count(); row++) {
      if (isShared(row)) {
        return true;
      }
    }
    return false;
  }

  private void find(Query query) {
    Map<Key, String> versions = new HashMap<>();
    for (BinaryImage image : query.attribution().file().images()) {
      if (image.debug().isPresent()) {
        add(query.libraries(), image.debug().units(), versions);
      }
    }
    Map<String, Integer> uses = new HashMap<>();
    for (int row = 0; row < crates.count(); row++) {
      uses.merge(text(crates.crate(row), versions), 1, Integer::sum);
    }
    for (int row = 0; row < crates.count(); row++) {
      String text = text(crates.crate(row), versions);
      boolean tellsApart = uses.getOrDefault(text, 0) == 1;
      if (isShared(row) && tellsApart && !text.equals(crates.crate(row).name())) {
        labels.put(row, text);
      }
    }
  }

  private static String text(Crate crate, Map<Key, String> versions) {
    String version = versions.get(new Key(crate.name(), crate.disambiguator()));
    return version == null ? crate.name() : crate.name() + " " + version;
  }

  private static void add(LibraryRules libraries, UnitTable units, Map<Key, String> versions) {
    for (int unit = 0; unit < units.count(); unit++) {
      String name = units.name(unit);
      int mark = name.lastIndexOf(MARK);
      int dot = mark < 0 ? -1 : name.indexOf('.', mark);
      OptionalLong number = dot < 0 ? OptionalLong.empty() : number(name, dot + 1);
      if (number.isPresent()) {
        UnitLibrary library = libraries.of(units.directory(unit), name);
        if (!library.version().isEmpty()) {
          String crate = name.substring(mark + MARK.length(), dot);
          versions.putIfAbsent(new Key(crate, number.getAsLong()), library.version());
        }
      }
    }
  }

  private static OptionalLong number(String name, int from) {
    int end = name.indexOf(END, from);
    if (end < 0 || end - from > 16) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseUnsignedLong(name.substring(from, end), 16));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
