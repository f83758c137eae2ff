/**
 * The resources of a PE image.
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
package dev.weighbridge.formats.pe.resources;
