/**
 * What a PE image offers to others.
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
package dev.weighbridge.formats.pe.exports;
