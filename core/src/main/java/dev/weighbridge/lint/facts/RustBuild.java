package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.language.ByteMarker;
import dev.weighbridge.language.ByteMarkers;
import dev.weighbridge.language.FileOrigin;
import java.util.List;
import java.util.Optional;

/**
 * How a Rust program was built, as far as its file tells.
 *
 * @param isRust whether rustc made it; a program of another language may have a part in Rust
 * @param compiler what the compiler calls itself, if it left that
 * @param isDebugBuild whether it has the checks of unsafe code that only debug builds have
 * @param isStdDynamic whether the standard library is a separate file
 * @param hasBacktraces whether the code that resolves backtraces to names is in it
 * @param panicsUnwind whether panics unwind; they abort otherwise
 * @param formatsPanics whether panics are formatted and printed
 */
public record RustBuild(
    boolean isRust,
    Optional<String> compiler,
    boolean isDebugBuild,
    boolean isStdDynamic,
    boolean hasBacktraces,
    boolean panicsUnwind,
    boolean formatsPanics) {
  private static final DerivedKey<RustBuild> KEY = new Key();

  /**
   * So many messages of checks a debug build has at least; a release build may have one or two, of
   * a dependency that is compiled with checks or that prints them.
   */
  private static final int SOME_CHECKS = 3;

  private record Key() implements DerivedKey<RustBuild> {
    @Override
    public String name() {
      return "build of a Rust program";
    }

    @Override
    public RustBuild derive(Attribution attribution, Work work) {
      return RustBuild.find(attribution);
    }
  }

  /** How a file was built. */
  public static RustBuild of(Attribution attribution) {
    return attribution.get(KEY);
  }

  private static RustBuild find(Attribution attribution) {
    ByteMarkers markers = ByteMarkers.of(attribution);
    Optional<String> compiler = compiler(attribution);
    boolean isStdDynamic = needsStd(attribution);
    boolean isRust = FileOrigin.of(attribution).toolchain().isRust();
    boolean hasSymboliser =
        markers.has(ByteMarker.DEBUG_ABBREV)
            && (markers.has(ByteMarker.DEBUG_FOLDER) || markers.has(ByteMarker.BACKTRACE_VARIABLE));
    int checks =
        markers.count(ByteMarker.UNSAFE_PRECONDITION) + markers.count(ByteMarker.OVERFLOW_CHECK);
    boolean unwinds =
        markers.has(ByteMarker.EXCEPTION_CLASS) || markers.has(ByteMarker.EXCEPTION_CLASS_REVERSED);
    return new RustBuild(
        isRust,
        compiler,
        isRust && markers.has(ByteMarker.UNSAFE_PRECONDITION) && checks >= SOME_CHECKS,
        isStdDynamic,
        isRust && hasSymboliser,
        isRust && (unwinds || refersTo(attribution, "_Unwind_RaiseException")),
        isRust && markers.has(ByteMarker.PANICKED_AT));
  }

  private static Optional<String> compiler(Attribution attribution) {
    Optional<ElfFile> elf = attribution.file().as(ElfFile.class);
    if (elf.isPresent()) {
      for (String comment : elf.get().comments()) {
        if (comment.startsWith("rustc version ")) {
          return Optional.of(comment.substring("rustc version ".length()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean needsStd(Attribution attribution) {
    for (BinaryImage image : attribution.file().images()) {
      for (String library : image.neededLibraries()) {
        String name = library.substring(library.lastIndexOf('/') + 1);
        if (name.startsWith("libstd-") || name.startsWith("std-")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether another file is to provide a symbol of this name; versions do not count. */
  private static boolean refersTo(Attribution attribution, String name) {
    for (BinaryImage image : attribution.file().images()) {
      SymbolTable symbols = image.symbols();
      for (int row = 0; row < symbols.count(); row++) {
        if (symbols.section(row) == SymbolTable.UNDEFINED
            && symbols.nameLength(row) >= name.length()
            && symbols.nameLength(row) <= name.length() + 24
            && List.of(name, "_" + name).contains(withoutVersion(symbols.name(row)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String withoutVersion(String name) {
    int at = name.indexOf('@');
    return at < 0 ? name : name.substring(0, at);
  }
}
