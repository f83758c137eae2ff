package dev.weighbridge.formats.elf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.notes.ElfDebugAltLink;
import dev.weighbridge.formats.elf.notes.ElfDebugLink;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Small sections that hold a text or two. */
final class ElfTexts {
  /** Longer build ids do not exist. */
  private static final int MAX_BUILD_ID = 1 << 10;

  private final Bytes bytes;

  ElfTexts(Bytes bytes) {
    this.bytes = bytes;
  }

  /** The text at the start. */
  String first() {
    return bytes.text(0, end(0));
  }

  /** All texts that are not empty, in the order of the section. */
  List<String> all() {
    List<String> texts = new ArrayList<>();
    for (long at = 0; at < bytes.length(); ) {
      long end = end(at);
      if (end > at) {
        texts.add(bytes.text(at, end));
      }
      at = end + 1;
    }
    return List.copyOf(texts);
  }

  /** A file name, padding to a multiple of four, and a CRC-32. */
  Optional<ElfDebugLink> debugLink() {
    String name = first();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    long checksum = end(0) + 4 & ~3L;
    return Optional.of(
        new ElfDebugLink(name, bytes.contains(checksum, 4) ? bytes.u32(checksum) : -1));
  }

  /** A file name and the bytes of a build id. */
  Optional<ElfDebugAltLink> debugAltLink() {
    long id = Math.min(end(0) + 1, bytes.length());
    if (id <= 1 || bytes.length() - id > MAX_BUILD_ID) {
      return Optional.empty();
    }
    String digits = HexFormat.of().formatHex(bytes.toArray(id, bytes.length()));
    return Optional.of(new ElfDebugAltLink(first(), digits));
  }

  /** Where the text that starts at {@code start} ends. */
  private long end(long start) {
    long limit = Math.min(bytes.length(), start + Limits.MAX_NAME_LENGTH);
    long nul = bytes.indexOf((byte) 0, start, limit);
    return nul < 0 ? limit : nul;
  }
}
