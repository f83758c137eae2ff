package dev.weighbridge.formats.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Large ELF files that happen to lie on the machine: the JVM's own and the Rust compiler's. */
public final class LocalBinaries {
  private LocalBinaries() {}

  /** Those that are there, sorted; may be none. */
  public static List<Path> all() {
    List<Path> found = new ArrayList<>();
    add(found, Path.of(System.getProperty("java.home"), "lib", "server"), "libjvm.so");
    if (NativeTool.isInstalled("rustc")) {
      for (String root : NativeTool.lines("rustc", "--print", "sysroot")) {
        add(found, Path.of(root, "lib"), "librustc_driver-");
        add(found, Path.of(root, "bin"), "cargo");
      }
    }
    return found;
  }

  private static void add(List<Path> found, Path folder, String prefix) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> Files.isRegularFile(file))
          .sorted()
          .limit(1)
          .forEach(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
