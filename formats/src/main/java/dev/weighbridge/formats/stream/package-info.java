/**
 * Compressed streams, and what each byte that comes out of one costs in it.
 *
 * <p>The costs are the bits of the stream as it is: those of a literal are of its byte, those of a
 * match are shared evenly by the bytes it makes, those of the header and the tables of a block by
 * all bytes of the block. What makes no byte, such as headers and checksums, is the frame. Costs of
 * bytes and of the frame add up to the stream, exactly.
 */
package dev.weighbridge.formats.stream;
