package dev.weighbridge.fleet;

import dev.weighbridge.table.TableSchema;
import dev.weighbridge.table.TableShape;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

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
  /** The snapshot that is meant where none is named. */
  static final String USUAL_SNAPSHOT = "latest";

  private static final String SCHEMA = "weighbridge/fleet-store/1";
  private static final String PARQUET = ".parquet";
  private static final Pattern SNAPSHOT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final Path root;
  private final String levels;

  private Store(Path root, String levels) {
    this.root = root;
    this.levels = levels;
  }

  /**
   * Opens a store to put more into it; makes it if there is none.
   *
   * @param levels how deep rows go, as {@link TableShape#by} takes it; empty for what the store has
   */
  static Store openOrMake(Path root, String levels) throws IOException {
    Path settings = root.resolve("store.txt");
    if (!Files.exists(settings)) {
      if (Files.exists(root) && !isEmpty(root)) {
        throw new StoreException(root.toString(), "a store, or an empty directory", "another");
      }
      TableShape shape = levels.isEmpty() ? TableShape.USUAL : TableShape.USUAL.by(levels);
      for (String folder : List.of("contents", "bodies", "snapshots", "spool")) {
        Files.createDirectories(root.resolve(folder));
      }
      String text = SCHEMA + "\n" + TableSchema.NAME + "\n" + words(shape) + "\n";
      Path partial = root.resolve("spool").resolve("store.txt" + SpoolFile.PARTIAL);
      Files.writeString(partial, text);
      Files.move(partial, settings, StandardCopyOption.ATOMIC_MOVE);
    }
    Store store = open(root);
    if (!levels.isEmpty() && !words(TableShape.USUAL.by(levels)).equals(store.levels)) {
      throw new StoreException("--by", store.levels + ", as in the store", levels);
    }
    return store;
  }

  /** Opens a store that is there. */
  static Store open(Path root) throws IOException {
    Path settings = root.resolve("store.txt");
    if (!Files.isRegularFile(settings)) {
      throw new StoreException(root.toString(), "a store made by fleet weigh", "none");
    }
    List<String> lines = Files.readAllLines(settings);
    if (lines.size() != 3
        || !lines.get(0).equals(SCHEMA)
        || !lines.get(1).equals(TableSchema.NAME)) {
      String expected = SCHEMA + " with " + TableSchema.NAME;
      throw new StoreException(settings.toString(), expected, String.join(" ", lines));
    }
    return new Store(root, lines.get(2));
  }

  private static boolean isEmpty(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(root)) {
      for (Path one : inside) {
        // What is left of a first start that was killed.
        if (!List.of("contents", "bodies", "snapshots", "spool")
            .contains(String.valueOf(one.getFileName()))) {
          return false;
        }
      }
    }
    return true;
  }

  private static String words(TableShape shape) {
    List<String> words = new ArrayList<>();
    for (String word : TableShape.levelWords()) {
      if (shape.levels().stream().anyMatch(column -> column.key().equals(word))) {
        words.add(word);
      }
    }
    return words.isEmpty() ? "file" : String.join(",", words);
  }

  /** Checks the name of a snapshot, which becomes that of a file. */
  static String snapshotName(String name) throws IOException {
    if (!SNAPSHOT.matcher(name).matches()) {
      throw new StoreException("--snapshot", "letters, digits, dots, dashes", "'" + name + "'");
    }
    return name;
  }

  /** How deep its rows go. */
  TableShape shape() {
    return TableShape.USUAL.by(levels);
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
          boolean isPartial = name.endsWith(SpoolFile.PARTIAL);
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
