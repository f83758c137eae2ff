/** AArch64 instructions. */
package dev.weighbridge.formats.isa.arm64;
