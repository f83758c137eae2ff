/**
 * Where functions of a Mach-O file start, and where data lie between instructions.
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
package dev.weighbridge.formats.macho.functions;
