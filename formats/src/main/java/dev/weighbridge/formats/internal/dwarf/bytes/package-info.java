/** Tells which bytes of the debug sections are of which unit. */
package dev.weighbridge.formats.internal.dwarf.bytes;
