package dev.weighbridge.formats.pe.imports;

import java.util.Objects;

/**
 * One library whose addresses the image already holds, valid if the library was not changed since.
 * PE Format, Optional Header Data Directories, Bound Import.
 *
 * @param index its row
 * @param name its file name; empty if it cannot be read
 * @param timestamp of the library it was bound to
 * @param forwarderCount rows after this one for libraries that it forwards to
 * @param nameStart file offset of the name, -1 if it cannot be read
 * @param fileStart first byte of this row in the file
 * @param fileEnd end of the rows of its forwarders, exclusive
 */
public record PeBoundImport(
    int index,
    String name,
    int timestamp,
    int forwarderCount,
    long nameStart,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public PeBoundImport {
    Objects.requireNonNull(name, "name");
  }
}
