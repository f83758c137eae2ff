package dev.weighbridge.formats.internal.dwarf.program;

import dev.weighbridge.formats.debug.Texts;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts names of DWARF, which are references into its sections, into columns of names. */
public final class NameRefs {
  private NameRefs() {}

  /**
   * Adds the name of a reference, or none, and returns its row.
   *
   * @param texts what the reference counts in; may be null if it is none
   */
  public static int add(Texts.Builder names, @Nullable DwarfTexts texts, long reference) {
    if (reference == DwarfTexts.NONE) {
      return names.addNone();
    }
    int length = Objects.requireNonNull(texts).length(reference);
    return length == 0
        ? names.addNone()
        : names.add(texts.bytes(reference), DwarfTexts.offset(reference), length);
  }
}
