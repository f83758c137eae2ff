package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.signature.CodeDirectory;
import dev.weighbridge.formats.macho.signature.CodeSignature;

/** States the parts of the code signature, down to the hash of each page. */
final class MachOSignatureFacts {
  private final MachOFile macho;
  private final ImageBuilder image;

  MachOSignatureFacts(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
  }

  void state() {
    macho.codeSignature().ifPresent(this::state);
  }

  private void state(CodeSignature signature) {
    part("signature header", signature.fileStart(), signature.headerEnd());
    for (CodeSignature.Blob blob : signature.blobs()) {
      part(label(blob), blob.fileStart(), blob.fileEnd());
    }
    for (CodeDirectory directory : signature.codeDirectories()) {
      hashes(directory);
    }
  }

  private void part(String label, long start, long end) {
    image.structure(label, Kind.SIGNATURE, start, end - start);
  }

  private void hashes(CodeDirectory directory) {
    part("special hashes", directory.specialHashesStart(), directory.hashesStart());
    int label = image.label("page hash");
    for (long page = 0; page < directory.pageCount(); page++) {
      image.structure(
          label, Kind.SIGNATURE, directory.hashStart(page), directory.hashSize(), Subject.NONE, -1);
    }
  }

  private static String label(CodeSignature.Blob blob) {
    return switch (blob.magic()) {
      case MachOConstants.CSMAGIC_CODEDIRECTORY -> "code directory";
      case MachOConstants.CSMAGIC_REQUIREMENTS -> "code requirements";
      case MachOConstants.CSMAGIC_EMBEDDED_ENTITLEMENTS,
          MachOConstants.CSMAGIC_EMBEDDED_DER_ENTITLEMENTS ->
          "entitlements";
      case MachOConstants.CSMAGIC_EMBEDDED_LAUNCH_CONSTRAINT -> "launch constraints";
      case MachOConstants.CSMAGIC_BLOBWRAPPER -> "signature of the signer";
      default -> "signature part";
    };
  }
}
