package dev.weighbridge.wasm.operators;

/** Is told each reference that {@link CodeReferences} finds, in the order of the code. */
@FunctionalInterface
public interface ReferenceVisitor {
  /**
   * One reference.
   *
   * @param kind how the operator refers
   * @param position where the operator starts, from the start of the module
   * @param target the index, constant or address referred to, as {@code kind} says
   * @param space the table of an indirect call, the memory of an address or offset; otherwise 0
   */
  void reference(ReferenceKind kind, long position, long target, long space);
}
