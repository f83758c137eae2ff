/**
 * What an ELF file says, typed: headers, sections, symbols and tables, each record with the range
 * of the file it was read from.
 *
 * <pre>{@code
 * ElfFile elf = ElfFile.open(app);
 * out.println(elf.header().machineName() + (elf.isPie() ? ", PIE" : ""));
 * out.println("needs " + elf.dynamic().needed());
 * for (ElfSection section : elf.sections()) {
 *   out.println(section.name() + " " + section.typeName() + " " + section.fileSize());
 * }
 * ElfSymbolTable symbols = elf.symbolTable();
 * for (int row = 0; row < symbols.count(); row++) {
 *   if (symbols.type(row) == STT_FUNC && symbols.memorySize(row) > 256) {
 *     out.println(symbols.name(row) + " at " + Long.toHexString(symbols.value(row)));
 *   }
 * }
 * for (ElfPltSlot slot : elf.pltSlots()) {
 *   out.println(slot.name() + " is called by bytes from " + slot.fileStart());
 * }
 * elf.diagnostics().forEach(defect -> out.println(defect.sentence()));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} reads the file header and no more; it refuses a
 * file only if that cannot be read. Any other part is parsed when first asked for and kept. What is
 * wrong with it shrinks it and is added to the {@linkplain
 * dev.weighbridge.formats.elf.ElfFile#diagnostics diagnostics}.
 *
 * <p>What there are few of comes as lists of records: {@linkplain
 * dev.weighbridge.formats.elf.headers.ElfSection sections}, {@linkplain
 * dev.weighbridge.formats.elf.headers.ElfProgramHeader program headers}, {@linkplain
 * dev.weighbridge.formats.elf.dynamic.ElfDynamicEntry dynamic entries}, {@linkplain
 * dev.weighbridge.formats.elf.notes.ElfNote notes}. What there may be a million of comes as columns
 * asked by row: {@linkplain dev.weighbridge.formats.elf.symbols.ElfSymbolTable symbols},
 * {@linkplain dev.weighbridge.formats.elf.relocations.ElfRelocations relocations}, {@linkplain
 * dev.weighbridge.formats.elf.linking.ElfPointers slots of the GOT}; their {@code row} and {@code
 * stream} make records for people.
 *
 * <p>In each record, {@code fileStart} and {@code fileEnd} say where the record itself lies, not
 * what it points at. Numbers keep the file's meaning and are compared with {@link
 * dev.weighbridge.formats.elf.headers.ElfConstants}; those that this package does not know stay
 * raw.
 */
@NullMarked
package dev.weighbridge.formats.elf;

import org.jspecify.annotations.NullMarked;
