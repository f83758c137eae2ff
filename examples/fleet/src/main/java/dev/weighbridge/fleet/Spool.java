package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  private SortedMap<String, SpoolPlace> places() throws IOException {
    SortedMap<String, SpoolPlace> places = new TreeMap<>();
    for (Path file : files()) {
      Path segment = SpoolPlace.segment(file).orElse(null);
      if (segment != null) {
        // What stands behind the last end of a line was being written.
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
          SpoolPlace.parse(segment, line).ifPresent(place -> places.put(place.hash(), place));
        }
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

  /** Writes the lines of contents in the order of their hashes, to two files. */
  void compose(Collection<String> hashes, Path rows, Path bodies) throws IOException {
    SortedMap<String, SpoolPlace> places = places();
    places.keySet().retainAll(hashes);
    try (FileChannel out = create(rows)) {
      for (SpoolPlace place : places.values()) {
        copy(SpoolPlace.rows(place.segment()), place.firstRow(), place.endOfRows(), out);
      }
    }
    try (FileChannel out = create(bodies)) {
      for (SpoolPlace place : places.values()) {
        copy(SpoolPlace.bodies(place.segment()), place.firstBody(), place.endOfBodies(), out);
      }
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private static void copy(Path from, long start, long end, FileChannel out) throws IOException {
    try (FileChannel in = FileChannel.open(from)) {
      long at = start;
      while (at < end) {
        long count = in.transferTo(at, end - at, out);
        if (count <= 0) {
          throw new StoreException(from.toString(), end + " bytes", String.valueOf(at));
        }
        at += count;
      }
    }
  }

  /** Removes all. */
  void clear() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
  }
}
