package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.BinaryException;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;

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
   * Reads what the file and its separate debug files say; errors as for {@link #read(String,
   * Bytes)}. A debug file that does not belong to it becomes a diagnostic.
   *
   * <p>A format that has no debug files leaves this as it is.
   *
   * @param debugFiles where its debug files may be
   */
  default BinaryFile read(String name, Bytes file, DebugFiles debugFiles) {
    return read(name, file);
  }
}
