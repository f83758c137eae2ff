/** Reads program databases: the debug files of PE images. */
package dev.weighbridge.formats.internal.pdb;
