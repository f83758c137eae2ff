/**
 * What a PE image takes from libraries, at once or delayed, and the import objects of import
 * libraries.
 *
 * <pre>{@code
 * for (PeImportTable.Library library : PeFile.open(Path.of("app.dll")).imports().libraries()) {
 *   System.out.println(library.name() + " provides " + library.importCount());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.pe.imports;

import org.jspecify.annotations.NullMarked;
