package dev.weighbridge.wasm.items;

/**
 * A function that a module defines: its entry in the function section and its body in the code
 * section. Core specification 5.5.6, 5.5.13.
 *
 * @param index its index among all functions, imported ones first
 * @param typeIndex its type; -1 if the function section is too short
 * @param entryStart first byte of its entry in the function section, or -1
 * @param entryEnd end of that entry, exclusive, or -1
 * @param bodyStart first byte of its body, the size prefix; -1 if the code section is too short
 * @param codeStart first byte behind the size prefix: the declaration of its locals; or -1
 * @param bodyEnd end of its body, exclusive, or -1
 */
public record WasmFunction(
    int index,
    int typeIndex,
    long entryStart,
    long entryEnd,
    long bodyStart,
    long codeStart,
    long bodyEnd) {

  /** Bytes of its body with the size prefix. */
  public long bodySize() {
    return bodyEnd - bodyStart;
  }
}
