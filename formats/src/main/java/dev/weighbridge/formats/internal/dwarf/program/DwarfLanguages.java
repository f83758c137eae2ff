package dev.weighbridge.formats.internal.dwarf.program;

import java.util.List;
import java.util.Locale;

/** The names of source languages by number: DWARF 5, 7.12, and the list that goes on from it. */
public final class DwarfLanguages {
  /** From 1. A gap is a number that nobody has. */
  private static final List<String> NAMES =
      List.of(
          "C89",
          "C",
          "Ada 83",
          "C++",
          "Cobol 74",
          "Cobol 85",
          "Fortran 77",
          "Fortran 90",
          "Pascal",
          "Modula-2",
          "Java",
          "C99",
          "Ada 95",
          "Fortran 95",
          "PL/I",
          "Objective-C",
          "Objective-C++",
          "UPC",
          "D",
          "Python",
          "OpenCL",
          "Go",
          "Modula-3",
          "Haskell",
          "C++03",
          "C++11",
          "OCaml",
          "Rust",
          "C11",
          "Swift",
          "Julia",
          "Dylan",
          "C++14",
          "Fortran 2003",
          "Fortran 2008",
          "RenderScript",
          "BLISS",
          "Kotlin",
          "Zig",
          "Crystal",
          "",
          "C++17",
          "C++20",
          "C17",
          "Fortran 2018",
          "Ada 2005",
          "Ada 2012",
          "HIP",
          "Assembly",
          "C#",
          "Mojo",
          "GLSL",
          "GLSL ES",
          "HLSL",
          "OpenCL C++",
          "C++ for OpenCL",
          "SYCL",
          "C++23",
          "Odin",
          "P4",
          "Metal",
          "C23",
          "Fortran 2023",
          "Ruby",
          "Move",
          "Hylo");

  /** What assemblers say, whatever the machine: {@code DW_LANG_Mips_Assembler}. */
  private static final int ASSEMBLER = 0x8001;

  private static final int DELPHI = 0xb000;

  private DwarfLanguages() {}

  /** The name of a language; empty if it has no number, else a number if nobody knows it. */
  public static String name(long number) {
    if (number < 1) {
      return "";
    }
    if (number <= NAMES.size() && !NAMES.get((int) number - 1).isEmpty()) {
      return NAMES.get((int) number - 1);
    }
    if (number == ASSEMBLER) {
      return "Assembly";
    }
    return number == DELPHI
        ? "Delphi"
        : String.format(Locale.ROOT, "language 0x%x", number & 0xFFFF_FFFFL);
  }

  /** Whether a language has neither namespaces nor classes, so that names are not qualified. */
  public static boolean isFlat(long number) {
    return switch ((int) number) {
      case 0x1, 0x2, 0xc, 0x1d, 0x2c, 0x3e, 0x31, ASSEMBLER -> true;
      default -> false;
    };
  }
}
