package dev.weighbridge.formats.pe.symbols;

import java.util.Objects;

/**
 * One symbol of the COFF symbol table. PE Format, COFF Symbol Table.
 *
 * @param index its row; auxiliary records are counted as rows
 * @param name its raw name; of a source file the name of that file
 * @param value offset in its section, or a number, or a size
 * @param section number of its section, from 1; 0 undefined, -1 absolute, -2 debugging
 * @param type basic type in the low four bits, derived type above them
 * @param storageClass one of the {@code IMAGE_SYM_CLASS_} constants, raw if unknown
 * @param auxiliary what its first auxiliary record says
 * @param fileStart first byte in the file
 * @param fileEnd end with its auxiliary records, exclusive
 */
public record PeSymbol(
    int index,
    String name,
    long value,
    int section,
    int type,
    int storageClass,
    PeAuxiliary auxiliary,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public PeSymbol {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(auxiliary, "auxiliary");
  }
}
