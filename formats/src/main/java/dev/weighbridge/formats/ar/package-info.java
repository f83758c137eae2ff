/**
 * What an archive says, typed: the members of a {@code .a}, {@code .rlib} or {@code .lib} file and
 * its symbol index, each with the range of the file it was read from.
 *
 * <p>Start with {@link dev.weighbridge.formats.ar.ArFile}. The variants of GNU, BSD and Microsoft
 * are read alike; what a member holds is for the parser of its format.
 *
 * <pre>{@code
 * ArFile archive = ArFile.open(Path.of("libfix.a"));
 * for (ArMember member : archive.members()) {
 *   System.out.println(member.name() + " " + archive.content(member).length());
 * }
 * archive.symbols().stream().forEach(symbol -> System.out.println(symbol.name()));
 * }</pre>
 */
@NullMarked
package dev.weighbridge.formats.ar;

import org.jspecify.annotations.NullMarked;
