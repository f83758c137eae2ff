package dev.weighbridge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where source files lie on this machine, of which debug information knows the paths on another.
 *
 * <p>No file outside of the folders given is opened, whatever a program says. Immutable.
 */
public final class SourceFolders {
  /** Nobody writes a source file so large; what is larger is a mistake. */
  private static final int MOST_BYTES = 64 << 20;

  private final List<Path> folders;
  private final Map<String, Path> moved;

  private SourceFolders(List<Path> folders, Map<String, Path> moved) {
    this.folders = List.copyOf(folders);
    this.moved = moved;
  }

  /** No folders: nothing is at hand. */
  public static SourceFolders none() {
    return of(List.of(), Map.of());
  }

  /**
   * Folders in which sources are looked for.
   *
   * @param folders in which each source is looked for by its path as reports show it, by its whole
   *     path, then by ends of it, the longest first
   * @param moved for beginnings of paths, without a slash at the end, the folder that took their
   *     place
   */
  public static SourceFolders of(List<Path> folders, Map<String, Path> moved) {
    Objects.requireNonNull(folders, "folders");
    Objects.requireNonNull(moved, "moved");
    return new SourceFolders(folders, new LinkedHashMap<>(moved));
  }

  /**
   * The text of a line, without its end and the blanks before it.
   *
   * @param path the whole path, as debug information has it
   * @param shown the path as reports show it
   * @param number of the line, from 1
   * @return empty if no file is there that has such a line
   */
  public Optional<String> line(String path, String shown, int number) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(shown, "shown");
    Optional<Path> file = number < 1 ? Optional.empty() : file(path, shown);
    return file.flatMap(found -> line(found, number));
  }

  private Optional<Path> file(String path, String shown) {
    for (Map.Entry<String, Path> one : moved.entrySet()) {
      String from = one.getKey();
      if (path.startsWith(from + "/")) {
        Optional<Path> found = below(one.getValue(), path.substring(from.length() + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    List<String> names = new ArrayList<>(List.of(shown));
    String rest = path;
    do {
      names.add(rest);
      rest = rest.substring(rest.indexOf('/') + 1);
    } while (rest.indexOf('/') >= 0);
    names.add(rest);
    for (Path folder : folders) {
      for (String name : names) {
        Optional<Path> found = below(folder, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> below(Path folder, String name) {
    try {
      Path root = folder.toRealPath();
      Path file = root.resolve(name.startsWith("/") ? name.substring(1) : name).normalize();
      boolean isBelow = file.startsWith(root) && Files.isRegularFile(file);
      return isBelow && file.toRealPath().startsWith(root) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(Path file, int number) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MOST_BYTES);
      int start = 0;
      for (int left = number - 1; left > 0; left--) {
        start = end(bytes, start) + 1;
        if (start >= bytes.length) {
          return Optional.empty();
        }
      }
      int end = end(bytes, start);
      return Optional.of(new String(bytes, start, end - start, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int end(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  @Override
  public String toString() {
    return folders.size() + " folders";
  }
}
