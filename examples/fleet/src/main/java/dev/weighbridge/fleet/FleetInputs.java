package dev.weighbridge.fleet;

import dev.weighbridge.PackageModel;
import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Finds the files that are meant by directories, lists, images and files. */
final class FleetInputs {
  private final FileNames files = new FileNames();

  private FleetInputs() {}

  /**
   * The files, in the order of their names. Those of a directory are called by their path below it
   * if it is the only argument, so that two snapshots of it can be compared wherever it lies.
   *
   * @param arguments files, directories, images, and lists behind {@code @}
   */
  static List<FleetFile> of(List<String> arguments) throws IOException {
    FleetInputs inputs = new FleetInputs();
    for (String argument : arguments) {
      if (argument.startsWith("@")) {
        inputs.addList(path(argument.substring(1)));
      } else {
        inputs.add(argument, arguments.size() == 1);
      }
    }
    return inputs.files.values();
  }

  private void addList(Path list) throws IOException {
    if (!Files.isRegularFile(list)) {
      throw new StoreException(list.toString(), "a list, a name a line", "no file");
    }
    for (String line : lines(list)) {
      Path path = path(line);
      if (Files.exists(path)) {
        add(line, false);
      } else {
        // One of many that went meanwhile: a row with its error.
        files.put(path, path, true);
      }
    }
  }

  private static List<String> lines(Path list) throws IOException {
    try {
      return Files.readAllLines(list).stream().filter(line -> !line.isBlank()).toList();
    } catch (CharacterCodingException e) {
      throw new StoreException(list.toString(), "names in UTF-8", "bytes that are not");
    }
  }

  private static Path path(String name) throws IOException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new StoreException(
          SafeText.of(name), "a name that a file can have here", e.getReason());
    }
  }

  private void add(String argument, boolean isOnly) throws IOException {
    Path path = path(argument);
    if (!Files.exists(path)) {
      throw new StoreException(argument, "a file, a directory, or a list behind @", "none");
    }
    if (Files.isDirectory(path) && !PackageModel.recognises(path)) {
      walk(path, isOnly ? Optional.empty() : Optional.of(path));
    } else {
      files.put(path, path, true);
    }
  }

  /**
   * Takes the files below a directory.
   *
   * @param named the directory as it stands before their names, if it does
   */
  private void walk(Path directory, Optional<Path> named) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!PackageModel.recognises(folder)) {
              return FileVisitResult.CONTINUE;
            }
            files.put(name(folder), folder, false);
            return FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.put(name(file), file, false);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) {
            // It is told when it is to be read.
            files.put(name(file), file, true);
            return FileVisitResult.CONTINUE;
          }

          private Path name(Path file) {
            Path below = directory.relativize(file);
            return named
                .map(root -> root.resolve(below))
                .orElse(file.equals(directory) ? file : below);
          }
        });
  }
}
