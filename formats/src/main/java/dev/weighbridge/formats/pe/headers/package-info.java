/**
 * The headers of a PE image or COFF object: what kind of file it is, its data directories and its
 * sections, and how tables refer to its bytes.
 *
 * <pre>{@code
 * for (PeSection section : PeFile.open(Path.of("app.dll")).sections()) {
 *   System.out.println(section.name() + " " + section.fileSize() + " " + section.memorySize());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.pe.headers;

import org.jspecify.annotations.NullMarked;
