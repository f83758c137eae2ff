package dev.weighbridge.fleet;

/**
 * What became of a file.
 *
 * @param name what it is called in the store
 * @param hash of its content; empty if it could not be read
 * @param size bytes of it
 * @param error why it could not be read or weighed, where that is no matter of its content; else
 *     empty
 */
record Outcome(String name, String hash, long size, String error) {}
