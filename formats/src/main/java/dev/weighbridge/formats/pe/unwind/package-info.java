/**
 * The function table of a PE image and the unwind records it leads to.
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
package dev.weighbridge.formats.pe.unwind;
