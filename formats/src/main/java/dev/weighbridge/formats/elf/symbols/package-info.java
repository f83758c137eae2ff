/**
 * The symbols of an ELF file, as columns, with their names.
 *
 * <pre>{@code
 * ElfSymbolTable symbols = ElfFile.open(app).symbolTable();
 * for (int row = 0; row < symbols.count(); row++) {
 *   System.out.println(symbols.name(row) + " " + symbols.memorySize(row));
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.elf.symbols;

import org.jspecify.annotations.NullMarked;
