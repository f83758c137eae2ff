package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.spi.Match.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the side files of one binary are looked for: among those the user gave, otherwise beside
 * the binary. Keeps every place it looked at and what was found there.
 *
 * <p>For the reading of one binary, by one thread.
 */
public final class SideFiles {
  private final List<SideFile> given;
  private final Optional<Path> folder;
  private final List<Attempt> attempts = new ArrayList<>();

  private SideFiles(List<SideFile> given, Optional<Path> folder) {
    this.given = List.copyOf(given);
    this.folder = folder;
  }

  /** Nowhere: no side files. */
  public static SideFiles none() {
    return new SideFiles(List.of(), Optional.empty());
  }

  /** What lies in the folder of a binary, to be found by name. */
  public static SideFiles beside(Path binary) {
    Path parent = binary.toAbsolutePath().getParent();
    return new SideFiles(List.of(), Optional.ofNullable(parent));
  }

  /**
   * Files given by the user, whatever their names; none is looked for.
   *
   * @throws IOException if one of them cannot be read
   */
  public static SideFiles given(List<Path> files) throws IOException {
    List<SideFile> opened = new ArrayList<>();
    for (Path file : files) {
      for (Path inside : inBundle(file)) {
        opened.add(new SideFile(inside.toString(), FileMapper.open(inside)));
      }
    }
    return new SideFiles(opened, Optional.empty());
  }

  /** The files in a bundle {@code NAME.dSYM}, which is a folder; of anything else itself. */
  private static List<Path> inBundle(Path file) throws IOException {
    Path contents = file.resolve("Contents").resolve("Resources").resolve("DWARF");
    if (!Files.isDirectory(contents)) {
      return List.of(file);
    }
    try (Stream<Path> files = Files.list(contents)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Files already in reach. */
  public static SideFiles of(SideFile... files) {
    return new SideFiles(List.of(files), Optional.empty());
  }

  /** Whether the user gave files; then one that does not belong to the binary is worth a word. */
  public boolean isGiven() {
    return !given.isEmpty();
  }

  /**
   * The first file of a kind that fits. Each that was looked at is an {@linkplain #attempts
   * attempt}; one that does not fit is a diagnostic, too.
   *
   * @param diagnostics where defects of files go
   */
  public <T> Optional<T> find(SideFileKind<T> kind, Diagnostics diagnostics) {
    for (SideFile file : given) {
      if (!isUsed(file) && concerns(kind, file)) {
        Optional<T> read = look(kind, file, diagnostics);
        if (read.isPresent()) {
          return read;
        }
      }
    }
    for (String name : folder.isPresent() ? kind.fileNames() : List.<String>of()) {
      Optional<SideFile> file = open(folder.get(), name);
      if (file.isEmpty()) {
        if (kind.isStated()) {
          attempts.add(new Attempt(kind.name(), name, false, nothingAt(name)));
        }
        continue;
      }
      Optional<T> read = look(kind, file.get(), diagnostics);
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  /** All files of a kind that fit; errors as for {@link #find}. */
  public <T> List<T> findAll(SideFileKind<T> kind, Diagnostics diagnostics) {
    List<T> found = new ArrayList<>();
    Optional<T> next = find(kind, diagnostics);
    while (next.isPresent()) {
      found.add(next.get());
      next = isGiven() ? find(kind, diagnostics) : Optional.empty();
    }
    return found;
  }

  /** Whether a given file has been found to fit, so that it is no other kind's. */
  private boolean isUsed(SideFile file) {
    for (Attempt attempt : attempts) {
      if (attempt.match().fits() && attempt.place().equals(file.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean concerns(SideFileKind<?> kind, SideFile file) {
    try {
      return kind.concerns(file.bytes());
    } catch (BinaryException e) {
      return true; // Who looks at it says what is wrong with it.
    }
  }

  private <T> Optional<T> look(SideFileKind<T> kind, SideFile file, Diagnostics diagnostics) {
    try {
      Match match = kind.match(file.bytes());
      attempts.add(new Attempt(kind.name(), file.name(), isGiven(), match));
      if (match.fits()) {
        return Optional.of(kind.read(file, diagnostics));
      }
      diagnostics.warn(file.name(), -1, match.expected(), match.found());
    } catch (BinaryException e) {
      Match unreadable = new Match(Outcome.UNREADABLE, e.expected(), e.found());
      attempts.add(new Attempt(kind.name(), file.name(), isGiven(), unreadable));
      diagnostics.error(file.name() + ": " + e.structure(), -1, e.expected(), e.found());
    }
    return Optional.empty();
  }

  private static Match nothingAt(String name) {
    return new Match(Outcome.UNREADABLE, name, "no such file");
  }

  /** The file of a name in a folder or below it; empty if there is none that can be read. */
  private static Optional<SideFile> open(Path folder, String fileName) {
    try {
      Path file = folder.resolve(fileName).normalize();
      if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      return Optional.of(new SideFile(fileName, FileMapper.open(file)));
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  /** The place of the file that was found last; empty if none was found. */
  public String lastFound() {
    String found = "";
    for (Attempt attempt : attempts) {
      found = attempt.match().fits() ? attempt.place() : found;
    }
    return found;
  }

  /** Every place that was looked at so far, in that order. */
  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /**
   * Refuses files that the user gave and that turned out useless, once the binary was read.
   *
   * @throws UnsupportedBinaryException naming the first such file, what was expected of it and what
   *     was found
   */
  public void requireUseOfGiven() {
    for (SideFile file : given) {
      Optional<Attempt> last = Optional.empty();
      boolean isUsed = false;
      for (Attempt attempt : attempts) {
        if (attempt.place().equals(file.name())) {
          last = Optional.of(attempt);
          isUsed |= attempt.match().fits();
        }
      }
      if (last.isEmpty()) {
        throw new UnsupportedBinaryException(
            file.name(), -1, "a binary that takes side files", "one that takes none");
      }
      if (!isUsed) {
        Match match = last.get().match();
        throw new UnsupportedBinaryException(
            file.name(), -1, last.get().kind() + ": " + match.expected(), match.found());
      }
    }
  }
}
