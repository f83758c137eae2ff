package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.StoreException;
import dev.weighbridge.report.answer.SafeText;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

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

  /** The path of a text; a colon before the first slash ends the name of a file system. */
  static Path path(String text) throws IOException {
    try {
      return new Path(text);
    } catch (IllegalArgumentException e) {
      String expected = "a path, with ./ before a name that has a colon";
      throw new StoreException(SafeText.of(text), expected, "one that cannot be read");
    }
  }

  private void addList(String list) throws IOException {
    Path path = path(list);
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
    Path path = path(name);
    if (isThere(path)) {
      add(name, false);
    } else {
      // One of many that went meanwhile: a row with its error.
      putUnread(name, path);
    }
  }

  private boolean isThere(Path path) {
    try {
      return path.getFileSystem(configuration).exists(path);
    } catch (IOException e) {
      return false;
    }
  }

  /** A row with its error, which is told when it is to be read. */
  private void putUnread(String name, Path path) {
    files.putIfAbsent(name, new HadoopFile(name, path.toUri().toString(), 0, true));
  }

  private void add(String argument, boolean isOnly) throws IOException {
    Path path = path(argument);
    FileSystem system = path.getFileSystem(configuration);
    FileStatus status;
    try {
      status = system.getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw new StoreException(argument, "a file, a directory, or a list behind @", "none");
    }
    if (status.isFile()) {
      put(argument, status, true);
    } else {
      walk(system, status.getPath(), argument, isOnly ? "" : argument.replaceAll("/+$", "") + "/");
    }
  }

  /** As in a directory here, links are passed over: they may lead in a circle. */
  private void walk(FileSystem system, Path directory, String name, String before)
      throws IOException {
    FileStatus[] inside;
    try {
      inside = system.listStatus(directory);
    } catch (IOException e) {
      putUnread(name, directory);
      return;
    }
    for (FileStatus one : inside) {
      boolean isLink = one.isSymlink() || isLocalLink(one.getPath().toUri());
      String below = before + one.getPath().getName();
      if (one.isDirectory() && !isLink) {
        walk(system, one.getPath(), below, below + "/");
      } else if (!isLink) {
        put(below, one, false);
      }
    }
  }

  /** Hadoop follows links here, and does not say that they are. */
  private static boolean isLocalLink(URI address) {
    return "file".equals(address.getScheme())
        && Files.isSymbolicLink(java.nio.file.Path.of(address));
  }

  private void put(String name, FileStatus file, boolean isGiven) {
    HadoopFile one =
        new HadoopFile(name, file.getPath().toUri().toString(), file.getLen(), isGiven);
    files.merge(name, one, (first, second) -> first.isGiven() ? first : second);
  }
}
