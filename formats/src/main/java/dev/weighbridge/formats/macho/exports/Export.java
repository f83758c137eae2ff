package dev.weighbridge.formats.macho.exports;

import java.util.Objects;

/**
 * One exported symbol. loader.h.
 *
 * @param index its row
 * @param name its raw name, with the underscore that C names begin with
 * @param flags {@code EXPORT_SYMBOL_FLAGS_} bits
 * @param address its address; -1 if it is re-exported from a library, its value if it is absolute
 * @param resolver address of the function that chooses what it stands for, or -1
 * @param library the library it is re-exported from, counted from 1; -1 if it is not
 * @param importedName what that library calls it; empty if the same
 * @param fileStart first byte of its node in the file
 * @param fileEnd end of its node in the file, exclusive
 */
public record Export(
    int index,
    String name,
    int flags,
    long address,
    long resolver,
    long library,
    String importedName,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public Export {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(importedName, "importedName");
  }
}
