package dev.weighbridge.cli.options;

import dev.weighbridge.SourceFolders;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Options that say where source files lie on this machine. */
public final class SourceOptions {
  private static final String SOURCE_DIR = "--source-dir";
  private static final String REMAP = "--remap";

  private SourceOptions() {}

  /** Adds them. */
  public static void add(CommandSpec spec) {
    spec.addOption(
        Options.values(
            SOURCE_DIR,
            "DIR",
            "Show the source line, too, if its file is in this folder; repeatable."));
    spec.addOption(
        Options.values(
            REMAP,
            "FROM=TO",
            "Show the source line, too: files whose path begins with FROM are in the folder TO;"
                + " repeatable."));
  }

  /** Whether any was given. */
  public static boolean areGiven(Arguments arguments) {
    return !arguments.texts(REMAP).isEmpty() || !arguments.texts(SOURCE_DIR).isEmpty();
  }

  /** What they say. */
  public static SourceFolders of(Arguments arguments) {
    Map<String, Path> moved = new LinkedHashMap<>();
    for (String text : arguments.texts(REMAP)) {
      int sign = text.indexOf('=');
      if (sign < 1 || sign + 1 == text.length()) {
        throw new UsageException(REMAP, "FROM=TO", Arguments.quoted(text));
      }
      String from = text.substring(0, sign);
      Path to = folder(REMAP, text.substring(sign + 1));
      moved.putIfAbsent(from.endsWith("/") ? from.substring(0, from.length() - 1) : from, to);
    }
    List<Path> folders =
        arguments.texts(SOURCE_DIR).stream().map(text -> folder(SOURCE_DIR, text)).toList();
    return SourceFolders.of(folders, moved);
  }

  private static Path folder(String option, String text) {
    return Arguments.folders(option, List.of(Path.of(text))).get(0);
  }
}
