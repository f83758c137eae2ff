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
import java.util.Objects;
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

  /** Folders that the user gave, and in each the one that the binary would have there. */
  private final List<Path> more;

  private final List<Attempt> attempts = new ArrayList<>();

  private SideFiles(List<SideFile> given, Optional<Path> folder, List<Path> more) {
    this.given = List.copyOf(given);
    this.folder = folder;
    this.more = List.copyOf(more);
  }

  /** Nowhere: no side files. */
  public static SideFiles none() {
    return new SideFiles(List.of(), Optional.empty(), List.of());
  }

  /** What lies in the folder of a binary, to be found by name. */
  public static SideFiles beside(Path binary) {
    Objects.requireNonNull(binary, "binary");
    Path parent = binary.toAbsolutePath().getParent();
    return new SideFiles(List.of(), Optional.ofNullable(parent), List.of());
  }

  /**
   * Files given by the user, whatever their names; none is looked for.
   *
   * @throws IOException if one of them cannot be read
   */
  public static SideFiles given(List<Path> files) throws IOException {
    Objects.requireNonNull(files, "files");
    return new SideFiles(opened(files), Optional.empty(), List.of());
  }

  /**
   * Files given by the user, whatever their names, and folders, in which files are looked for as
   * debuggers do: by build id, by name, and by name in the folder that the binary would have there.
   * Where no files are given, they are looked for beside the binary, too.
   *
   * @throws IOException if a file cannot be read
   */
  public static SideFiles given(List<Path> filesAndFolders, Path binary) throws IOException {
    Objects.requireNonNull(filesAndFolders, "filesAndFolders");
    Objects.requireNonNull(binary, "binary");
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    Optional<Path> parent = Optional.ofNullable(binary.toAbsolutePath().normalize().getParent());
    for (Path path : filesAndFolders) {
      if (!isFolder(path)) {
        files.add(path);
        continue;
      }
      folders.add(path);
      Optional<Path> root = parent.map(Path::getRoot);
      if (root.isPresent()) {
        folders.add(path.resolve(root.get().relativize(parent.get()).toString()));
      }
    }
    Optional<Path> beside = files.isEmpty() ? parent : Optional.empty();
    return new SideFiles(opened(files), beside, folders);
  }

  /** Whether a path is of a folder to look in; a bundle is a file to those who use it. */
  public static boolean isFolder(Path path) {
    Objects.requireNonNull(path, "path");
    return Files.isDirectory(path) && !Files.isDirectory(contents(path));
  }

  private static Path contents(Path bundle) {
    return bundle.resolve("Contents").resolve("Resources").resolve("DWARF");
  }

  private static List<SideFile> opened(List<Path> files) throws IOException {
    List<SideFile> opened = new ArrayList<>();
    for (Path file : files) {
      for (Path inside : inBundle(file)) {
        opened.add(new SideFile(inside.toString(), FileMapper.open(inside)));
      }
    }
    return opened;
  }

  /** The files in a bundle {@code NAME.dSYM}, which is a folder; of anything else itself. */
  private static List<Path> inBundle(Path file) throws IOException {
    Path contents = contents(file);
    if (!Files.isDirectory(contents)) {
      return List.of(file);
    }
    try (Stream<Path> files = Files.list(contents)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Files already in reach. */
  public static SideFiles of(SideFile... files) {
    Objects.requireNonNull(files, "files");
    return new SideFiles(List.of(files), Optional.empty(), List.of());
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
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(diagnostics, "diagnostics");
    for (SideFile file : given) {
      if (!isUsed(file) && concerns(kind, file)) {
        Optional<T> read = look(kind, file, diagnostics);
        if (read.isPresent()) {
          return read;
        }
      }
    }
    if (folder.isPresent()) {
      Optional<T> read = findIn(folder.get(), "", kind, diagnostics);
      if (read.isPresent()) {
        return read;
      }
    }
    for (Path root : more) {
      Optional<T> read =
          findIn(root, root + root.getFileSystem().getSeparator(), kind, diagnostics);
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> findIn(
      Path in, String shown, SideFileKind<T> kind, Diagnostics diagnostics) {
    for (String name : kind.fileNames()) {
      Optional<SideFile> file = open(in, name, shown + name);
      if (file.isEmpty()) {
        if (kind.isStated()) {
          attempts.add(new Attempt(kind.name(), shown + name, false, nothingAt(shown + name)));
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
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(diagnostics, "diagnostics");
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
  private static Optional<SideFile> open(Path folder, String fileName, String shown) {
    try {
      Path file = folder.resolve(fileName).normalize();
      if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      return Optional.of(new SideFile(shown, FileMapper.open(file)));
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the user gave files or folders, so that files are wanted that the binary may not need.
   */
  public boolean isAsked() {
    return isGiven() || !more.isEmpty();
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

  @Override
  public String toString() {
    return attempts.size() + " attempts";
  }
}
