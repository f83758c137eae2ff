package dev.weighbridge;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The model of a file that may be anything that is weighed: that of a binary if a format recognises
 * it as one, else that of a package.
 *
 * @param binary there if the other is not
 * @param packed there if it is a package
 */
public record FileModel(Optional<BinaryModel> binary, Optional<PackageModel> packed)
    implements AutoCloseable {
  /** Refuses both, and none. */
  public FileModel {
    Objects.requireNonNull(binary, "binary");
    Objects.requireNonNull(packed, "packed");
    if (binary.isPresent() == packed.isPresent()) {
      throw new IllegalArgumentException("expected a binary or a package");
    }
  }

  private static FileModel of(BinaryModel binary) {
    return new FileModel(Optional.of(binary), Optional.empty());
  }

  private static FileModel of(PackageModel packed) {
    return new FileModel(Optional.empty(), Optional.of(packed));
  }

  /**
   * Opens a file, or a directory: an image in the layout of OCI, or a package of its files.
   *
   * @param options how it is opened, or the binaries in it are
   * @throws IOException if it cannot be read
   * @throws UnsupportedBinaryException if it is neither; says what is wrong with it as a binary
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if it is damaged
   */
  public static FileModel open(Path file, OpenOptions options) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(options, "options");
    if (Files.isDirectory(file)) {
      return of(PackageModel.open(file, options));
    }
    try {
      return of(BinaryModel.open(file, options));
    } catch (UnsupportedBinaryException e) {
      if (!isForeign(e) || !PackageModel.recognises(file)) {
        throw e;
      }
      return of(PackageModel.open(file, options));
    }
  }

  /**
   * Opens bytes that are in reach already, without anything beside them; errors as for {@link
   * #open}.
   *
   * @param name what the file is called
   */
  public static FileModel of(String name, Bytes file, OpenOptions options) throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(options, "options");
    try {
      return of(BinaryModel.of(name, file, options));
    } catch (UnsupportedBinaryException e) {
      if (!isForeign(e) || !PackageModel.recognises(name, file)) {
        throw e;
      }
      return of(PackageModel.of(name, file, options));
    }
  }

  /** Lets go of the file, as the model of it does; again, it does nothing. */
  @Override
  public void close() {
    binary.ifPresent(BinaryModel::close);
    packed.ifPresent(PackageModel::close);
  }

  @Override
  public String toString() {
    return binary.map(BinaryModel::toString).orElseGet(() -> packed.orElseThrow().toString());
  }

  /** What no format recognises is told of the file as a whole. */
  private static boolean isForeign(UnsupportedBinaryException e) {
    return e.structure().equals("file");
  }
}
