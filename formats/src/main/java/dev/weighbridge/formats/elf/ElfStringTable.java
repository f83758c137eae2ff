package dev.weighbridge.formats.elf;

import dev.weighbridge.formats.Limits;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.HashMap;
import java.util.Map;

/**
 * The NUL-terminated texts of a string table, decoded once each.
 *
 * <p>For the few texts that a file keeps as objects: section names, libraries, versions. Sound
 * tables share suffixes, but only so much: once the texts decoded exceed {@link #SHARING} times the
 * bytes of the table, further ones are empty, so that a file of 1 MB cannot ask for a thousand
 * names of 1 MB.
 */
final class ElfStringTable {
  /** Bytes of text allowed for each byte of table; real ones stay under 3. */
  private static final long SHARING = 16;

  private final Bytes bytes;
  private final Map<Long, String> decoded = new HashMap<>();
  private long allowance;

  ElfStringTable(Bytes bytes) {
    this.bytes = bytes;
    this.allowance = SHARING * bytes.length();
  }

  /** The text at an offset; empty if the offset is outside the table or the allowance is spent. */
  String text(long offset) {
    if (offset < 0 || offset >= bytes.length()) {
      return "";
    }
    String known = decoded.get(offset);
    if (known != null) {
      return known;
    }
    long length = length(offset);
    if (length > allowance) {
      return "";
    }
    allowance -= length;
    String text = bytes.text(offset, offset + length);
    decoded.put(offset, text);
    return text;
  }

  private long length(long offset) {
    long limit = Math.min(bytes.length(), offset + Limits.MAX_NAME_LENGTH);
    long nul = bytes.indexOf((byte) 0, offset, limit);
    return (nul < 0 ? limit : nul) - offset;
  }
}
