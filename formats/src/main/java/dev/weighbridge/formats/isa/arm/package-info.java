/** 32-bit Arm instructions. */
package dev.weighbridge.formats.isa.arm;
