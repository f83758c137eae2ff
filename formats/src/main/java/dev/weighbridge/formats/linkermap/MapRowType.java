package dev.weighbridge.formats.linkermap;

/** What a range of a map is. */
public enum MapRowType {
  /** A section of an object file. */
  INPUT,
  /** What the linker made itself: tables, stubs, strings merged from many objects. */
  MADE,
  /** Bytes that only align what follows. */
  FILL
}
