/**
 * What the linker and loader fill in between an ELF file and others: the global offset table, the
 * arrays of functions, the procedure linkage table.
 *
 * <pre>{@code
 * for (ElfPltSlot slot : ElfFile.open(app).pltSlots()) {
 *   System.out.println(slot.name() + " is called by bytes from " + slot.fileStart());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.elf.linking;

import org.jspecify.annotations.NullMarked;
