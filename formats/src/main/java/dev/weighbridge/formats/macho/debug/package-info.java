/** The debug information of Mach-O files: its sections, its places relocated. */
package dev.weighbridge.formats.macho.debug;
