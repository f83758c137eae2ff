package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where things lie in a store in any file system of Hadoop: as in one that DuckDB made. */
final class HadoopStore {
  /** How names of files in the spool end that have the rows of a content. */
  static final String ROWS = ".rows";

  /** How those end that have its functions and data. */
  static final String BODIES = ".bodies";

  private final Path root;
  private final FileSystem system;
  private final StoreSettings settings;

  private HadoopStore(Path root, FileSystem system, StoreSettings settings) {
    this.root = root;
    this.system = system;
    this.settings = settings;
  }

  /** Opens a store to put more into it; makes it if there is none. */
  static HadoopStore openOrMake(String address, String levels, Configuration configuration)
      throws IOException {
    Path root = root(address, configuration);
    FileSystem system = root.getFileSystem(configuration);
    Path file = new Path(root, StoreSettings.FILE);
    if (!system.exists(file)) {
      StoreSettings.requireEmpty(address, !system.exists(root) || isEmpty(system, root));
      Path partial = new Path(root, "spool/" + StoreSettings.FILE);
      try (OutputStream out = system.create(partial, true)) {
        out.write(StoreSettings.of(levels).text().getBytes(StandardCharsets.UTF_8));
      }
      system.rename(partial, file);
    }
    HadoopStore store = open(address, configuration);
    store.settings.requireLevels(levels);
    return store;
  }

  /** The whole address: executors work in folders of their own, and must find the same store. */
  private static Path root(String address, Configuration configuration) throws IOException {
    Path path = HadoopInputs.path(address);
    return path.getFileSystem(configuration).makeQualified(path);
  }

  private static boolean isEmpty(FileSystem system, Path root) throws IOException {
    for (FileStatus one : system.listStatus(root)) {
      if (!StoreSettings.FOLDERS.contains(one.getPath().getName())) {
        return false;
      }
    }
    return true;
  }

  /** Opens a store that is there. */
  static HadoopStore open(String address, Configuration configuration) throws IOException {
    Path root = root(address, configuration);
    FileSystem system = root.getFileSystem(configuration);
    Path file = new Path(root, StoreSettings.FILE);
    StoreSettings.requireStore(address, system.exists(file));
    try (InputStream in = system.open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new HadoopStore(root, system, StoreSettings.parse(file.toString(), text));
    }
  }

  StoreSettings settings() {
    return settings;
  }

  Path spool() {
    return new Path(root, "spool/contents");
  }

  /** A folder for what is written and not whole yet. */
  Path partial(String table, String name) {
    return new Path(root, "spool/parts/" + table + "-" + name);
  }

  /** The folder of a table, made if need be. */
  Path table(String table) throws IOException {
    Path folder = new Path(root, table);
    system.mkdirs(folder);
    return folder;
  }

  Path file(String table, String name) {
    return new Path(root, table + "/" + name + ".parquet");
  }

  /** Whether a table has any files. */
  boolean hasFiles(String table) throws IOException {
    Path folder = new Path(root, table);
    return system.exists(folder) && system.listStatus(folder).length > 0;
  }

  /** Puts what is whole in its place; what was there under the name is replaced. */
  void move(Path partial, Path target) throws IOException {
    system.delete(target, true);
    system.mkdirs(target.getParent());
    if (!system.rename(partial, target)) {
      throw new IOException(target + ": expected to write it, found that it cannot be renamed");
    }
  }

  /** The contents that are weighed and not in the tables yet: both files of them are whole. */
  Set<String> spooled() throws IOException {
    Set<String> names = new HashSet<>();
    system.mkdirs(spool());
    for (FileStatus one : system.listStatus(spool())) {
      names.add(one.getPath().getName());
    }
    Set<String> hashes = new TreeSet<>();
    for (String name : names) {
      hash(name)
          .filter(hash -> names.contains(hash + ROWS) && names.contains(hash + BODIES))
          .ifPresent(hashes::add);
    }
    return hashes;
  }

  /** The content whose file has this name; empty for a file that is not whole, and for others. */
  private static Optional<String> hash(String name) {
    for (String end : List.of(ROWS, BODIES)) {
      if (name.endsWith(end)) {
        return Optional.of(name.substring(0, name.length() - end.length()));
      }
    }
    return Optional.empty();
  }

  /** Removes from the spool all but some contents, and what is not whole. */
  void retain(Set<String> kept) throws IOException {
    Set<String> whole = spooled();
    whole.retainAll(kept);
    for (FileStatus one : system.listStatus(spool())) {
      if (hash(one.getPath().getName()).filter(whole::contains).isEmpty()) {
        system.delete(one.getPath(), true);
      }
    }
  }

  /** Takes back what a job that was killed has left between two steps. */
  void recover() throws IOException {
    system.delete(new Path(root, "spool/parts"), true);
    for (FileStatus one : system.listStatus(table("bodies"))) {
      // Bodies are renamed first, so that contents say that both are whole.
      if (!system.exists(new Path(table("contents"), one.getPath().getName()))) {
        system.delete(one.getPath(), true);
      }
    }
  }
}
