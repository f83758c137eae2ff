package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.dwarf.Dwarf;

/**
 * A file with split units: a {@code .dwo}, or a package of them.
 *
 * @param name what it is called
 * @param dwarf what it holds
 */
public record SplitFile(String name, Dwarf dwarf) {}
