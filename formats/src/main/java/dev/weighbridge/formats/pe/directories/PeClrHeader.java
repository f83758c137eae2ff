package dev.weighbridge.formats.pe.directories;

import java.util.Objects;

/**
 * The CLR header of a .NET image. ECMA-335 II.25.3.3.
 *
 * @param runtimeVersion {@code 2.5}
 * @param metadataRva address of the metadata relative to the image base
 * @param metadataSize bytes of the metadata
 * @param flags {@code COMIMAGE_FLAGS_}
 * @param entryPoint token or address of the first method
 * @param fileStart first byte of the header in the file
 * @param fileEnd end of the header, exclusive
 */
public record PeClrHeader(
    String runtimeVersion,
    long metadataRva,
    long metadataSize,
    int flags,
    int entryPoint,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public PeClrHeader {
    Objects.requireNonNull(runtimeVersion, "runtimeVersion");
  }
}
