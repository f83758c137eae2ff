/**
 * Makes facts of DWARF: {@link dev.weighbridge.formats.internal.dwarf.DwarfDebug} asks the readers
 * in the rooms inside.
 */
package dev.weighbridge.formats.internal.dwarf;
