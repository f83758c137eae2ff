package dev.weighbridge.formats.pe.directories;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_CODEVIEW;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_COFF;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_EX_DLLCHARACTERISTICS;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_ILTCG;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_MISC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_OMAP_FROM_SRC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_OMAP_TO_SRC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_POGO;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_REPRO;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DEBUG_TYPE_VC_FEATURE;

/**
 * One entry of the debug directory. PE Format, Debug Directory.
 *
 * @param index its row
 * @param type one of the {@code IMAGE_DEBUG_TYPE_} constants, raw if unknown
 * @param timestamp seconds since 1970, or a hash in reproducible builds
 * @param dataSize bytes of its data, as stated
 * @param dataRva address of its data relative to the image base, 0 if it is not loaded
 * @param dataOffset file offset of its data, 0 if it has none
 * @param fileStart first byte of this entry in the file
 * @param fileEnd end of this entry, exclusive
 */
public record PeDebugEntry(
    int index,
    int type,
    int timestamp,
    long dataSize,
    long dataRva,
    long dataOffset,
    long fileStart,
    long fileEnd) {

  /** Its type without the prefix: {@code CODEVIEW}; a number if unknown. */
  public String typeName() {
    return switch (type) {
      case IMAGE_DEBUG_TYPE_COFF -> "COFF";
      case IMAGE_DEBUG_TYPE_CODEVIEW -> "CODEVIEW";
      case IMAGE_DEBUG_TYPE_MISC -> "MISC";
      case IMAGE_DEBUG_TYPE_OMAP_TO_SRC -> "OMAP_TO_SRC";
      case IMAGE_DEBUG_TYPE_OMAP_FROM_SRC -> "OMAP_FROM_SRC";
      case IMAGE_DEBUG_TYPE_VC_FEATURE -> "VC_FEATURE";
      case IMAGE_DEBUG_TYPE_POGO -> "POGO";
      case IMAGE_DEBUG_TYPE_ILTCG -> "ILTCG";
      case IMAGE_DEBUG_TYPE_REPRO -> "REPRO";
      case IMAGE_DEBUG_TYPE_EX_DLLCHARACTERISTICS -> "EX_DLLCHARACTERISTICS";
      default -> Integer.toString(type);
    };
  }
}
