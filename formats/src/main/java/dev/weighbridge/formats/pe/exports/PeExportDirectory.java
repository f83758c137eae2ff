package dev.weighbridge.formats.pe.exports;

/** Where the three tables of exports are. PE Format, Export Directory Table. */
public record PeExportDirectory(
    long nameRva,
    long ordinalBase,
    long addressCount,
    long nameCount,
    long addressTableRva,
    long nameTableRva,
    long ordinalTableRva) {}
