package dev.weighbridge.formats.macho.signature;

import java.util.Objects;

/**
 * The part of a code signature that seals the file: a hash of each of its pages. kern/cs_blobs.h,
 * {@code CS_CodeDirectory}.
 *
 * @param version {@code 0x20400} and the like
 * @param flags {@code CS_} flags: 2 for a signature without an identity
 * @param identifier what the signer calls the program
 * @param teamIdentifier who signed it; empty if not stated
 * @param hashType 1 SHA-1, 2 SHA-256, 3 SHA-256 cut to 20 bytes, 4 SHA-384
 * @param hashSize bytes of a hash
 * @param pageSize bytes of a page, 0 if all is one page
 * @param codeLimit the pages cover the file up to here
 * @param specialSlotCount hashes of other parts, before those of the pages
 * @param pageCount hashes of pages
 * @param hashesStart file offset of the hash of the first page
 * @param fileStart first byte in the file
 * @param fileEnd end in the file, exclusive
 */
public record CodeDirectory(
    int version,
    int flags,
    String identifier,
    String teamIdentifier,
    int hashType,
    int hashSize,
    long pageSize,
    long codeLimit,
    long specialSlotCount,
    long pageCount,
    long hashesStart,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public CodeDirectory {
    Objects.requireNonNull(identifier, "identifier");
    Objects.requireNonNull(teamIdentifier, "teamIdentifier");
  }

  /** File offset of the first hash of other parts; {@link #hashesStart} if there is none. */
  public long specialHashesStart() {
    return hashesStart - specialSlotCount * hashSize;
  }

  /** File offset of the hash of a page. */
  public long hashStart(long page) {
    return hashesStart + page * hashSize;
  }
}
