/**
 * Bytes and how to read them: {@link dev.weighbridge.formats.bytes.Bytes} by position, {@link
 * dev.weighbridge.formats.bytes.Cursor} forward.
 */
package dev.weighbridge.formats.bytes;
