/**
 * What a Mach-O file says, typed: header, load commands, sections, symbols and everything the
 * dynamic linker reads, each record with the range of the file it was read from.
 *
 * <p>Start with {@link dev.weighbridge.formats.macho.MachOFile}, or with {@link
 * dev.weighbridge.formats.macho.FatMachO} for a universal file. Only headers are read at once; a
 * table is parsed when it is first asked for. Numbers that this package does not know stay raw.
 *
 * <pre>{@code
 * MachOFile file = MachOFile.open(Path.of("libapp.dylib"));
 * System.out.println(file.libraries());
 * for (MachOSection section : file.sections()) {
 *   System.out.println(section.segmentName() + "," + section.name() + " " + section.memorySize());
 * }
 * }</pre>
 *
 * <p>The formats are those of the headers {@code mach-o/loader.h}, {@code mach-o/nlist.h}, {@code
 * mach-o/stab.h}, {@code mach-o/reloc.h}, {@code mach-o/fat.h}, {@code mach-o/fixup-chains.h},
 * {@code mach-o/compact_unwind_encoding.h} and, for signatures, {@code kern/cs_blobs.h}.
 */
@NullMarked
package dev.weighbridge.formats.macho;

import org.jspecify.annotations.NullMarked;
