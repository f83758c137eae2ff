/**
 * Bytes and how to read them.
 *
 * <pre>{@code
 * Bytes file = FileMapper.open(path);
 * long signature = file.u32(0);
 * Cursor cursor = new Cursor(file.slice(0, 16), "header");
 * cursor.skip(4);
 * System.out.printf("%08x, then %d%n", signature, cursor.u16());
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.bytes.Bytes} is read by position, {@link
 * dev.weighbridge.formats.bytes.Cursor} forward. Positions count from the start of the view;
 * numbers are in its byte order.
 */
@NullMarked
package dev.weighbridge.formats.bytes;

import org.jspecify.annotations.NullMarked;
