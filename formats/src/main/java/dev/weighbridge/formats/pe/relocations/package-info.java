/**
 * The relocations of COFF objects and the base relocations of PE images, as columns.
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
package dev.weighbridge.formats.pe.relocations;
