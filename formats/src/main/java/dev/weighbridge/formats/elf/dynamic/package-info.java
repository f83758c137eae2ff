/**
 * What an ELF file tells the dynamic linker: needed libraries, symbol versions and the hash tables
 * that symbols are found by.
 *
 * <pre>{@code
 * ElfFile elf = ElfFile.open(app);
 * System.out.println("needs " + elf.dynamic().needed());
 * for (ElfVersionNeed need : elf.versions().needs()) {
 *   System.out.println(need.library() + " must define " + need.versions().size() + " versions");
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.elf.dynamic;

import org.jspecify.annotations.NullMarked;
