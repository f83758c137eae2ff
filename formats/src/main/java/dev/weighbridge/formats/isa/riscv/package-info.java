/** RISC-V instructions. */
package dev.weighbridge.formats.isa.riscv;
