package dev.weighbridge.history;

import dev.weighbridge.config.ConfigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file with a line of JSON for each build. Lines are only ever added. */
public final class HistoryFile {
  /** Nobody's build has this many crates; a file with such a line is another one. */
  private static final int LONGEST_LINE = 1 << 20;

  private final Path file;

  private HistoryFile(Path file) {
    this.file = file;
  }

  /** The history at a path, where there need not be any yet. */
  public static HistoryFile at(Path file) {
    Objects.requireNonNull(file, "file");
    return new HistoryFile(file);
  }

  /**
   * Reads it; empty lines are passed over.
   *
   * @throws IOException if it cannot be read
   * @throws ConfigException if there is no such file, or if a line is no build
   */
  public History read() throws IOException {
    if (!Files.isRegularFile(file)) {
      String found = Files.isDirectory(file) ? "a directory" : "a special file";
      throw new ConfigException(
          file.toString(), "a history", Files.notExists(file) ? "nothing there" : found);
    }
    List<HistoryEntry> builds = new ArrayList<>();
    int number = 0;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = line(reader); line != null; line = line(reader)) {
        number++;
        if (!line.isBlank()) {
          builds.add(HistoryLine.read(place(number), line));
        }
      }
    } catch (CharacterCodingException e) {
      throw new ConfigException(place(number + 1), "a build as JSON", "other bytes");
    }
    return History.of(builds);
  }

  private String place(int line) {
    return file + ": line " + line;
  }

  private static @Nullable String line(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return line.toString();
      }
      // Cut where it cannot be a build any more, so that it is refused as none.
      if (line.length() <= LONGEST_LINE) {
        line.append((char) c);
      }
    }
    return line.isEmpty() ? null : line.toString();
  }

  /**
   * Adds a build at the end, unless the very same line is there already.
   *
   * @return whether it was added
   * @throws IOException if the file cannot be read or written
   * @throws ConfigException if what is there is no history; then nothing is written
   */
  public boolean add(HistoryEntry build) throws IOException {
    Objects.requireNonNull(build, "build");
    boolean isThere = !Files.notExists(file);
    if (isThere && read().builds().contains(build)) {
      return false;
    }
    String before = isThere && !endsALine() ? "\n" : "";
    byte[] line = (before + HistoryLine.of(build) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
    return true;
  }

  /** Whether what is added begins a line of its own. */
  private boolean endsALine() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() == 0) {
        return true;
      }
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) == '\n';
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
