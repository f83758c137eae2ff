/**
 * The code signature of a Mach-O file.
 *
 * <pre>{@code
 * MachOFile file = MachOFile.open(Path.of("libapp.dylib"));
 * file.codeSignature().ifPresent(signature -> System.out.println(signature));
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.macho.signature;

import org.jspecify.annotations.NullMarked;
