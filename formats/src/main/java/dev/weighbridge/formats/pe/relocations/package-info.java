/**
 * The relocations of COFF objects and the base relocations of PE images, as columns.
 *
 * <pre>{@code
 * PeBaseRelocationTable places = PeFile.open(Path.of("app.dll")).baseRelocations();
 * System.out.println(places.count() + " places on " + places.blockCount() + " pages");
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.pe.relocations;

import org.jspecify.annotations.NullMarked;
