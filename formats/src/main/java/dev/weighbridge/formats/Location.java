package dev.weighbridge.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A byte anywhere: in a file, or in an entry of a package, which may be a package itself.
 *
 * <p>As text it is the path with {@code !} between its parts, then {@code @} and the offset: {@code
 * image.tar!usr/bin/app@0x41a40}; of the outer file alone {@code @0x41a40}. In names a backslash
 * stands before {@code !}, {@code @} and itself.
 *
 * @param path the entries from the outermost to the innermost; empty for the file itself
 * @param offset where in the innermost, in bytes once unpacked; 0 or more
 */
public record Location(List<String> path, long offset) {
  /** Copies the path. */
  public Location {
    Objects.requireNonNull(path, "path");
    path = List.copyOf(path);
    if (offset < 0) {
      throw new IllegalArgumentException("offset: expected 0 or more, found " + offset);
    }
  }

  /** A byte of the file itself. */
  public static Location inFile(long offset) {
    return new Location(List.of(), offset);
  }

  /**
   * Reads the text of a location.
   *
   * @return empty if it is no such text
   */
  public static Optional<Location> parse(String text) {
    Objects.requireNonNull(text, "text");
    List<String> path = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        name.append(text.charAt(++i));
      } else if (c == '!') {
        path.add(name.toString());
        name.setLength(0);
      } else if (c == '@') {
        if (!path.isEmpty() || name.length() > 0) {
          path.add(name.toString());
        }
        return offset(text.substring(i + 1)).map(offset -> new Location(path, offset));
      } else {
        name.append(c);
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> offset(String digits) {
    boolean isHex = digits.startsWith("0x") || digits.startsWith("0X");
    String plain = isHex ? digits.substring(2) : digits;
    try {
      return plain.isEmpty() || !Character.isLetterOrDigit(plain.charAt(0))
          ? Optional.empty()
          : Optional.of(Long.parseLong(plain, isHex ? 16 : 10));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String name : path) {
      text.append(text.length() == 0 ? "" : "!");
      text.append(name.replaceAll("[\\\\!@]", "\\\\$0"));
    }
    return text.append(String.format(Locale.ROOT, "@0x%x", offset)).toString();
  }
}
