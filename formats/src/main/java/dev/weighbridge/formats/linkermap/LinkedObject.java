package dev.weighbridge.formats.linkermap;

import java.util.List;
import java.util.Objects;

/**
 * An object file that went into a link.
 *
 * @param name of the object file: with its folder, or as the archive calls it
 * @param archive the archive it was taken from, with its folder; empty if it stood alone
 */
public record LinkedObject(String name, String archive) {
  /** Refuses null. */
  public LinkedObject {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(archive, "archive");
  }

  /** What archives end in; a member stands behind it in brackets. */
  private static final List<String> ARCHIVES = List.of(".a(", ".rlib(", ".lib(", ".so(");

  /** Takes {@code libfoo.a(bar.o)} apart; folders may hold spaces and brackets. */
  static LinkedObject of(String text) {
    if (!text.endsWith(")")) {
      return new LinkedObject(text, "");
    }
    int bracket = -1;
    for (String end : ARCHIVES) {
      int at = text.lastIndexOf(end);
      bracket = Math.max(bracket, at < 0 ? -1 : at + end.length() - 1);
    }
    bracket = bracket < 0 ? text.lastIndexOf('(') : bracket;
    return bracket <= 0
        ? new LinkedObject(text, "")
        : new LinkedObject(
            text.substring(bracket + 1, text.length() - 1), text.substring(0, bracket));
  }

  /** As linkers write it: {@code libfoo.a(bar.o)}. */
  public String text() {
    return archive.isEmpty() ? name : archive + "(" + name + ")";
  }
}
