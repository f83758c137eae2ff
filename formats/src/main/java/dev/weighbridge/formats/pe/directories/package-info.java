/**
 * The small records that data directories of a PE image point at: debug entries, thread-local
 * storage, load configuration, certificates, the CLR header.
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
package dev.weighbridge.formats.pe.directories;
