package dev.weighbridge.dimension;

import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.CrateUnits;
import dev.weighbridge.query.Query;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The versions of crates, and what crates of one name are called: by their versions, where the
 * folders that their units were compiled in tell them, else by their numbers. Units are read only
 * if a name is shared, or if a version is asked for.
 */
final class CrateVersions {
  private final Query query;
  private final CrateTable crates;
  private final Map<Integer, String> labels = new HashMap<>();
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
   * The version of a crate: as Cargo says it or, of modules, Go, or else its unit or, where it has
   * none, its sources; empty if nothing tells.
   */
  synchronized String version(int row) {
    if (ofBuild == null) {
      ofBuild = BuildVersions.of(query);
    }
    String told = ofBuild.apply(row);
    told = told.isEmpty() ? units().version(crates.crate(row)) : told;
    return told.isEmpty() ? units().versionOfSources(crates.crate(row)) : told;
  }

  private CrateUnits units() {
    return CrateUnits.of(query.attribution());
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
    Crate crate = crates.crate(row);
    String version = crate.disambiguator() == 0 ? "" : units().version(crate);
    return version.isEmpty() ? crate.name() : crate.name() + " " + version;
  }
}
