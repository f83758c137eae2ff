package dev.weighbridge.formats.pe.directories;

/**
 * One certificate of a signed image. PE Format, The Attribute Certificate Table.
 *
 * @param index its row
 * @param revision {@code 0x200} for all in use
 * @param type {@code 2}: PKCS #7 signed data
 * @param fileStart first byte of its header of eight bytes in the file
 * @param fileEnd end of its data, exclusive; the next one starts at a multiple of eight
 */
public record PeCertificate(int index, int revision, int type, long fileStart, long fileEnd) {}
