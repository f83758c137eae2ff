/** x86 instructions of 64-bit and 32-bit mode. */
package dev.weighbridge.formats.isa.x86;
