/**
 * Programs that UPX has packed, as facts: what of a file is packed data, what unpacks it, and what
 * comes out.
 *
 * <pre>{@code
 * Optional<UpxFile> packed = UpxFile.of(bytes);
 * Bytes inside = packed.orElseThrow().unpack();
 * }</pre>
 */
@NullMarked
package dev.weighbridge.formats.upx;

import org.jspecify.annotations.NullMarked;
