/** Numbers, texts and columns packed into bytes, the same on every machine. */
package dev.weighbridge.internal.packed;
