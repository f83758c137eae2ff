package dev.weighbridge.language;

import java.util.Locale;

/** The tools that made a file: a compiler with the linker that comes with it. */
public enum Toolchain {
  /** The Rust compiler, mostly driven by Cargo. */
  RUSTC("rustc"),
  /** The Rust compiler and wasm-bindgen behind it. */
  WASM_BINDGEN("wasm-bindgen"),
  /** GCC, for a system other than Windows. */
  GCC("GCC"),
  /** Clang with the options of GCC, Apple's included. */
  CLANG("Clang"),
  /** Microsoft's compiler or linker, or LLVM's with the same options. */
  MSVC("MSVC"),
  /** GCC or Clang for Windows. */
  MINGW("MinGW"),
  /** The Go compiler and linker. */
  GO("Go"),
  /** TinyGo. */
  TINYGO("TinyGo"),
  /** The Swift compiler. */
  SWIFT("Swift"),
  /** The Zig compiler. */
  ZIG("Zig"),
  /** LDC, DMD or GDC. */
  D("D"),
  /** GNAT, the Ada compiler of GCC. */
  GNAT("GNAT"),
  /** GNU Fortran. */
  GFORTRAN("GNU Fortran"),
  /** The native compiler of OCaml. */
  OCAML("OCaml"),
  /** The Glasgow Haskell Compiler. */
  GHC("GHC"),
  /** Nim, which lets a C compiler work. */
  NIM("Nim"),
  /** Free Pascal. */
  FREE_PASCAL("Free Pascal"),
  /** The Crystal compiler. */
  CRYSTAL("Crystal"),
  /** Emscripten. */
  EMSCRIPTEN("Emscripten"),
  /** The AssemblyScript compiler. */
  ASSEMBLYSCRIPT("AssemblyScript"),
  /** A compiler for the .NET runtime. */
  DOTNET(".NET"),
  /** The file does not tell. */
  UNKNOWN("unknown");

  private final String text;

  Toolchain(String text) {
    this.text = text;
  }

  /** The name as people write it: {@code MinGW}. */
  public String text() {
    return text;
  }

  /** The word of tables and settings: {@code gnu-fortran}. */
  public String key() {
    return text.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** Whether rustc made it, whatever worked on it afterwards. */
  public boolean isRust() {
    return this == RUSTC || this == WASM_BINDGEN;
  }
}
