/**
 * The headers of a Mach-O or universal file: load commands, segments and sections.
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
package dev.weighbridge.formats.macho.headers;
