package dev.weighbridge.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the reports of a goal were made of: parameters as they were, and of each file its digest.
 * While all of it is so still, and the reports are as they were written, there is nothing to do.
 * Only an answer that let the build go on leaves one.
 */
final class Stamp {
  private static final String ABSENT = "absent";
  private static final String FILE = "file ";

  private final Path place;

  private Stamp(Path place) {
    this.place = place;
  }

  /** That of reports, whether it is there or not. */
  static Stamp at(Path place) {
    return new Stamp(place);
  }

  /** What a goal is given. */
  static final class Inputs {
    private final List<String> lines = new ArrayList<>();

    /** A parameter. */
    void value(String name, Object value) {
      lines.add("value " + name + " " + String.valueOf(value).replaceAll("\\R", " "));
    }

    /** A file that a parameter names; null if it names none. */
    void file(String name, @Nullable File file) throws IOException {
      value(name, String.valueOf(file));
      if (file != null) {
        lines.add(line(file.toPath()));
      }
    }

    /** Files that a parameter names. */
    void files(String name, List<File> files) throws IOException {
      value(name, files);
      for (File file : files) {
        lines.add(line(file.toPath()));
      }
    }
  }

  /** Whether the reports were made of these, and stand. */
  boolean isCurrent(Inputs inputs) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(place);
    } catch (NoSuchFileException e) {
      return false;
    }
    int known = inputs.lines.size();
    if (lines.size() <= known || !lines.subList(0, known).equals(inputs.lines)) {
      return false;
    }
    for (String line : lines.subList(known, lines.size())) {
      if (!isTrue(line)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTrue(String line) throws IOException {
    int end = line.indexOf(' ', FILE.length());
    if (!line.startsWith(FILE) || end < 0) {
      return false;
    }
    Optional<Path> file = path(line.substring(end + 1));
    return file.isPresent() && line(file.get()).equals(line);
  }

  /** A path that can stand in a line; what a program calls its side files is any text. */
  private static Optional<Path> path(String name) {
    try {
      return name.chars().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Makes sure that the reports are made again, whatever comes. */
  void forget() throws IOException {
    Files.deleteIfExists(place);
  }

  /**
   * Keeps what reports were made of.
   *
   * @param beside files that were read, or looked for, though no parameter names them; names that
   *     are none here cannot become files, either
   * @param reports the files written
   */
  void write(Inputs inputs, List<String> beside, List<Path> reports) throws IOException {
    List<String> lines = new ArrayList<>(inputs.lines);
    for (String name : beside) {
      Optional<Path> file = path(name);
      if (file.isPresent()) {
        lines.add(line(file.get()));
      }
    }
    for (Path file : reports) {
      lines.add(line(file));
    }
    Files.write(place, lines);
  }

  private static String line(Path file) throws IOException {
    return FILE + digest(file) + " " + file;
  }

  private static String digest(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return "folder";
    }
    if (!Files.isRegularFile(file)) {
      return ABSENT;
    }
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
