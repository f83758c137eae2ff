package dev.weighbridge.crates;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.SourceTable;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.libraries.UnitLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The versions of crates that the folders of source files tell. Immutable. */
final class SourceVersions {
  private final List<BinaryImage> images;
  private final UnitLibrary[][] ofFile;
  private final Map<String, Set<String>> ofCrate = new HashMap<>();

  /** Those of the lines of all images. */
  SourceVersions(List<BinaryImage> images) {
    this.images = List.copyOf(images);
    ofFile = new UnitLibrary[images.size()][];
    for (int image = 0; image < ofFile.length; image++) {
      SourceTable sources = images.get(image).debug().lines().sources();
      ofFile[image] = new UnitLibrary[sources.count()];
      for (int file = 0; file < sources.count(); file++) {
        UnitLibrary library = LibraryRules.published(sources.path(file));
        String crate = library.name().replace('-', '_');
        ofFile[image][file] = new UnitLibrary(crate, library.version());
        if (!library.version().isEmpty()) {
          ofCrate.computeIfAbsent(crate, name -> new TreeSet<>()).add(library.version());
        }
      }
    }
  }

  /** The versions of a crate, by its name with underscores. */
  Set<String> of(String crate) {
    return ofCrate.getOrDefault(crate, Set.of());
  }

  /** The versions of a crate among the sources that some code of an image is from. */
  Set<String> at(String crate, int image, long address, long size) {
    Set<String> found = new TreeSet<>();
    LineTable lines = images.get(image).debug().lines();
    int run = lines.runAt(address);
    int row = run < 0 ? 0 : lines.rowAt(address);
    boolean isInside = run >= 0 && row >= 0;
    for (; isInside && row < lines.endRow(run); row++) {
      isInside = lines.start(run, row) < address + size;
      int file = isInside ? lines.file(row) : -1;
      if (file >= 0 && ofFile[image][file].name().equals(crate)) {
        found.add(ofFile[image][file].version());
      }
    }
    return found;
  }
}
