package dev.weighbridge.duplicates;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which version of which crate a source file belongs to, as the folders that Cargo and the Rust
 * project use say.
 *
 * @param crate the crate's name with underscores
 * @param version {@code 1.2.3}, or {@code git abcdef1} for a checkout
 */
record SourcePath(String crate, String version) {
  private static final byte[] REGISTRY = bytes("/registry/src/");
  private static final byte[] DEPENDENCIES = bytes("/rust/deps/");
  private static final byte[] VENDOR = bytes("/vendor/");
  private static final byte[] CHECKOUTS = bytes("/git/checkouts/");
  private static final int LONGEST = 128;

  private static final Pattern VERSIONED =
      Pattern.compile("([A-Za-z0-9_-]+?)-(\\d+\\.\\d+\\.\\d+(?:[-+][A-Za-z0-9.+-]+)?)");
  private static final Pattern CHECKOUT = Pattern.compile("([A-Za-z0-9_.-]+)-[0-9a-f]{16}");
  private static final Pattern REVISION = Pattern.compile("[0-9a-f]{7,40}");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads the folders behind a separator.
   *
   * @param at position of the separator
   * @param end end of the bytes, exclusive
   * @return null if they are none of those known
   */
  static @Nullable SourcePath at(byte[] text, int at, int end) {
    int registry = behind(REGISTRY, text, at, end);
    int index = registry < 0 ? -1 : folderEnd(text, registry, end);
    if (index >= 0) {
      return versioned(text, index + 1, end);
    }
    int dependencies = Math.max(behind(DEPENDENCIES, text, at, end), behind(VENDOR, text, at, end));
    if (dependencies >= 0) {
      return versioned(text, dependencies, end);
    }
    int checkouts = behind(CHECKOUTS, text, at, end);
    return checkouts < 0 ? null : checkout(text, checkouts, end);
  }

  private static @Nullable SourcePath versioned(byte[] text, int from, int end) {
    Matcher matcher = VERSIONED.matcher(folder(text, from, end));
    return matcher.matches() ? of(matcher.group(1), matcher.group(2)) : null;
  }

  private static @Nullable SourcePath checkout(byte[] text, int from, int end) {
    String folder = folder(text, from, end);
    Matcher matcher = CHECKOUT.matcher(folder);
    if (!matcher.matches()) {
      return null;
    }
    String revision = folder(text, from + folder.length() + 1, end);
    boolean isRevision = REVISION.matcher(revision).matches();
    return isRevision ? of(matcher.group(1), "git " + revision) : null;
  }

  private static SourcePath of(String name, String version) {
    return new SourcePath(name.replace('-', '_'), version);
  }

  /** The text up to the next separator; empty if there is none. */
  private static String folder(byte[] text, int from, int end) {
    int to = folderEnd(text, from, end);
    return to < 0 ? "" : new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static int folderEnd(byte[] text, int from, int end) {
    int limit = Math.min(end, from + LONGEST);
    for (int i = from; i < limit; i++) {
      if (isSeparator(text[i])) {
        return i;
      }
    }
    return -1;
  }

  /** The position behind some folders that start at a separator; -1 if others do. */
  private static int behind(byte[] folders, byte[] text, int at, int end) {
    if (end - at < folders.length) {
      return -1;
    }
    for (int i = 1; i < folders.length; i++) {
      byte c = text[at + i];
      if (folders[i] == '/' ? !isSeparator(c) : folders[i] != c) {
        return -1;
      }
    }
    return at + folders.length;
  }

  private static boolean isSeparator(byte c) {
    return c == '/' || c == '\\';
  }
}
