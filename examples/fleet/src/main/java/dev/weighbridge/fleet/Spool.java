package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has been weighed and is not in the store yet: segments, each of a file with lines of rows,
 * one with lines of functions and data, and an index that says which of them are of which content.
 * They outlive a process that is killed; nobody weighs these contents again. Two files, since the
 * table of rows is short and made without going through millions of functions; for many contents,
 * since most are small, and to make a file takes longer than to write into it.
 *
 * @param folder where they lie
 */
record Spool(Path folder) {
  /** Begins a segment, of a name that none has. */
  SpoolSegment begin() throws IOException {
    for (int number = 0; ; number++) {
      try {
        return new SpoolSegment(folder.resolve(String.valueOf(number)));
      } catch (FileAlreadyExistsException e) {
        // Of another thread, or of a process that was killed.
      }
    }
  }

  /** The contents that are weighed. */
  Set<String> hashes() throws IOException {
    return places().keySet();
  }

  /** Some of the contents, in parts that go to the store each for itself. */
  List<SpoolPart> parts(Collection<String> hashes) throws IOException {
    SortedMap<String, SpoolPlace> places = places();
    places.keySet().retainAll(hashes);
    return SpoolPart.of(places.values());
  }

  private SortedMap<String, SpoolPlace> places() throws IOException {
    SortedMap<String, SpoolPlace> places = new TreeMap<>();
    for (Path file : files()) {
      Path segment = SpoolPlace.segment(file).orElse(null);
      if (segment != null) {
        SpoolPlace.all(segment).forEach(place -> places.put(place.hash(), place));
      }
    }
    return places;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      inside.forEach(files::add);
    }
    return files;
  }

  /** Removes all. */
  void clear() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
  }
}
