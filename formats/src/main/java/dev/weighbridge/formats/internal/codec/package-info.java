/** Decompression of sections, with limits: a small file must not cost a large machine. */
package dev.weighbridge.formats.internal.codec;
