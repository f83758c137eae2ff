/**
 * Where functions of a Mach-O file start, and where data lie between instructions.
 *
 * <pre>{@code
 * FunctionStarts starts = MachOFile.open(Path.of("libapp.dylib")).functionStarts();
 * starts.stream().forEach(address -> System.out.println(Long.toHexString(address)));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.macho.functions;

import org.jspecify.annotations.NullMarked;
