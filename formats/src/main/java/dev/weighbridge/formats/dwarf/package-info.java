/** What debug information says, typed: the format DWARF, versions 2 to 5. */
package dev.weighbridge.formats.dwarf;
