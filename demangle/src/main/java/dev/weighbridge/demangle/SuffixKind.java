package dev.weighbridge.demangle;

/** What a compiler or linker said by words it put behind a symbol name. */
public enum SuffixKind {
  /** {@code .cold}, {@code .cold.N}: the unlikely part of a function, split off. */
  COLD,

  /** {@code .part.N}: a part of a function that GCC split off. */
  PART,

  /** {@code .isra.N}: GCC changed the parameters. */
  ISRA,

  /** {@code .constprop.N}: a copy for constant arguments. */
  CONSTANT_PROPAGATION,

  /** {@code .specialized.N}: a copy that LLVM made for certain arguments. */
  SPECIALIZED,

  /** {@code .argprom}: LLVM passes values instead of pointers. */
  ARGUMENT_PROMOTION,

  /** {@code .lto_priv.N}: a local name made unique by GCC's link-time optimisation. */
  LTO_PRIVATE,

  /** {@code .llvm.N}: a local name made global and unique by ThinLTO. */
  LLVM_PROMOTED,

  /** {@code .uniq.N}, {@code .__uniq.N}: a local name made unique by its module. */
  UNIQUE,

  /** {@code .localalias}: a second, local name for a function. */
  LOCAL_ALIAS,

  /** {@code .clone.N}, {@code [clone …]}: a copy of a function. */
  CLONE,

  /** {@code .merged}: LLVM merged similar functions into this one. */
  MERGED,

  /** {@code .N}: one of several of one name. */
  NUMBER,

  /** {@code $tlv$init}: the initial value of a thread-local variable in Mach-O. */
  THREAD_LOCAL_INITIAL,

  /** {@code externref shim} and its like: a wrapper made by wasm-bindgen. */
  WASM_SHIM,

  /** Anything else behind the end of a mangled name. */
  OTHER
}
