package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The separate debug files a reader may use: those the user gave, otherwise those beside the
 * binary.
 *
 * <p>A reader asks for the names that a binary states and checks itself which of the answers belong
 * to it. Immutable.
 */
public final class DebugFiles {
  /** No debug files. */
  public static final DebugFiles NONE = new DebugFiles(List.of(), Optional.empty());

  /**
   * One debug file.
   *
   * @param name its name, for people
   * @param bytes the whole file
   */
  public record DebugFile(String name, Bytes bytes) {}

  private final List<DebugFile> given;
  private final Optional<Path> folder;

  private DebugFiles(List<DebugFile> given, Optional<Path> folder) {
    this.given = List.copyOf(given);
    this.folder = folder;
  }

  /** What lies in the folder of a binary, to be found by name. */
  public static DebugFiles beside(Path binary) {
    Path parent = binary.toAbsolutePath().getParent();
    return new DebugFiles(List.of(), Optional.ofNullable(parent));
  }

  /**
   * Files given by the user, whatever their names; none is looked for.
   *
   * @throws IOException if one of them cannot be read
   */
  public static DebugFiles given(List<Path> files) throws IOException {
    List<DebugFile> opened = new ArrayList<>();
    for (Path file : files) {
      opened.add(new DebugFile(file.toString(), FileMapper.open(file)));
    }
    return new DebugFiles(opened, Optional.empty());
  }

  /** Files already in reach. */
  public static DebugFiles of(DebugFile... files) {
    return new DebugFiles(List.of(files), Optional.empty());
  }

  /** Whether the user gave files; then one that does not belong to the binary is worth a word. */
  public boolean isGiven() {
    return !given.isEmpty();
  }

  /**
   * The files a binary may mean by a name: all that were given, or the one of that name beside the
   * binary. One that cannot be read is left out.
   *
   * @param fileName a name, or a path relative to the folder of the binary
   */
  public List<DebugFile> named(String fileName) {
    return folder.isPresent() ? beside(folder.get(), fileName) : given;
  }

  private static List<DebugFile> beside(Path folder, String fileName) {
    try {
      Path file = folder.resolve(fileName).normalize();
      if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
        return List.of();
      }
      return List.of(new DebugFile(fileName, FileMapper.open(file)));
    } catch (InvalidPathException | IOException e) {
      return List.of();
    }
  }
}
