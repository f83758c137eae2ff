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
}
