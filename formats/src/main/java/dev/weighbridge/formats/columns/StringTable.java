package dev.weighbridge.formats.columns;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
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
public final class StringTable {
  /** Bytes of text allowed for each byte of table; real ones stay under 3. */
  private static final long SHARING = 16;

  private final Bytes bytes;
  private final Map<Long, String> decoded = new HashMap<>();
  private long allowance;

  /** The texts in the bytes of a string table. */
  public StringTable(Bytes bytes) {
    this.bytes = bytes;
    this.allowance = SHARING * bytes.length();
  }

  /** The text at an offset; empty if the offset is outside the table or the allowance is spent. */
  public String text(long offset) {
    if (offset < 0 || offset >= bytes.length()) {
      return "";
    }
    String known = decoded.get(offset);
    if (known != null) {
      return known;
    }
    long end = end(offset);
    if (end < 0) {
      allowance = 0;
      return "";
    }
    allowance -= end - offset;
    String text = bytes.text(offset, end);
    decoded.put(offset, text);
    return text;
  }

  /** Where the text at an offset ends, -1 if that is farther than the allowance reaches. */
  private long end(long offset) {
    long most = Math.min(Limits.MAX_NAME_LENGTH, bytes.length() - offset);
    long limit = offset + Math.min(most, allowance);
    long nul = bytes.indexOf((byte) 0, offset, limit);
    if (nul >= 0) {
      return nul;
    }
    return allowance < most ? -1 : limit;
  }
}
