/** Turns archives into facts. */
package dev.weighbridge.formats.internal.ar;
