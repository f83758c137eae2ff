package dev.weighbridge.formats.pe.imports;

/**
 * Where the tables of one library's imports are. PE Format, Import Directory Table and Delay-Load
 * Directory Table.
 *
 * @param nameRva the library's name
 * @param lookupTableRva what is imported
 * @param addressTableRva the pointers that the loader fills in
 * @param fileStart first byte in the file
 * @param fileEnd end, exclusive
 */
public record PeImportDescriptor(
    long nameRva, long lookupTableRva, long addressTableRva, long fileStart, long fileEnd) {
  /** Whether it is the empty one that ends the list. */
  public boolean isLast() {
    return nameRva == 0 || addressTableRva == 0;
  }
}
