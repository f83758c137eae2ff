/** What unpacks: a stream for each way of packing, and what the bytes of its chunks cost. */
package dev.weighbridge.formats.internal.packages.compression;
