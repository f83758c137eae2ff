package dev.weighbridge.fleet;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What files are called in a store. Names of files are bytes, those of the store are texts: a name
 * that is none, as one in Latin-1 where names are UTF-8, is written with its bytes behind percent
 * signs, so that no two files have the same name and all of them have one that can be read.
 */
final class FileNames {
  private static final String PERCENT = "%";

  private final SortedMap<String, FleetFile> files = new TreeMap<>();
  private final SortedMap<String, FleetFile> encoded = new TreeMap<>();

  /**
   * Takes a file; one that was asked for by its name stays so.
   *
   * @param name where it is, as it is to be called
   * @param path where it is found
   */
  void put(Path name, Path path, boolean isGiven) {
    boolean isText = isText(name);
    String text = isText ? slashed(name) : encoded(name);
    (isText ? files : encoded)
        .merge(
            text, new FleetFile(text, path, isGiven), (one, other) -> one.isGiven() ? one : other);
  }

  /** Whether the text of a path finds the same file. */
  private static boolean isText(Path path) {
    try {
      return path.getFileSystem().getPath(path.toString()).equals(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** A URI has all bytes of a name; it is that of the whole path. */
  private static String encoded(Path path) {
    String whole = path.toUri().getRawPath();
    if (path.isAbsolute()) {
      return whole;
    }
    String before = Path.of("").toUri().getRawPath();
    return whole.substring(before.length());
  }

  /** All files, in the order of their names. */
  List<FleetFile> values() {
    encoded.forEach(
        (name, file) -> {
          String free = name;
          while (files.containsKey(free)) {
            // Somebody called another file like that.
            free += PERCENT;
          }
          files.put(free, new FleetFile(free, file.path(), file.isGiven()));
        });
    encoded.clear();
    return new ArrayList<>(files.values());
  }
}
