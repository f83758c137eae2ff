/**
 * Reads program databases, the debug files of PE images: their streams, and the symbols in them.
 * The room inside makes facts of debug information.
 */
package dev.weighbridge.formats.internal.pdb;
