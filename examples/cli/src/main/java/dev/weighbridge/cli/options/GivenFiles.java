package dev.weighbridge.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of settings that options name. */
public final class GivenFiles {
  private GivenFiles() {}

  /** What reads a file of settings. */
  public interface SettingsReader<T> {
    /** Reads it. */
    T read(Path file) throws IOException;
  }

  /** Reads a file of settings; a missing one is told in the words of all our errors. */
  public static <T> T settings(Path file, SettingsReader<T> reader) throws IOException {
    if (!Files.isRegularFile(file)) {
      String found = Files.notExists(file) ? "nothing there" : "a special file";
      String what = Files.isDirectory(file) ? "a directory" : found;
      throw new IOException(file + ": expected a readable file, found " + what);
    }
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": expected a readable file, found no permission to read it");
    }
    return reader.read(file);
  }
}
