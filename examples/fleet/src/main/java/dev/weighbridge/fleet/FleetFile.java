package dev.weighbridge.fleet;

import java.nio.file.Path;

/**
 * A file to be weighed, or a directory that is an image.
 *
 * @param name what it is called in the store, with slashes
 * @param isGiven whether it was asked for by its name: then it has a row even if it is no program
 */
record FleetFile(String name, Path path, boolean isGiven) {}
