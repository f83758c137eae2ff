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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The versions of crates, and what crates of one name are called: by their versions, where the
 * folders that their units were compiled in tell them, else by their numbers. Units are read only
 * if a name is shared, or if a version is asked for.
 */
final class CrateVersions {
  /** In the name of a unit: {@code src/lib.rs/@/ringbuf.d844b85058d60225-cgu.0}. */
  private static final String MARK = "/@/";

  private static final String END = "-cgu.";

  /** A crate, as units name it. */
  private record Key(String name, long disambiguator) {}

  private final Query query;
  private final CrateTable crates;
  private final Map<Integer, String> labels = new HashMap<>();
  private @Nullable Map<Key, String> ofUnits;
  private @Nullable IntFunction<String> ofBuild;

  private CrateVersions(Query query, CrateTable crates) {
    this.query = query;
    this.crates = crates;
  }

  /** What the crates of a query are called. */
  static CrateVersions of(Query query, CrateTable crates) {
    CrateVersions versions = new CrateVersions(query, crates);
    if (versions.isAnyShared()) {
      versions.tellApart();
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

  /**
   * The version of a crate: as Cargo says it or, of modules, Go, or else its unit; empty if nothing
   * tells.
   */
  synchronized String version(int row) {
    if (ofBuild == null) {
      ofBuild = BuildVersions.of(query);
    }
    String told = ofBuild.apply(row);
    return told.isEmpty() ? ofUnits(row) : told;
  }

  private synchronized String ofUnits(int row) {
    if (ofUnits == null) {
      ofUnits = new HashMap<>();
      for (BinaryImage image : query.attribution().file().images()) {
        if (image.debug().isPresent()) {
          add(query.libraries(), image.debug().units(), ofUnits);
        }
      }
    }
    Crate crate = crates.crate(row);
    return ofUnits.getOrDefault(new Key(crate.name(), crate.disambiguator()), "");
  }

  private void tellApart() {
    Map<String, Integer> uses = new HashMap<>();
    for (int row = 0; row < crates.count(); row++) {
      uses.merge(text(row), 1, Integer::sum);
    }
    for (int row = 0; row < crates.count(); row++) {
      String text = text(row);
      boolean tellsApart = uses.getOrDefault(text, 0) == 1;
      if (isShared(row) && tellsApart && !text.equals(crates.crate(row).name())) {
        labels.put(row, text);
      }
    }
  }

  private String text(int row) {
    String version = ofUnits(row);
    return version.isEmpty() ? crates.crate(row).name() : crates.crate(row).name() + " " + version;
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
