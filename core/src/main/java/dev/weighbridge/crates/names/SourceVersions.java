package dev.weighbridge.crates.names;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.debug.SourceTable;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.libraries.UnitLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The versions of crates that the folders of source files tell. Immutable. */
public final class SourceVersions {
  private final Map<String, Set<String>> ofCrate = new HashMap<>();

  /** Those of the lines of all images. */
  public SourceVersions(List<BinaryImage> images) {
    for (BinaryImage image : images) {
      SourceTable sources = image.debug().lines().sources();
      for (int file = 0; file < sources.count(); file++) {
        UnitLibrary library = LibraryRules.published(sources.path(file));
        String crate = library.name().replace('-', '_');
        if (!library.version().isEmpty()) {
          ofCrate.computeIfAbsent(crate, name -> new TreeSet<>()).add(library.version());
        }
      }
    }
  }

  /** The versions of a crate, by its name with underscores. */
  public Set<String> of(String crate) {
    return ofCrate.getOrDefault(crate, Set.of());
  }
}
