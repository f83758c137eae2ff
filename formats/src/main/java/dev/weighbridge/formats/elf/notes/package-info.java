/**
 * What an ELF file says of its build and of its debug files: notes and links.
 *
 * <pre>{@code
 * for (ElfNote note : ElfFile.open(app).notes()) {
 *   System.out.println(note.owner() + " " + note.type() + " " + note.description().length());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.elf.notes;

import org.jspecify.annotations.NullMarked;
