package dev.weighbridge.formats.upx;

/**
 * Data that are packed as one.
 *
 * @param packedStart file offset of the packed bytes
 * @param packedSize how many they are
 * @param place where in the unpacked file the bytes belong that come out
 * @param size how many come out
 * @param method number of the compression; data of equal sizes are stored
 * @param filter number of the filter, 0 if none
 * @param filterParameter the byte that marks filtered places
 */
record UpxBlock(
    long packedStart,
    int packedSize,
    long place,
    int size,
    int method,
    int filter,
    int filterParameter) {
  boolean isStored() {
    return packedSize == size;
  }

  long packedEnd() {
    return packedStart + packedSize;
  }
}
