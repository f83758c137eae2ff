package dev.weighbridge.formats.pe.directories;

/**
 * A function that is called when threads come and go. PE Format, TLS Callback Functions.
 *
 * @param index its row
 * @param address its virtual address, not relative to the image base
 * @param fileStart first byte in the file of the pointer to it
 * @param fileEnd end of that pointer, exclusive
 */
public record PeTlsCallback(int index, long address, long fileStart, long fileEnd) {}
