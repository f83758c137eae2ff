/**
 * What a Mach-O file offers to others: the export trie.
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
package dev.weighbridge.formats.macho.exports;
