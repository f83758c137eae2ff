/**
 * The relocations of relocatable Mach-O files.
 *
 * <pre>{@code
 * MachOFile file = MachOFile.open(Path.of("libapp.dylib"));
 * for (MachOSection section : file.sections()) {
 *   System.out.println(section.name() + " " + file.relocations(section).count());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.macho.relocations;

import org.jspecify.annotations.NullMarked;
