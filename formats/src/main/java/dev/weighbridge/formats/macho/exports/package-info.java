/**
 * What a Mach-O file offers to others: the export trie.
 *
 * <pre>{@code
 * ExportTrie exports = MachOFile.open(Path.of("libapp.dylib")).exports();
 * exports.stream().forEach(export -> System.out.println(export.name()));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.macho.exports;

import org.jspecify.annotations.NullMarked;
