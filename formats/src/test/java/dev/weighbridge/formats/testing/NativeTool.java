package dev.weighbridge.formats.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Runs tools of the machine and gives what they print. */
public final class NativeTool {
  private NativeTool() {}

  /** Whether a tool is on the path. */
  public static boolean isInstalled(String tool) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, tool))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lines a tool prints to its standard output, in the C locale; bytes become characters one by
   * one. What it prints to its standard error is dropped, and so is its exit code: {@code readelf}
   * complains about files that it reads well enough.
   */
  public static List<String> lines(String tool, Object... arguments) {
    return lines(line -> true, tool, arguments);
  }

  /** Some of the lines a tool prints, for output too large to keep. */
  public static List<String> lines(Predicate<String> keep, String tool, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(tool);
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      try (BufferedReader output = process.inputReader(StandardCharsets.ISO_8859_1)) {
        List<String> lines = output.lines().filter(keep).toList();
        process.waitFor();
        return lines;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(tool, e);
    }
  }
}
