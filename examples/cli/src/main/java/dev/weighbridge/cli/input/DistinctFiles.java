package dev.weighbridge.cli.input;

import dev.weighbridge.cli.options.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files whose contents are added up, so that none may be given twice. */
public final class DistinctFiles {
  private DistinctFiles() {}

  /** The files; refuses one that is among them twice, by whatever names. */
  public static List<Path> of(String option, List<Path> files) throws IOException {
    Map<Object, Path> known = new HashMap<>();
    for (Path file : files) {
      // What is not there is told by whoever reads it.
      Path before = Files.exists(file) ? known.putIfAbsent(identity(file), file) : null;
      if (before != null) {
        String found =
            before.equals(file) ? file + " twice" : before + " and " + file + ", which are one";
        throw new UsageException(option, "each file once, as they are added up", found);
      }
    }
    return files;
  }

  private static Object identity(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return key == null ? file.toRealPath() : key;
  }
}
