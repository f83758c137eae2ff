package dev.weighbridge.fleet.spark;

import java.io.Serializable;

/**
 * A file to be weighed.
 *
 * @param name what it is called in the store
 * @param address where it is, as a URI with the scheme of its file system
 * @param size its bytes
 * @param isGiven whether it was asked for by its name: then it has a row even if it is no program
 */
record HadoopFile(String name, String address, long size, boolean isGiven)
    implements Serializable {}
