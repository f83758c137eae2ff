package dev.weighbridge.lint.wording;

/** Where the advice is explained at length. */
public final class Guide {
  /** The profile settings of Cargo. */
  public static final String PROFILES = "https://doc.rust-lang.org/cargo/reference/profiles.html#";

  /** Settings of Cargo that only nightly versions have. */
  public static final String UNSTABLE = "https://doc.rust-lang.org/cargo/reference/unstable.html#";

  /** The options of code generation of rustc. */
  public static final String CODEGEN =
      "https://doc.rust-lang.org/rustc/codegen-options/index.html#";

  /** The guide to small Rust programs. */
  public static final String SMALL = "https://github.com/johnthagen/min-sized-rust#";

  /** The manual of GNU ld, whose options LLD shares. */
  public static final String LD = "https://sourceware.org/binutils/docs/ld/Options.html";

  private Guide() {}
}
