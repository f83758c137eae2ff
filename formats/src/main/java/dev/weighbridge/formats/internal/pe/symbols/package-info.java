/** Turns the names of a PE image or COFF object into facts. */
package dev.weighbridge.formats.internal.pe.symbols;
