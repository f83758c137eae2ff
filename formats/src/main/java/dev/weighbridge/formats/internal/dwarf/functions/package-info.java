/** Makes functions, inlined calls and variables of entries, with the sources that they are from. */
package dev.weighbridge.formats.internal.dwarf.functions;
