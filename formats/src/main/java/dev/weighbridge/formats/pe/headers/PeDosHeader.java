package dev.weighbridge.formats.pe.headers;

/**
 * The MS-DOS header an image begins with. PE Format, MS-DOS Stub.
 *
 * @param peHeaderOffset {@code e_lfanew}: file offset of the PE signature
 * @param fileStart first byte of the header in the file: 0
 * @param fileEnd end of the header, exclusive; the stub program follows up to the PE signature
 */
public record PeDosHeader(long peHeaderOffset, long fileStart, long fileEnd) {}
