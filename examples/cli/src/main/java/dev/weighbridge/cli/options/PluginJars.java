package dev.weighbridge.cli.options;

import dev.weighbridge.plugin.Plugins;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The plug-ins of the command: jars that are named, and those in the folder of a distribution. */
final class PluginJars {
  /** Names the folder; the launcher of a distribution sets it. */
  private static final String FOLDER = "weighbridge.plugins";

  private PluginJars() {}

  /** All of them. */
  static Plugins open(List<Path> named) throws IOException {
    List<Path> jars = new ArrayList<>(inFolder());
    jars.addAll(named);
    return jars.isEmpty() ? Plugins.NONE : Plugins.ofJars(jars);
  }

  /** Those in the folder, in the order of their names, which is the same everywhere. */
  private static List<Path> inFolder() throws IOException {
    String folder = System.getProperty(FOLDER, "");
    if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) {
      return List.of();
    }
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(folder), "*.jar")) {
      found.forEach(jars::add);
    }
    Collections.sort(jars);
    return jars;
  }
}
