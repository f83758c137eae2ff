package dev.weighbridge.formats.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.CSMAGIC_CODEDIRECTORY;
import static dev.weighbridge.formats.macho.headers.MachOConstants.CSMAGIC_EMBEDDED_SIGNATURE;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.signature.CodeDirectory;
import dev.weighbridge.formats.macho.signature.CodeSignature;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a code signature, which is big-endian whatever the file is. kern/cs_blobs.h. */
final class CodeSignatureReader {
  private static final String STRUCTURE = "macho.code_signature";
  private static final int INDEX_ENTRY = 8;

  /** There are slots for six; more would only hash the same pages over and over. */
  private static final int MAX_DIRECTORIES = 6;

  private static final int SUPPORTS_TEAM = 0x20200;
  private static final int SUPPORTS_CODE_LIMIT_64 = 0x20300;

  private final Bytes bytes;
  private final long start;
  private final long end;
  private final Diagnostics diagnostics;
  private final List<CodeSignature.Blob> blobs = new ArrayList<>();
  private final List<CodeDirectory> directories = new ArrayList<>();

  CodeSignatureReader(Bytes file, LoadCommand.Range range, Diagnostics diagnostics) {
    this.bytes = file.withOrder(ByteOrder.BIG_ENDIAN);
    this.start = Math.min(range.offset(), file.length());
    this.end = start + Math.min(range.size(), file.length() - start);
    this.diagnostics = diagnostics;
  }

  Optional<CodeSignature> read() {
    if (start == end) {
      return Optional.empty();
    }
    try {
      return Optional.of(superBlob());
    } catch (MalformedBinaryException e) {
      diagnostics.warn(e);
      return Optional.empty();
    }
  }

  private CodeSignature superBlob() {
    Cursor cursor = new Cursor(bytes, start, end, STRUCTURE, 0);
    int magic = cursor.i32();
    if (magic != CSMAGIC_EMBEDDED_SIGNATURE) {
      throw cursor.malformed("magic fade0cc0", Integer.toHexString(magic));
    }
    long length = cursor.u32();
    long signatureEnd = start + Math.min(length, end - start);
    long count = cursor.u32();
    long fits = Math.min(count, cursor.remaining() / INDEX_ENTRY);
    if (fits < count) {
      diagnostics.warn(STRUCTURE + ".count", start + 8, count + " parts", fits + " that fit");
    }
    for (long i = 0; i < fits; i++) {
      int slot = cursor.i32();
      long at = start + cursor.u32();
      try {
        blob(slot, at, signatureEnd);
      } catch (MalformedBinaryException e) {
        diagnostics.warn(e);
      }
    }
    return new CodeSignature(start, cursor.position(), signatureEnd, blobs, directories);
  }

  private void blob(int slot, long at, long signatureEnd) {
    if (at > signatureEnd - 8) {
      throw new MalformedBinaryException(STRUCTURE, at, "a part inside the signature", "none");
    }
    Cursor cursor = new Cursor(bytes, at, signatureEnd, STRUCTURE, 0);
    int magic = cursor.i32();
    long length = cursor.u32();
    long blobEnd = at + Math.min(Math.max(8, length), signatureEnd - at);
    blobs.add(new CodeSignature.Blob(slot, magic, at, blobEnd));
    if (magic == CSMAGIC_CODEDIRECTORY && directories.size() < MAX_DIRECTORIES) {
      directories.add(directory(new Cursor(bytes, at, blobEnd, STRUCTURE, 0)));
    }
  }

  private CodeDirectory directory(Cursor cursor) {
    long at = cursor.position();
    cursor.skip(8);
    int version = cursor.i32();
    int flags = cursor.i32();
    long hashOffset = cursor.u32();
    long identifierOffset = cursor.u32();
    long specials = cursor.u32();
    long pages = cursor.u32();
    long codeLimit = cursor.u32();
    int hashSize = cursor.u8();
    int hashType = cursor.u8();
    cursor.u8(); // platform
    int pagePower = cursor.u8();
    cursor.skip(8); // spare2, scatterOffset
    long teamOffset = version >= SUPPORTS_TEAM ? cursor.u32() : 0;
    if (version >= SUPPORTS_CODE_LIMIT_64) {
      cursor.u32(); // spare3
      long wide = cursor.i64();
      codeLimit = wide != 0 ? wide : codeLimit;
    }
    long hashes = at + hashOffset;
    boolean hasRoom =
        (hashSize > 0 || specials + pages == 0)
            && hashOffset <= cursor.end() - at
            && specials * hashSize <= hashOffset
            && pages * hashSize <= cursor.end() - hashes;
    if (!hasRoom) {
      throw cursor.malformed("hashes inside the code directory", pages + " pages");
    }
    return new CodeDirectory(
        version,
        flags,
        text(at, identifierOffset, cursor.end()),
        text(at, teamOffset, cursor.end()),
        hashType,
        hashSize,
        pagePower == 0 || pagePower >= Long.SIZE - 1 ? 0 : 1L << pagePower,
        codeLimit,
        specials,
        pages,
        hashes,
        at,
        cursor.end());
  }

  private String text(long at, long offset, long limit) {
    long first = at + offset;
    if (offset == 0 || first >= limit) {
      return "";
    }
    long stop = Math.min(limit, first + Limits.MAX_NAME_LENGTH);
    long nul = bytes.indexOf((byte) 0, first, stop);
    return bytes.text(first, nul < 0 ? stop : nul);
  }
}
