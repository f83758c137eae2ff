package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * A file that may tell more about a binary: a debug file, a program database.
 *
 * @param name its name, for people
 * @param bytes the whole file
 */
public record SideFile(String name, Bytes bytes) {}
