/**
 * The tables that let debuggers find units of DWARF without reading them all: by address and by
 * name.
 */
package dev.weighbridge.formats.dwarf.index;
