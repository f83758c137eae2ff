package dev.weighbridge.formats.packages.entries;

import java.util.Objects;

/**
 * What a package says of one entry before its contents.
 *
 * @param path its path as written, {@code ./usr/bin/app}: text that nobody has checked
 * @param kind what it is
 * @param link the path that a link leads to, as written; empty if it is none or does not say
 * @param codec how its contents are packed by itself, {@code deflate}; empty if they are as they
 *     are, or packed with the others
 * @param problem why contents cannot be unpacked; empty if they can
 */
public record EntryHeader(String path, EntryKind kind, String link, String codec, String problem) {
  /** Checks that nothing is missing. */
  public EntryHeader {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(codec, "codec");
    Objects.requireNonNull(problem, "problem");
  }

  /** An entry whose contents are as they are. */
  public static EntryHeader plain(String path, EntryKind kind, String link) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(link, "link");
    return new EntryHeader(path, kind, link, "", "");
  }
}
