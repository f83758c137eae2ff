/**
 * The pointers of a Mach-O file that the dynamic linker fills in, and the imports they ask for.
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
package dev.weighbridge.formats.macho.fixups;
