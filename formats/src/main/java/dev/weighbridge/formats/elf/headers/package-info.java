/**
 * The headers of an ELF file: what kind of file it is, its segments and its sections, and how
 * tables refer to its bytes.
 *
 * <pre>{@code
 * for (ElfProgramHeader segment : ElfFile.open(app).programHeaders()) {
 *   System.out.println(segment.typeName() + " " + segment.memorySize());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.elf.headers;

import org.jspecify.annotations.NullMarked;
