/** Debug information in the objects of a Mach-O image, as its debug map names them. */
package dev.weighbridge.formats.internal.macho.debugmap;
