/**
 * What a PE image takes from libraries, at once or delayed, and the import objects of import
 * libraries.
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
package dev.weighbridge.formats.pe.imports;
