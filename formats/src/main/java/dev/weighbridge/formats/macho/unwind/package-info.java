/**
 * The compact unwind entries of a Mach-O file.
 *
 * <pre>{@code
 * UnwindInfo unwind = MachOFile.open(Path.of("libapp.dylib")).unwindInfo();
 * unwind.entries().forEach(entry -> System.out.println(Long.toHexString(entry.function())));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.macho.unwind;

import org.jspecify.annotations.NullMarked;
