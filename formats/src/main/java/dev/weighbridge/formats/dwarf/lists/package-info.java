/**
 * The lists that entries of DWARF refer to: ranges of addresses, locations of variables, and the
 * tables in which version 5 keeps them.
 */
package dev.weighbridge.formats.dwarf.lists;
