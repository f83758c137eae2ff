package dev.weighbridge.formats.pe.headers;

/**
 * One data directory: where the image keeps a table. PE Format, Optional Header Data Directories.
 *
 * @param index its row: one of the {@code IMAGE_DIRECTORY_ENTRY_} constants
 * @param rva address of the table relative to the image base, 0 if none; of the certificate table
 *     the file offset
 * @param size bytes, as stated
 * @param fileStart first byte of this row in the file
 * @param fileEnd end of this row, exclusive
 */
public record PeDataDirectory(int index, long rva, long size, long fileStart, long fileEnd) {}
