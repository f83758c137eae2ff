/** Makes facts of DWARF. */
package dev.weighbridge.formats.internal.debug;
