package dev.weighbridge.formats.internal.pdb;

/**
 * One object file that the linker put into the image. LLVM, The PDB DBI Stream, module info.
 *
 * @param index its row
 * @param name the object, or a name the linker made up: {@code Import:KERNEL32.dll}
 * @param objectFile the archive the object is from, or the object again
 * @param stream number of its symbol stream; 0xFFFF if it has none
 * @param symbolSize bytes of symbols in that stream, the signature of four bytes included
 * @param oldLineSize bytes of lines of an older form that follow them
 * @param lineSize bytes of lines, files and inlined functions behind those
 */
public record PdbModule(
    int index,
    String name,
    String objectFile,
    int stream,
    long symbolSize,
    long oldLineSize,
    long lineSize) {}
