package dev.weighbridge.language;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeOptionalHeader;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Weighs the signs of a file against each other. */
final class OriginFinder {
  /** Names of which one alone may be chance. */
  private static final int SOME = 2;

  /** A program with so many times more names of C++ than of Rust has a part in Rust, no more. */
  private static final int MANY_TIMES = 4;

  /** Languages whose compilers drive the linker themselves, strongest sign first. */
  private static final List<Driver> DRIVERS =
      List.of(
          new Driver(Language.HASKELL, Toolchain.GHC),
          new Driver(Language.OCAML, Toolchain.OCAML),
          new Driver(Language.PASCAL, Toolchain.FREE_PASCAL),
          new Driver(Language.CRYSTAL, Toolchain.CRYSTAL),
          new Driver(Language.NIM, Toolchain.NIM),
          new Driver(Language.ADA, Toolchain.GNAT),
          new Driver(Language.D, Toolchain.D),
          new Driver(Language.ZIG, Toolchain.ZIG),
          new Driver(Language.FORTRAN, Toolchain.GFORTRAN));

  private record Driver(Language language, Toolchain toolchain) {}

  private final Attribution attribution;
  private final BinaryFile file;
  private final NameSigns names;
  private final Set<Language> languages = EnumSet.noneOf(Language.class);
  private final Toolchain toolchain;
  private boolean hasGcc;
  private boolean hasClang;
  private boolean hasRustc;
  private boolean isByLld;
  private boolean isBound;
  private boolean isTinyGo;
  private boolean isEmscripten;

  OriginFinder(Attribution attribution) {
    this.attribution = attribution;
    file = attribution.file();
    names = new NameSigns(file);
    isTinyGo = names.isTinyGo();
    isEmscripten = names.isEmscripten();
    takeSigns();
    toolchain = weigh();
    takeC();
  }

  private void takeSigns() {
    languages.addAll(SectionSigns.sections(file));
    languages.addAll(SectionSigns.libraries(file));
    for (Language language : Language.values()) {
      if (names.count(language) >= SOME) {
        languages.add(language);
      }
    }
    file.as(ElfFile.class).ifPresent(elf -> elf.comments().forEach(this::comment));
    Producers.of(file).forEach(this::producer);
    if (file.hasBytes()) {
      texts();
    }
  }

  /** Where a C compiler worked and nothing tells of another language, the language is C. */
  private void takeC() {
    boolean isOfC =
        toolchain == Toolchain.GCC
            || toolchain == Toolchain.CLANG
            || toolchain == Toolchain.MSVC
            || toolchain == Toolchain.MINGW
            || toolchain == Toolchain.EMSCRIPTEN;
    if (names.hasSourcesOfC() || (isOfC && languages.isEmpty())) {
      languages.add(Language.C);
    }
  }

  /** What made most of the file. */
  Toolchain toolchain() {
    return toolchain;
  }

  /** What is in it. */
  Set<Language> languages() {
    return languages;
  }

  /** Whether LLD has left its name. */
  boolean isByLld() {
    return isByLld;
  }

  private void comment(String text) {
    if (text.startsWith("rustc version ")) {
      hasRustc = true;
      languages.add(Language.RUST);
    } else if (text.startsWith("GCC: ")) {
      hasGcc = true;
    } else if (text.contains("LLD ") && text.startsWith("Linker:")) {
      isByLld = true;
    } else if (text.contains("clang version ")) {
      hasClang = true;
    } else if (text.startsWith("ldc version ")) {
      languages.add(Language.D);
    } else if (text.startsWith("GHC ")) {
      languages.add(Language.HASKELL);
    }
  }

  private void producer(String name) {
    switch (name) {
      case "Rust", "rustc" -> {
        hasRustc = true;
        languages.add(Language.RUST);
      }
      case "wasm-bindgen" -> isBound = true;
      case "clang" -> hasClang = true;
      case "AssemblyScript" -> languages.add(Language.ASSEMBLYSCRIPT);
      case "Go" -> languages.add(Language.GO);
      case "TinyGo" -> {
        isTinyGo = true;
        languages.add(Language.GO);
      }
      case "Zig" -> languages.add(Language.ZIG);
      case "Swift" -> languages.add(Language.SWIFT);
      case "Emscripten" -> isEmscripten = true;
      default -> {
        if (name.startsWith("C_plus_plus")) {
          languages.add(Language.CPP);
        } else if (name.matches("C[0-9]{2}")) {
          languages.add(Language.C);
        }
      }
    }
  }

  private void texts() {
    ByteMarkers markers = ByteMarkers.of(attribution);
    if (isRust(markers)) {
      languages.add(Language.RUST);
    }
    if (markers.has(ByteMarker.GO_BUILD_INFORMATION) || markers.has(ByteMarker.GO_MODULES)) {
      languages.add(Language.GO);
    }
    if (markers.count(ByteMarker.ASSEMBLYSCRIPT_LIBRARY) > 0 && file.format().equals("Wasm")) {
      languages.add(Language.ASSEMBLYSCRIPT);
    }
    if (markers.has(ByteMarker.HASKELL_RUNTIME) && markers.has(ByteMarker.HASKELL_OPTIONS)) {
      languages.add(Language.HASKELL);
    }
    if (markers.has(ByteMarker.OCAML_RUNTIME)) {
      languages.add(Language.OCAML);
    }
    if (file.as(PeFile.class).filter(pe -> pe.clrHeader().isPresent()).isPresent()) {
      languages.add(Language.DOTNET);
    }
  }

  /** Paths of the compiler's own sources in messages, or the variable its library reads. */
  private boolean isRust(ByteMarkers markers) {
    return isSourceOfRust(markers.first(ByteMarker.RUSTC_PATH))
        || markers.has(ByteMarker.LIBRARY_PATH)
        || markers.has(ByteMarker.PANIC_RUNTIME)
        || markers.has(ByteMarker.UNSAFE_PRECONDITION)
        || (markers.has(ByteMarker.BACKTRACE_VARIABLE) && markers.has(ByteMarker.PANICKED_AT));
  }

  /** A commit or a version follows; other programs have the path as a pattern. */
  private boolean isSourceOfRust(long path) {
    long next = path + ByteMarker.RUSTC_PATH.text().length();
    return path >= 0 && next < file.fileSize() && Character.digit(file.bytes().u8(next), 16) >= 0;
  }

  private Toolchain weigh() {
    if (languages.contains(Language.DOTNET)) {
      return Toolchain.DOTNET;
    }
    if (languages.contains(Language.ASSEMBLYSCRIPT)) {
      return Toolchain.ASSEMBLYSCRIPT;
    }
    if (languages.contains(Language.GO)) {
      return isTinyGo ? Toolchain.TINYGO : Toolchain.GO;
    }
    if (isEmscripten) {
      return Toolchain.EMSCRIPTEN;
    }
    if (isMostlyRust()) {
      return isBound ? Toolchain.WASM_BINDGEN : Toolchain.RUSTC;
    }
    if (languages.contains(Language.SWIFT)) {
      return Toolchain.SWIFT;
    }
    for (Driver driver : DRIVERS) {
      if (languages.contains(driver.language())) {
        return driver.toolchain();
      }
    }
    return ofC();
  }

  private boolean isMostlyRust() {
    int rust = names.count(Language.RUST);
    int cpp = names.count(Language.CPP);
    boolean isMinor = rust > 0 && !hasRustc && cpp / MANY_TIMES > rust;
    return languages.contains(Language.RUST) && !isMinor;
  }

  private Toolchain ofC() {
    return switch (file.format()) {
      case "Mach-O" -> Toolchain.CLANG;
      case "PE" -> windows();
      default ->
          // A Clang that links with GNU's start-up files leaves both comments.
          hasClang ? Toolchain.CLANG : hasGcc ? Toolchain.GCC : Toolchain.UNKNOWN;
    };
  }

  /** GNU ld writes its own version, which is below 3; so does Go, which is known by then. */
  private Toolchain windows() {
    PeFile pe = file.as(PeFile.class).orElse(null);
    ByteMarkers markers = file.hasBytes() ? ByteMarkers.of(attribution) : null;
    if (markers != null
        && (markers.has(ByteMarker.MINGW_RUNTIME) || markers.has(ByteMarker.GCC_COMMENT))) {
      return Toolchain.MINGW;
    }
    if (pe == null || pe.optionalHeader().isEmpty()) {
      return Toolchain.UNKNOWN;
    }
    if (pe.richHeader().isPresent()) {
      return Toolchain.MSVC;
    }
    PeOptionalHeader header = pe.optionalHeader().get();
    String version = header.linkerVersion();
    boolean isGnu = version.startsWith("2.");
    boolean isMicrosoft = version.startsWith("14.");
    return isGnu ? Toolchain.MINGW : isMicrosoft ? Toolchain.MSVC : Toolchain.UNKNOWN;
  }
}
