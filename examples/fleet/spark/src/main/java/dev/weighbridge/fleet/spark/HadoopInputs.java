package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.StoreException;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds files in any file system of Hadoop, and calls them as {@code fleet weigh} does. */
final class HadoopInputs {
  private final Configuration configuration;
  private final SortedMap<String, HadoopFile> files = new TreeMap<>();

  private HadoopInputs(Configuration configuration) {
    this.configuration = configuration;
  }

  /** The files, the largest first: what takes longest is begun first. */
  static List<HadoopFile> of(List<String> arguments, Configuration configuration)
      throws IOException {
    HadoopInputs inputs = new HadoopInputs(configuration);
    for (String argument : arguments) {
      if (argument.startsWith("@")) {
        inputs.addList(argument.substring(1));
      } else {
        inputs.add(argument, arguments.size() == 1);
      }
    }
    List<HadoopFile> files = new ArrayList<>(inputs.files.values());
    files.sort(Comparator.comparingLong(HadoopFile::size).reversed());
    return files;
  }

  private void addList(String list) throws IOException {
    Path path = new Path(list);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                path.getFileSystem(configuration).open(path), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          addLine(line);
        }
      }
    } catch (FileNotFoundException e) {
      throw new StoreException(list, "a list, a name a line", "no file");
    }
  }

  private void addLine(String name) throws IOException {
    Path path = new Path(name);
    if (path.getFileSystem(configuration).exists(path)) {
      add(name, false);
    } else {
      // One of many that went meanwhile: a row with its error.
      HadoopFile none = new HadoopFile(name, path.toUri().toString(), 0, true);
      files.putIfAbsent(name, none);
    }
  }

  private void add(String argument, boolean isOnly) throws IOException {
    Path path = new Path(argument);
    FileSystem system = path.getFileSystem(configuration);
    FileStatus status;
    try {
      status = system.getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw new StoreException(argument, "a file, a directory, or a list behind @", "none");
    }
    if (status.isFile()) {
      put(argument, status, true);
      return;
    }
    String root = status.getPath().toUri().getPath();
    RemoteIterator<LocatedFileStatus> inside = system.listFiles(path, true);
    while (inside.hasNext()) {
      LocatedFileStatus file = inside.next();
      String below = file.getPath().toUri().getPath().substring(root.length());
      String relative = below.startsWith("/") ? below.substring(1) : below;
      put(isOnly ? relative : argument + "/" + relative, file, false);
    }
  }

  private void put(String name, FileStatus file, boolean isGiven) {
    HadoopFile one =
        new HadoopFile(name, file.getPath().toUri().toString(), file.getLen(), isGiven);
    files.merge(name, one, (first, second) -> first.isGiven() ? first : second);
  }
}
