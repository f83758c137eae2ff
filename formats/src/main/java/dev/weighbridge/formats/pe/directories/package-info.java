/**
 * The small records that data directories of a PE image point at: debug entries, thread-local
 * storage, load configuration, certificates, the CLR header.
 *
 * <pre>{@code
 * for (PeDebugEntry entry : PeFile.open(Path.of("app.dll")).debugEntries()) {
 *   System.out.println(entry.typeName() + " " + entry.dataSize());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.pe.directories;

import org.jspecify.annotations.NullMarked;
