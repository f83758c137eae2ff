package dev.weighbridge.wasm.items;

/** When the content of a data or element segment is used. */
public enum SegmentMode {
  /** Copied when the module is instantiated. */
  ACTIVE,
  /** Copied by an instruction. */
  PASSIVE,
  /** Only declares that references to its functions are taken. */
  DECLARATIVE
}
