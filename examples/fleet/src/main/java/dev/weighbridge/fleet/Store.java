package dev.weighbridge.fleet;

import dev.weighbridge.table.TableShape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where things lie in a store. Nothing is changed that is there: files are written under another
 * name and renamed when they are whole.
 *
 * <pre>
 * store.txt                what it is, and how deep rows go
 * contents/NAME.parquet    rows of contents, by their hashes
 * bodies/NAME.parquet      functions and data of the same contents
 * snapshots/NAME.parquet   which files there were, and the hashes of what was in them
 * spool/                   what is weighed and not in the others yet
 * </pre>
 */
final class Store {
  /** How names of files end that are not whole. */
  private static final String PARTIAL = ".part";

  private static final String PARQUET = ".parquet";

  private final Path root;
  private final StoreSettings settings;

  private Store(Path root, StoreSettings settings) {
    this.root = root;
    this.settings = settings;
  }

  /**
   * Opens a store to put more into it; makes it if there is none.
   *
   * @param levels how deep rows go, as {@link TableShape#by} takes it; empty for what the store has
   */
  static Store openOrMake(Path root, String levels) throws IOException {
    Path file = root.resolve(StoreSettings.FILE);
    if (!Files.exists(file)) {
      StoreSettings.requireEmpty(root.toString(), !Files.exists(root) || isEmpty(root));
      String text = StoreSettings.of(levels).text();
      for (String folder : StoreSettings.FOLDERS) {
        Files.createDirectories(root.resolve(folder));
      }
      Path partial = root.resolve("spool").resolve(StoreSettings.FILE + PARTIAL);
      Files.writeString(partial, text);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
    Store store = open(root);
    store.settings.requireLevels(levels);
    return store;
  }

  /** Opens a store that is there. */
  static Store open(Path root) throws IOException {
    Path file = root.resolve(StoreSettings.FILE);
    StoreSettings.requireStore(root.toString(), Files.isRegularFile(file));
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return new Store(root, StoreSettings.parse(file.toString(), text));
  }

  private static boolean isEmpty(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(root)) {
      for (Path one : inside) {
        // What is left of a first start that was killed.
        if (!StoreSettings.FOLDERS.contains(String.valueOf(one.getFileName()))) {
          return false;
        }
      }
    }
    return true;
  }

  StoreSettings settings() {
    return settings;
  }

  Path lock() {
    return root.resolve("spool").resolve("lock");
  }

  Spool spool() {
    return new Spool(root.resolve("spool").resolve("contents"));
  }

  Path contents(String name) {
    return root.resolve("contents").resolve(name + PARQUET);
  }

  Path bodies(String name) {
    return root.resolve("bodies").resolve(name + PARQUET);
  }

  Path snapshot(String name) {
    return root.resolve("snapshots").resolve(name + PARQUET);
  }

  /** What a file is called until it is whole. */
  static Path partial(Path target) {
    return target.resolveSibling(target.getFileName() + PARTIAL);
  }

  /** Gives a file that is whole now its name. */
  static void finish(Path target) throws IOException {
    Files.move(partial(target), target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The Parquet files of a table, in the order of their names; Spark makes each a directory. */
  List<Path> files(String table) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> inside =
        Files.newDirectoryStream(root.resolve(table), "*" + PARQUET)) {
      for (Path one : inside) {
        if (Files.isDirectory(one)) {
          addParts(one, files);
        } else {
          files.add(one);
        }
      }
    }
    Collections.sort(files);
    return files;
  }

  private static void addParts(Path directory, List<Path> files) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, "*" + PARQUET)) {
      parts.forEach(files::add);
    }
  }

  /** Takes back what a process that was killed has left between two steps. */
  void recover() throws IOException {
    Files.createDirectories(spool().folder());
    for (String table : List.of("contents", "bodies", "snapshots")) {
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(root.resolve(table))) {
        for (Path one : inside) {
          String name = String.valueOf(one.getFileName());
          boolean isPartial = name.endsWith(PARTIAL);
          // Bodies are renamed first, so that contents say that both are whole.
          boolean isAlone =
              table.equals("bodies") && !Files.exists(root.resolve("contents").resolve(name));
          if (isPartial || isAlone) {
            Files.delete(one);
          }
        }
      }
    }
  }
}
