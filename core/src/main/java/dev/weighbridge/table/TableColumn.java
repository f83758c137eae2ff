package dev.weighbridge.table;

import java.util.List;

/** A column of the table, in the order of the schema. */
public enum TableColumn {
  /** Name and version of the schema, {@link TableSchema#NAME}. */
  SCHEMA("schema", Role.FILE),
  /** The file, by the name that it was given. */
  FILE("file", Role.FILE),
  /** Why the file could not be weighed; such a file has no other row. */
  ERROR("error", Role.FILE),
  /** The format of the binary: {@code ELF}; absent for what is none. */
  FORMAT("format", Role.FILE),
  /** The machine of the binary: {@code x86_64}; several are joined with {@code +}. */
  MACHINE("machine", Role.FILE),
  /** The layer of an image or archive in another package; absent outside packages. */
  LAYER("layer", Role.LEVEL),
  /** The path in a package; absent outside packages. */
  ENTRY("entry", Role.LEVEL),
  /** The section; where there is none, what the bytes are, in brackets. */
  SECTION("section", Role.LEVEL),
  /** What the bytes are: {@code code}. */
  KIND("kind", Role.LEVEL),
  /** How sure that is: {@code exact}, {@code inferred}, {@code referenced}, {@code residual}. */
  BASIS("basis", Role.LEVEL),
  /** What tells whose the bytes are: {@code symbol}, {@code section}. */
  EVIDENCE("evidence", Role.LEVEL),
  /** The crate of Rust or module of Go; of other bytes, what they are, in brackets. */
  CRATE("crate", Role.LEVEL),
  /** The version of the crate or module; absent where the file does not tell it. */
  VERSION("version", Role.LEVEL),
  /** The library that code is from, as debug information or a linker map tells. */
  LIBRARY("library", Role.LEVEL),
  /** The package of Go or module path of Rust. */
  PACKAGE("package", Role.LEVEL),
  /** The unit of debug information. */
  UNIT("unit", Role.LEVEL),
  /** The function, with its closures and the pieces that compilers split off. */
  FUNCTION("function", Role.LEVEL),
  /** The generic item, all copies as one. */
  GENERIC("generic", Role.LEVEL),
  /** Bytes in the file; in a package once unpacked. */
  FILE_SIZE("fileSize", Role.MEASURE),
  /** Bytes in memory at run time. */
  MEMORY_SIZE("memorySize", Role.MEASURE),
  /** Bytes that travel; of a package those of it, of other files compressed as was asked. */
  SHIPPED("shipped", Role.MEASURE),
  /** Bytes of debug information about it. */
  DEBUG("debug", Role.MEASURE),
  /** Bytes of code that were inlined from another function. */
  INLINED("inlined", Role.MEASURE);

  private enum Role {
    FILE,
    LEVEL,
    MEASURE
  }

  private static final List<TableColumn> ALL = List.of(values());

  private final String key;
  private final Role role;

  TableColumn(String key, Role role) {
    this.key = key;
    this.role = role;
  }

  /** All of them, in the order of the schema. */
  public static List<TableColumn> all() {
    return ALL;
  }

  /** The word at the head of the column: {@code fileSize}. */
  public String key() {
    return key;
  }

  /** Whether values are whole numbers, 0 or more; else they are texts that are not empty. */
  public boolean isNumber() {
    return role == Role.MEASURE;
  }

  /** Whether a shape may ask for it, as rows get more by it. */
  public boolean isLevel() {
    return role == Role.LEVEL;
  }
}
