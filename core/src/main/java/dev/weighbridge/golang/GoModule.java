package dev.weighbridge.golang;

/**
 * A module of a program.
 *
 * @param path what packages of it begin with
 * @param version {@code v1.2.3}, {@code (devel)}; empty if not known
 * @param replacement the path and version of what was taken instead; empty if nothing was
 */
public record GoModule(String path, String version, String replacement) {
  /** Path and version: {@code example.org/dep v1.2.3}. */
  public String label() {
    String label = version.isEmpty() ? path : path + " " + version;
    return replacement.isEmpty() ? label : label + " => " + replacement;
  }
}
