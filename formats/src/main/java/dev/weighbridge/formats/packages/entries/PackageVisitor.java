package dev.weighbridge.formats.packages.entries;

import java.io.IOException;

/** Who is told what a package is made of, in the order of its bytes. */
public interface PackageVisitor {
  /**
   * What follows, up to the next part, lies in an archive in the package.
   *
   * @param name its path; empty for what lies in the package itself
   */
  void part(String name);

  /**
   * Bytes that belong to no entry.
   *
   * @param label what they are, in brackets: {@code [archive]}
   * @param shipped bytes of the outer file
   */
  void own(String label, long shipped);

  /**
   * An entry.
   *
   * @param content its contents, to be read before this returns or not at all; empty unless it is a
   *     file
   * @throws IOException if a temporary file cannot be used
   */
  void entry(EntryHeader header, ContentStream content) throws IOException;

  /**
   * What the last entry has.
   *
   * @param overhead bytes of the outer file of its headers and padding
   * @param shipped bytes of the outer file of its contents
   * @param fileSize bytes of its contents
   */
  void weighed(long overhead, long shipped, long fileSize);

  /**
   * What is wrong with the last entry and does not keep it from being read.
   *
   * @param path what it is called
   * @param offset where the package says what it should be
   * @param expected what it should be
   * @param found what it is
   */
  default void defect(String path, long offset, String expected, String found) {}
}
