/** SPARC instructions. */
package dev.weighbridge.formats.isa.sparc;
