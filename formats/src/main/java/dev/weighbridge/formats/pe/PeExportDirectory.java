package dev.weighbridge.formats.pe;

/** Where the three tables of exports are. PE Format, Export Directory Table. */
record PeExportDirectory(
    long nameRva,
    long ordinalBase,
    long addressCount,
    long nameCount,
    long addressTableRva,
    long nameTableRva,
    long ordinalTableRva) {}
