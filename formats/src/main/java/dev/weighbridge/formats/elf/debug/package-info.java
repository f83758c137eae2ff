/**
 * The debug information of ELF files: its sections without compression, its places relocated.
 *
 * <pre>{@code
 * ElfDwarf debug = ElfDwarf.of(ElfFile.open(Path.of("app.debug")));
 * for (DwarfSection section : DwarfSection.values()) {
 *   for (ElfSection part : debug.parts(section, false)) {
 *     long restored = debug.sections().bytes(section).length();
 *     out.println(part.name() + ": " + part.fileSize() + " bytes for " + restored);
 *   }
 * }
 * out.println(Dwarf.of(debug.sections()).units().count() + " units");
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.elf.debug.ElfDwarf} hands the sections to {@link
 * dev.weighbridge.formats.dwarf.Dwarf}, which knows no file format, and says where the code is.
 */
@NullMarked
package dev.weighbridge.formats.elf.debug;

import org.jspecify.annotations.NullMarked;
