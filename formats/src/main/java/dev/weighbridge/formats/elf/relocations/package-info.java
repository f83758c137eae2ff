/**
 * The relocations of an ELF file in all forms, as columns: what is patched, and with what.
 *
 * <pre>{@code
 * for (ElfRelocations table : ElfFile.open(app).relocations()) {
 *   System.out.println(table.section().name() + " has " + table.count() + " relocations");
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.elf.relocations;

import org.jspecify.annotations.NullMarked;
