package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What has been weighed and is not in the store yet: for each content a file with lines of its rows
 * and one with lines of its functions and data. They outlive a process that is killed; nobody
 * weighs these contents again. Two files, since the table of rows is short and made without going
 * through millions of functions.
 *
 * @param folder where they lie
 */
public record Spool(Path folder) {
  /** How names of files with rows end. */
  public static final String ROWS = ".rows";

  /** How names of files with functions and data end. */
  public static final String BODIES = ".bodies";

  /** The rows of a content. */
  public Path rows(String hash) {
    return folder.resolve(hash + ROWS);
  }

  /** The functions and data of a content. */
  public Path bodies(String hash) {
    return folder.resolve(hash + BODIES);
  }

  /**
   * The content whose file has this name; empty for a file that is not whole, and for other files.
   */
  public static Optional<String> hash(String name) {
    for (String end : List.of(ROWS, BODIES)) {
      if (name.endsWith(end)) {
        return Optional.of(name.substring(0, name.length() - end.length()));
      }
    }
    return Optional.empty();
  }

  /** The contents of which both files are among these names. */
  public static Set<String> whole(Collection<String> names) {
    Set<String> all = new HashSet<>(names);
    Set<String> hashes = new TreeSet<>();
    for (String name : names) {
      hash(name)
          .filter(hash -> all.contains(hash + ROWS) && all.contains(hash + BODIES))
          .ifPresent(hashes::add);
    }
    return hashes;
  }

  /** The contents that are weighed. */
  Set<String> hashes() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
    return whole(names);
  }

  /** Removes all files but those of some contents that are whole. */
  void retain(Predicate<String> isKept) throws IOException {
    Set<String> whole = hashes();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<String> hash = hash(String.valueOf(file.getFileName()));
        if (hash.filter(whole::contains).filter(isKept).isEmpty()) {
          Files.delete(file);
        }
      }
    }
  }
}
