/** The debug information of ELF files: its sections without compression, its places relocated. */
package dev.weighbridge.formats.elf.debug;
