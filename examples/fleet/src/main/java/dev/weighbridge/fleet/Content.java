package dev.weighbridge.fleet;

import dev.weighbridge.FileModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.FormatRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is in a file, or in a directory that is an image: read once, for its hash and its weights.
 *
 * @param bytes those of a file; empty for a directory
 */
public record Content(Path path, Optional<Bytes> bytes) {
  /** What it is called where something must have a name: equal contents have equal rows. */
  private static final String NAME = "contents";

  /** Opens a file or a directory. */
  public static Content open(Path path) throws IOException {
    return new Content(
        path, Files.isDirectory(path) ? Optional.empty() : Optional.of(FileMapper.open(path)));
  }

  /** Whether it is a program or a package, as its first bytes tell. */
  public boolean isWeighable() {
    if (bytes.isEmpty()) {
      return true;
    }
    for (BinaryFormat format : FormatRegistry.installed().formats()) {
      if (format.recognises(bytes.get())) {
        return true;
      }
    }
    return PackageModel.recognises(NAME, bytes.get());
  }

  /** Opens it: only its own bytes count, and no file beside it. */
  FileModel model() throws IOException {
    return bytes.isPresent()
        ? FileModel.of(NAME, bytes.get(), OpenOptions.DEFAULT)
        : FileModel.open(path, OpenOptions.DEFAULT);
  }

  /** Its hash: what has the same is weighed once. */
  public String hash() throws IOException {
    return bytes.isPresent() ? ContentHash.of(bytes.get()) : ContentHash.ofDirectory(path);
  }
}
