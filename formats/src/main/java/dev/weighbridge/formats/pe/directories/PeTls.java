package dev.weighbridge.formats.pe.directories;

/**
 * The TLS directory: the template of thread-local memory and the functions called when threads come
 * and go. PE Format, The TLS Directory.
 *
 * <p>All addresses are virtual addresses, not relative to the image base.
 *
 * @param templateStart first byte of the template
 * @param templateEnd end of the template, exclusive
 * @param indexAddress where the loader stores the index
 * @param callbacksAddress a list of function addresses, ended by 0; 0 if there is none
 * @param zeroFillSize bytes of zeros after the template
 * @param characteristics alignment, as in section flags
 * @param fileStart first byte of the directory in the file
 * @param fileEnd end of the directory, exclusive
 */
public record PeTls(
    long templateStart,
    long templateEnd,
    long indexAddress,
    long callbacksAddress,
    long zeroFillSize,
    int characteristics,
    long fileStart,
    long fileEnd) {}
