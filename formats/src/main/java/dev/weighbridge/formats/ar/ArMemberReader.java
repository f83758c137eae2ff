package dev.weighbridge.formats.ar;

import static dev.weighbridge.formats.ar.ArConstants.ARFMAG;
import static dev.weighbridge.formats.ar.ArConstants.BSD_INDEX;
import static dev.weighbridge.formats.ar.ArConstants.BSD_NAME;
import static dev.weighbridge.formats.ar.ArConstants.GNU_INDEX;
import static dev.weighbridge.formats.ar.ArConstants.GNU_INDEX_64;
import static dev.weighbridge.formats.ar.ArConstants.GNU_NAMES;
import static dev.weighbridge.formats.ar.ArConstants.MEMBER_HEADER_SIZE;
import static dev.weighbridge.formats.ar.ArConstants.SARMAG;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.NameAllowance;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayList;
import java.util.List;

/** Reads the headers of an archive's members, one after the other, until one makes no sense. */
final class ArMemberReader {
  private static final int DECIMAL = 10;
  private static final int OCTAL = 8;

  private final Bytes bytes;
  private final Diagnostics diagnostics;
  private final NameAllowance names;
  private final List<ArMember> members = new ArrayList<>();
  private long namesStart = -1;
  private long namesEnd = -1;
  private boolean hasIndex;

  ArMemberReader(Bytes bytes, Diagnostics diagnostics) {
    this.bytes = bytes;
    this.diagnostics = diagnostics;
    names = new NameAllowance("ar.members", bytes.length(), diagnostics);
  }

  List<ArMember> read() {
    long at = SARMAG;
    while (at >= 0 && at < bytes.length()) {
      if (members.size() == Limits.MAX_MEMBERS) {
        diagnostics.warn(where(), at, "at most " + Limits.MAX_MEMBERS + " members", "more");
        return members;
      }
      at = readMember(at);
    }
    return members;
  }

  private String where() {
    return "ar.member[" + members.size() + "]";
  }

  /** Reads one member; returns where the next one starts, or -1 if that cannot be told. */
  private long readMember(long at) {
    if (bytes.length() - at < MEMBER_HEADER_SIZE) {
      String left = bytes.length() - at + " bytes";
      diagnostics.error(where(), at, "a member header of " + MEMBER_HEADER_SIZE + " bytes", left);
      return -1;
    }
    String magic = bytes.text(at + 58, at + MEMBER_HEADER_SIZE);
    long size = number(at + 48, 10, DECIMAL);
    if (!magic.equals(ARFMAG) || size < 0) {
      diagnostics.error(where(), at, "a header with a size and the end mark", "something else");
      return -1;
    }
    long content = at + MEMBER_HEADER_SIZE;
    long end = Math.min(content + size, bytes.length());
    if (end - content < size) {
      diagnostics.error(where() + ".ar_size", at + 48, "at most " + (end - content), size + "");
    }
    add(at, content, end, size);
    return content + size + (size & 1);
  }

  private void add(long at, long content, long end, long size) {
    String field = trimmed(bytes.text(at, at + 16));
    long nameEnd = field.startsWith(BSD_NAME) ? bsdNameEnd(at, field, content, end) : content;
    String name = nameEnd > content ? untilNul(content, nameEnd) : name(at, field);
    ArRole role = role(field, name);
    if (role == ArRole.LONG_NAMES && namesStart < 0) {
      namesStart = content;
      namesEnd = end;
    }
    hasIndex |= role == ArRole.SYMBOL_INDEX;
    members.add(
        new ArMember(
            members.size(),
            name,
            role,
            at,
            nameEnd,
            end,
            size,
            number(at + 16, 12, DECIMAL),
            number(at + 28, 6, DECIMAL),
            number(at + 34, 6, DECIMAL),
            number(at + 40, 8, OCTAL)));
  }

  private ArRole role(String field, String name) {
    if (field.equals(GNU_INDEX)) {
      return hasIndex ? ArRole.SORTED_INDEX : ArRole.SYMBOL_INDEX;
    }
    if (field.equals(GNU_INDEX_64) || name.startsWith(BSD_INDEX)) {
      return ArRole.SYMBOL_INDEX;
    }
    if (field.equals(GNU_NAMES)) {
      return ArRole.LONG_NAMES;
    }
    return field.startsWith("/<") ? ArRole.OTHER : ArRole.FILE;
  }

  /** The end of a name that begins the content; the start of the content if that cannot be. */
  private long bsdNameEnd(long at, String field, long content, long end) {
    long length = number(field.substring(BSD_NAME.length()), DECIMAL);
    if (length < 0 || length > end - content || length > Limits.MAX_NAME_LENGTH) {
      diagnostics.warn(where() + ".ar_name", at, "a name inside the member", field);
      return content;
    }
    return content + length;
  }

  /** GNU tools end short names with a slash; {@code /12} is the offset of a long one. */
  private String name(long at, String field) {
    boolean isLong = field.length() > 1 && field.charAt(0) == '/' && isDigit(field.charAt(1));
    if (!isLong) {
      boolean isMarked = field.length() > 1 && field.endsWith("/") && field.charAt(0) != '/';
      return isMarked ? field.substring(0, field.length() - 1) : field;
    }
    long offset = number(field.substring(1), DECIMAL);
    if (namesStart < 0 || offset < 0 || offset >= namesEnd - namesStart) {
      diagnostics.warn(where() + ".ar_name", at, "an offset in the table of long names", field);
      return field;
    }
    return longName(namesStart + offset);
  }

  /** GNU tools end names of the table with a slash and a line feed, Microsoft's with a NUL. */
  private String longName(long start) {
    long limit = Math.min(namesEnd, start + names.room());
    long end = start;
    while (end < limit && bytes.u8(end) != 0 && bytes.u8(end) != '\n') {
      end++;
    }
    boolean isMarked = end < limit && end > start && bytes.u8(end) == '\n';
    long nameEnd = isMarked && bytes.u8(end - 1) == '/' ? end - 1 : end;
    return bytes.text(start, start + names.take((int) (nameEnd - start)));
  }

  private String untilNul(long start, long end) {
    long nul = bytes.indexOf((byte) 0, start, end);
    return bytes.text(start, nul < 0 ? end : nul);
  }

  /** A number in a field of text, or -1 if it states none. */
  private long number(long start, int length, int radix) {
    return number(trimmed(bytes.text(start, start + length)), radix);
  }

  private static long number(String text, int radix) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit >= radix) {
        return -1;
      }
      value = value * radix + digit;
    }
    return text.isEmpty() ? -1 : value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Fields are filled up with blanks. */
  private static String trimmed(String field) {
    int end = field.length();
    while (end > 0 && field.charAt(end - 1) == ' ') {
      end--;
    }
    return field.substring(0, end);
  }
}
