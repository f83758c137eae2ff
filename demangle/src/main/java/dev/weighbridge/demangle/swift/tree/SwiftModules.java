package dev.weighbridge.demangle.swift.tree;

import org.jspecify.annotations.Nullable;

/** Whose source a symbol is of. */
public final class SwiftModules {
  private static final int DEEPEST = 128;

  private SwiftModules() {}

  /**
   * The module whose source a name is of: an instance of something generic is of the module that
   * has it, a witness of the module that says the type conforms.
   *
   * @return empty if the name tells of none: of thunks between types, of copies of values, of what
   *     is imported from C
   */
  public static String of(SwiftNode global) {
    SwiftNode node = subject(global);
    for (int depth = 0; node != null && depth < DEEPEST; depth++) {
      if (node.is(SwiftKind.MODULE)) {
        return node.text().startsWith("__C") ? "" : node.text();
      }
      node = inside(node);
    }
    return "";
  }

  /** What attributes are about. */
  private static @Nullable SwiftNode subject(SwiftNode parent) {
    for (SwiftNode child : parent.children()) {
      boolean isForwarder =
          child.is(SwiftKind.PARTIAL_APPLY) || child.is(SwiftKind.PARTIAL_APPLY_OBJC);
      if (isForwarder && child.count() > 0) {
        return subject(child);
      }
      if (!child.kind().isFunctionAttribute() && !child.is(SwiftKind.SUFFIX)) {
        return child;
      }
    }
    return null;
  }

  private static @Nullable SwiftNode inside(SwiftNode node) {
    return switch (node.kind()) {
      case CONFORMANCE -> node.child(2);
      case FIELD_OFFSET,
          VALUE_WITNESS,
          GENERIC_TYPE,
          ANONYMOUS_CONTEXT,
          AUTODIFF,
          AUTODIFF_VTABLE_THUNK,
          DIFFERENTIABILITY_WITNESS ->
          node.child(1);
      case ASSOCIATED_TYPE_DESCRIPTOR, DEFAULT_ASSOCIATED_ACCESSOR -> protocol(node.child(0));
      default -> isOfContext(node.kind()) && node.count() > 0 ? node.child(0) : null;
    };
  }

  private static @Nullable SwiftNode protocol(SwiftNode name) {
    return name.count() > 1 ? name.child(1) : null;
  }

  /** Whether the first child is what it is about, or in. */
  private static boolean isOfContext(SwiftKind kind) {
    boolean isBound =
        kind.compareTo(SwiftKind.BOUND_CLASS) >= 0 && kind.compareTo(SwiftKind.BOUND_FUNCTION) <= 0;
    boolean isDescriptor =
        kind.compareTo(SwiftKind.METADATA) >= 0
            && kind.compareTo(SwiftKind.GLOBAL_INSTANTIATION_CACHE) <= 0
            && kind != SwiftKind.METADATA_CACHE
            && kind != SwiftKind.METADATA_DEMANGLING_CACHE;
    boolean isTable =
        kind.compareTo(SwiftKind.VALUE_WITNESS_TABLE) >= 0
            && kind.compareTo(SwiftKind.SELF_WITNESS_TABLE) <= 0;
    return kind.isEntity()
        || isBound
        || isDescriptor
        || isTable
        || switch (kind) {
          case CURRY_THUNK,
              DISPATCH_THUNK,
              METHOD_DESCRIPTOR,
              VTABLE_THUNK,
              PROTOCOL_WITNESS,
              SELF_WITNESS,
              REQUIREMENTS_BASE,
              ASSOCIATED_CONFORMANCE_DESCRIPTOR,
              DEFAULT_ASSOCIATED_CONFORMANCE,
              BASE_CONFORMANCE_DESCRIPTOR,
              ASSOCIATED_METADATA_ACCESSOR,
              ASSOCIATED_WITNESS_ACCESSOR,
              BASE_WITNESS_ACCESSOR,
              ONCE_FUNCTION,
              ONCE_TOKEN,
              KEY_PATH_GETTER,
              KEY_PATH_SETTER,
              TYPE_MANGLING,
              EXTENSION ->
              true;
          default -> false;
        };
  }
}
