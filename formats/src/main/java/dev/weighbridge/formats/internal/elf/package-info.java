/** Turns parsed ELF files into facts. */
package dev.weighbridge.formats.internal.elf;
