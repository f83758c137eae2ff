package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.debug.Texts;
import dev.weighbridge.formats.dwarf.DwarfTexts;

/** Puts names of DWARF, which are references into its sections, into columns of names. */
final class NameRefs {
  private NameRefs() {}

  /** Adds the name of a reference, or none, and returns its row. */
  static int add(Texts.Builder names, DwarfTexts texts, long reference) {
    int length = reference == DwarfTexts.NONE ? 0 : texts.length(reference);
    return length == 0
        ? names.addNone()
        : names.add(texts.bytes(reference), DwarfTexts.offset(reference), length);
  }
}
