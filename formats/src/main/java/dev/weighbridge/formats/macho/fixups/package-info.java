/**
 * The pointers of a Mach-O file that the dynamic linker fills in, and the imports they ask for.
 *
 * <pre>{@code
 * Fixups fixups = MachOFile.open(Path.of("libapp.dylib")).fixups();
 * fixups.imports().stream().forEach(one -> System.out.println(one.name()));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.macho.fixups;

import org.jspecify.annotations.NullMarked;
