package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable;

/**
 * The images of which it was measured where data ends: ELF, from compilers of Rust, C and C++.
 * Elsewhere lengths and rows of pointers may mean something else.
 */
final class MeasuredLayouts {
  /** Sections that other languages come with. */
  private static final String[] OTHERS = {
    ".gopclntab", ".go.buildinfo", ".note.go.", ".data.rel.ro.gopclntab", "swift5_"
  };

  private MeasuredLayouts() {}

  /** Whether an image in a file of some format is one of them. */
  static boolean contain(String format, BinaryImage image) {
    return format.equals("ELF") && !isOther(image.sections());
  }

  private static boolean isOther(SectionTable sections) {
    for (int row = 0; row < sections.count(); row++) {
      String name = sections.row(row).name();
      for (String beginning : OTHERS) {
        if (name.startsWith(beginning)) {
          return true;
        }
      }
    }
    return false;
  }
}
