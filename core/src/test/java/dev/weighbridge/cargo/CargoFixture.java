package dev.weighbridge.cargo;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The program of ten packages, and what Cargo says of it. */
public final class CargoFixture {
  private static final Path FOLDER = Path.of("src/test/resources/cargo");

  private CargoFixture() {}

  /** A file of Cargo. */
  public static Path file(String name) {
    return FOLDER.resolve(name);
  }

  /** The program, unpacked into a folder. */
  public static Path program(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name + ".gz")))) {
        Files.copy(in, file);
      }
    }
    return file;
  }

  /** The program with files of Cargo. */
  public static BinaryModel open(Path folder, Path... files) throws IOException {
    OpenOptions options = OpenOptions.DEFAULT.withCargoFiles(List.of(files));
    return BinaryModel.open(program("app", folder), options);
  }
}
