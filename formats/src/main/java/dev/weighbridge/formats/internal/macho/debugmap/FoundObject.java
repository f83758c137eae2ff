package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.macho.MachOFile;

/**
 * An object of a debug map that was found.
 *
 * @param name what it is called
 * @param object the object
 * @param code where its code went
 */
record FoundObject(String name, MachOFile object, MovedCode code) {}
