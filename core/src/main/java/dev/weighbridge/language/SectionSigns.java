package dev.weighbridge.language;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the names of sections and of needed libraries tell. */
final class SectionSigns {
  /** A text in a name, and the language whose compilers alone write it. */
  private record Sign(String part, Language language) {}

  private static final List<Sign> SECTIONS =
      List.of(
          new Sign(".go.buildinfo", Language.GO),
          new Sign(".gopclntab", Language.GO),
          new Sign(".note.go.buildid", Language.GO),
          new Sign("__go_buildinfo", Language.GO),
          new Sign("__gopclntab", Language.GO),
          new Sign("swift5_", Language.SWIFT),
          new Sign(".sw5", Language.SWIFT),
          new Sign("__objc_", Language.OBJECTIVE_C),
          new Sign("__minfo", Language.D),
          new Sign(".minfo", Language.D),
          new Sign(".fpcdata", Language.PASCAL));

  private static final List<Sign> LIBRARIES =
      List.of(
          new Sign("libstdc++", Language.CPP),
          new Sign("libc++", Language.CPP),
          new Sign("msvcp", Language.CPP),
          new Sign("libgfortran", Language.FORTRAN),
          new Sign("libgnat-", Language.ADA),
          new Sign("libphobos", Language.D),
          new Sign("libdruntime", Language.D),
          new Sign("libgo.so", Language.GO),
          new Sign("libswiftcore", Language.SWIFT),
          new Sign("swiftcore", Language.SWIFT),
          new Sign("libobjc.", Language.OBJECTIVE_C));

  private SectionSigns() {}

  /** The languages that a file's sections tell of. */
  static Set<Language> sections(BinaryFile file) {
    Set<Language> found = EnumSet.noneOf(Language.class);
    for (BinaryImage image : file.images()) {
      for (int row = 0; row < image.sections().count(); row++) {
        take(image.sections().row(row).name(), SECTIONS, found);
      }
    }
    return found;
  }

  /** The languages whose run-time libraries a file needs. */
  static Set<Language> libraries(BinaryFile file) {
    Set<Language> found = EnumSet.noneOf(Language.class);
    for (BinaryImage image : file.images()) {
      for (String library : image.neededLibraries()) {
        String name = library.substring(library.lastIndexOf('/') + 1);
        take(name.toLowerCase(Locale.ROOT), LIBRARIES, found);
        if (isRustLibrary(name)) {
          found.add(Language.RUST);
        }
      }
    }
    return found;
  }

  /** The shared standard library of Rust carries the hash of its build in its name. */
  static boolean isRustLibrary(String name) {
    return name.startsWith("libstd-") || name.startsWith("std-");
  }

  private static void take(String name, List<Sign> signs, Set<Language> found) {
    for (Sign sign : signs) {
      if (name.contains(sign.part())) {
        found.add(sign.language());
      }
    }
  }
}
