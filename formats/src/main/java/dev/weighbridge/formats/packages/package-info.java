/**
 * Packages: files that wrap others. Readers go through one from its begin to its end and say of
 * each entry where its header, contents and padding lie, so that all bytes of the file are told.
 *
 * <pre>{@code
 * Region file = Region.ofFile(FileMapper.open(Path.of("lib.jar")));
 * PackageFormat format = PackageFormat.of(file.bytes()).orElseThrow();
 * System.out.println(format.name(file.bytes()) + ", " + file.length() + " bytes");
 * }</pre>
 *
 * <p>Compressed contents are unpacked on the way. {@link
 * dev.weighbridge.formats.packages.entries.ContentStream#used} says how many bytes of the outer
 * file have travelled for what has been read: exact for deflate up to the few bytes that a decoder
 * reads ahead; evenly within a chunk of xz and a block of zstd.
 */
@NullMarked
package dev.weighbridge.formats.packages;

import org.jspecify.annotations.NullMarked;
