/** LoongArch instructions. */
package dev.weighbridge.formats.isa.loongarch;
