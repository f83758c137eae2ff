/** Turns Mach-O files into facts. */
package dev.weighbridge.formats.internal.macho;
