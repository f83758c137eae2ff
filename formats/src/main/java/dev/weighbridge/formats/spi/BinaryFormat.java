package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import java.util.Optional;

/** A file format: recognises its files and reads what they say. One per format, as a service. */
public interface BinaryFormat {
  /** The format's name: {@code ELF}. */
  String name();

  /** Whether the file begins like one of this format; looks at its first bytes only. */
  boolean recognises(Bytes file);

  /**
   * Reads what the file says.
   *
   * @param name the file's name, for people
   * @param file the whole file
   * @throws BinaryException only if no header can be trusted; later defects become diagnostics
   */
  BinaryFile read(String name, Bytes file);

  /**
   * Reads what the file and its side files say; errors as for {@link #read(String, Bytes)}. A side
   * file that does not belong to it becomes a diagnostic.
   *
   * <p>A format that has no side files leaves this as it is.
   *
   * @param sideFiles where its side files may be
   */
  default BinaryFile read(String name, Bytes file, SideFiles sideFiles) {
    return read(name, file);
  }

  /**
   * The kinds of side files that a binary of this format may have; errors as for {@link
   * #read(String, Bytes)}.
   *
   * <p>A format that has no side files leaves this as it is.
   *
   * @param name the binary's name
   * @param file the whole binary
   */
  default List<SideFileKind<?>> sideFileKinds(String name, Bytes file) {
    return List.of();
  }

  /**
   * Reads a file that lies inside another: a member of an archive.
   *
   * <p>A format whose files do not lie in others leaves this as it is.
   *
   * @param name the name for its image
   * @param content its bytes
   * @param fileStart file offset of its first byte in the outer file
   * @param diagnostics where defects go, with offsets in the outer file
   * @return its image; empty if files of this format are not read inside others
   * @throws BinaryException if no header can be trusted
   */
  default Optional<BinaryImage> readInside(
      String name, Bytes content, long fileStart, Diagnostics diagnostics) {
    return Optional.empty();
  }
}
