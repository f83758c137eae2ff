/** The line programs of DWARF: which line of which file each instruction is from. */
package dev.weighbridge.formats.dwarf.lines;
