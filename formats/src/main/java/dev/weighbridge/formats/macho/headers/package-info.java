/**
 * The headers of a Mach-O or universal file: load commands, segments and sections.
 *
 * <pre>{@code
 * for (LoadCommand command : MachOFile.open(Path.of("libapp.dylib")).loadCommands()) {
 *   System.out.println(command.command() + " " + (command.fileEnd() - command.fileStart()));
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.macho.headers;

import org.jspecify.annotations.NullMarked;
