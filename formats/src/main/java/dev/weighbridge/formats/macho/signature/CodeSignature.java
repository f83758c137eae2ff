package dev.weighbridge.formats.macho.signature;

import java.util.List;
import java.util.Objects;

/**
 * The code signature: {@code LC_CODE_SIGNATURE}. kern/cs_blobs.h, {@code CS_SuperBlob}.
 *
 * @param fileStart first byte in the file
 * @param headerEnd end of its header and index in the file, exclusive
 * @param fileEnd end of its parts in the file, exclusive; what the load command leaves is filler
 * @param blobs its parts, in the order of the index
 * @param codeDirectories those of the parts that hash the pages; several use different hashes
 */
public record CodeSignature(
    long fileStart,
    long headerEnd,
    long fileEnd,
    List<Blob> blobs,
    List<CodeDirectory> codeDirectories) {

  /**
   * One part of a signature.
   *
   * @param slot which part it is: 0 code directory, 2 requirements, 5 entitlements, 0x10000 CMS
   * @param magic one of the {@code CSMAGIC_} constants
   * @param fileStart first byte in the file
   * @param fileEnd end in the file, exclusive
   */
  public record Blob(int slot, int magic, long fileStart, long fileEnd) {}

  /** Checks that nothing is missing. */
  public CodeSignature {
    Objects.requireNonNull(blobs, "blobs");
    Objects.requireNonNull(codeDirectories, "codeDirectories");
    blobs = List.copyOf(blobs);
    codeDirectories = List.copyOf(codeDirectories);
  }
}
