package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What has been weighed and is not in the store yet: a file for each content, with lines of its
 * rows and lines of its functions and data. They outlive a process that is killed; nobody weighs
 * these contents again.
 *
 * @param folder where they lie
 */
public record Spool(Path folder) {
  /** How names of files end. */
  private static final String LINES = ".lines";

  /** The file of a content. */
  public Path file(String hash) {
    return folder.resolve(hash + LINES);
  }

  /** The content whose file has this name; empty for what is not whole, and for other files. */
  public static Optional<String> hash(String name) {
    return name.endsWith(LINES)
        ? Optional.of(name.substring(0, name.length() - LINES.length()))
        : Optional.empty();
  }

  /** The contents that are weighed. */
  Set<String> hashes() throws IOException {
    Set<String> hashes = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        hash(String.valueOf(file.getFileName())).ifPresent(hashes::add);
      }
    }
    return hashes;
  }

  /** Removes all files but those of some contents. */
  void retain(Predicate<String> isKept) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (hash(String.valueOf(file.getFileName())).filter(isKept).isEmpty()) {
          Files.delete(file);
        }
      }
    }
  }
}
