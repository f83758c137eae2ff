package dev.weighbridge.language;

/** A source language. */
public enum Language {
  /** Rust. */
  RUST("Rust"),
  /** C; also where a C compiler worked and nothing tells of another language. */
  C("C"),
  /** C++. */
  CPP("C++"),
  /** Objective-C. */
  OBJECTIVE_C("Objective-C"),
  /** Go. */
  GO("Go"),
  /** Swift. */
  SWIFT("Swift"),
  /** Zig. */
  ZIG("Zig"),
  /** D. */
  D("D"),
  /** Ada. */
  ADA("Ada"),
  /** Fortran. */
  FORTRAN("Fortran"),
  /** OCaml. */
  OCAML("OCaml"),
  /** Haskell. */
  HASKELL("Haskell"),
  /** Nim. */
  NIM("Nim"),
  /** Pascal, of Free Pascal. */
  PASCAL("Pascal"),
  /** Crystal. */
  CRYSTAL("Crystal"),
  /** AssemblyScript. */
  ASSEMBLYSCRIPT("AssemblyScript"),
  /** A language of the .NET runtime. */
  DOTNET(".NET");

  private final String text;

  Language(String text) {
    this.text = text;
  }

  /** The name as people write it: {@code C++}. */
  public String text() {
    return text;
  }
}
