package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What has been weighed and is not in the store yet: two files of lines for each content. They
 * outlive a process that is killed; nobody weighs these contents again.
 *
 * @param folder where they lie
 */
public record Spool(Path folder) {
  private static final String ROWS = ".rows";
  private static final String BODIES = ".bodies";

  /** The rows of a content; if they are there, so are its bodies. */
  public Path rows(String hash) {
    return folder.resolve(hash + ROWS);
  }

  /** The functions and data of a content. */
  public Path bodies(String hash) {
    return folder.resolve(hash + BODIES);
  }

  /** The contents that are weighed. */
  Set<String> hashes() throws IOException {
    Set<String> hashes = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ROWS)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        hashes.add(name.substring(0, name.length() - ROWS.length()));
      }
    }
    return hashes;
  }

  /** Removes all files but those of some contents. */
  void retain(Predicate<String> isKept) throws IOException {
    Set<String> whole = hashes();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        String hash = dot < 0 ? name : name.substring(0, dot);
        boolean isPartial = name.endsWith(SpoolFile.PARTIAL) || !whole.contains(hash);
        if (isPartial || !isKept.test(hash)) {
          Files.delete(file);
        }
      }
    }
  }
}
