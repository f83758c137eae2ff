/** Makes facts of the debug information in a program database: units, lines, inlined functions. */
package dev.weighbridge.formats.internal.pdb.facts;
