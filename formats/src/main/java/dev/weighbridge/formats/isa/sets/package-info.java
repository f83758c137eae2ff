/** Which instruction set a machine has. */
package dev.weighbridge.formats.isa.sets;
