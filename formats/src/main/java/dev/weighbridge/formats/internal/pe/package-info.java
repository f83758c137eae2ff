/** Turns PE images and COFF objects into facts. */
package dev.weighbridge.formats.internal.pe;
