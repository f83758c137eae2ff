/**
 * The COFF symbols of an object or image, as columns, with their auxiliary records.
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
package dev.weighbridge.formats.pe.symbols;
