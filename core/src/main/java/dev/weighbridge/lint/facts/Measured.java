package dev.weighbridge.lint.facts;

import dev.weighbridge.lint.Saving;

/**
 * Shares that were measured by building programs twice: all constants of the advice, in one place.
 * The programs: {@code j2c} and {@code tally} (0.4 MB, see {@code PROVENANCE.md} of the advisor's
 * fixtures); a reader of settings (0.5 MB of code; toml, flate2, walkdir); a converter of images
 * (1.0 MB; image, flate2, toml); an analyser of tables (1.4 MB; clap, csv, regex, rayon); a server
 * (1.9 MB; tokio, hyper, rustls); fd 8.6; ripgrep 13. All x86-64 Linux, rustc 1.95, LLD, speed
 * level 3. The ends are the extremes seen among them, not more.
 */
public enum Measured {
  /**
   * {@code lto = "fat"} and one unit, of all bytes a stripped file needs.
   *
   * <p>8.5 to 15 % in eight of nine programs; 32 % of the server, of which whole features turned
   * out unused.
   */
  LTO_STRIPPED(0.08, 0.105, 0.16),
  /** The same, of the bytes of symbols and their names. */
  LTO_NAMES(0.28, 0.33, 0.45),
  /**
   * Level z behind link-time optimisation, of the code outside the standard library, stripped:
   * eight of eight.
   */
  SIZE_WITH_LTO_STRIPPED(0.35, 0.39, 0.45),
  /** The same of a file that keeps its names: code that is no longer inlined brings names. */
  SIZE_WITH_LTO(0.24, 0.30, 0.37),
  /** Level s or z without link-time optimisation, stripped: five of five. */
  SIZE_APART_STRIPPED(0.12, 0.20, 0.27),
  /**
   * {@code wasm-opt -Oz} (Binaryen 123) on modules that a tool has written anew behind the linker,
   * of all code: 7 and 20 % in two of wasm-bindgen.
   */
  WASM_OPT_REWRITTEN(0.07, 0.13, 0.20);

  private static final long USUAL_RUNTIME = 1_800;
  private static final long LARGEST_RUNTIME = 4_600;

  private final double least;
  private final double usual;
  private final double most;

  Measured(double least, double usual, double most) {
    this.least = least;
    this.usual = usual;
    this.most = most;
  }

  /**
   * {@code wasm-opt -Oz} (Binaryen 123) behind the linker: the padding of numbers, which goes
   * exactly, and 0.27 times the bodies that are called from one place. In nine of nine modules it
   * was between 0.8 and 1.2 times that.
   *
   * @param padding never less than this
   */
  public static Saving ofWasmOpt(long padding, long oneCall, double confidence) {
    double point = padding + 0.27 * oneCall;
    return Saving.between(
        Math.max(Math.min(padding, Math.round(point)), Math.round(0.8 * point)),
        Math.round(point),
        Math.round(1.2 * point),
        confidence);
  }

  /**
   * A library compiled with the program: 29 kB of {@code j2c} (0.36 MB, for size), 82 kB of the
   * reader of settings (0.71 MB, for speed), 8.2 and 11.6 % of these. The library is of one size,
   * so larger programs save no more.
   *
   * @param needed bytes of the stripped file
   */
  public static Saving ofOwnLibrary(long needed, double confidence) {
    return Saving.between(
        Math.min(29_000, Math.round(0.07 * needed)),
        Math.min(55_000, Math.round(0.085 * needed)),
        Math.min(90_000, Math.round(0.13 * needed)),
        confidence);
  }

  /**
   * {@code panic = "immediate-abort"} with a rebuilt library. With the symboliser, which goes, too:
   * 233 kB of the reader of settings, 279 kB of the converter of images, 244 kB of {@code j2c};
   * without it 49 kB of {@code j2c}. Callers prepare messages, which takes about as much as the
   * records of their places.
   *
   * @param records bytes of the records of places, and of their paths
   * @param needed bytes of the stripped file, of which at most three quarters go
   */
  public static Saving ofPanicMessages(
      long records, boolean hasSymboliser, long needed, double confidence) {
    long most = 3 * needed / 4;
    return hasSymboliser
        ? Saving.between(
            Math.min(most, 215_000),
            Math.min(most, 225_000 + records),
            Math.min(most, 250_000 + 2 * records),
            confidence)
        : Saving.between(
            Math.min(most, 20_000 + records),
            Math.min(most, 25_000 + 2 * records),
            Math.min(most, 30_000 + 3 * records),
            confidence);
  }

  /**
   * What the symboliser takes along, of what the graph says that nothing else needs. A library
   * rebuilt without it lost 1.04 times (stripped) and 1.07 times (with names) what a graph of six
   * programs said; this graph says 2 to 6 % more than that one.
   */
  public static Saving ofSymboliser(long bytes, double confidence) {
    return Saving.between(Math.round(0.93 * bytes), bytes, Math.round(1.07 * bytes), confidence);
  }

  /**
   * The same where names do not tell: 184 to 190 kB in six programs of Rust 1.95, 195 kB in one of
   * a rebuilt library 1.96. It depends on the version of the library, hardly on the program.
   *
   * @param most no more than these bytes
   */
  public static Saving usualSymboliser(long most, double confidence) {
    return Saving.between(
        Math.min(most, 175_000), Math.min(most, 187_000), Math.min(most, 200_000), confidence);
  }

  /**
   * What aborting panics save, of what landing pads alone need.
   *
   * <p>1.0 to 1.25 times it in eleven of eleven builds, mostly 1.09 times; and the runtime that
   * throws and catches, which counts in small programs only: 0.3 to 4.3 kB in six builds of {@code
   * j2c} and {@code tally}.
   */
  public static Saving ofPads(long bytes, double confidence) {
    return Saving.between(
        bytes,
        Math.round(1.09 * bytes) + USUAL_RUNTIME,
        Math.round(1.25 * bytes) + LARGEST_RUNTIME,
        confidence);
  }

  /**
   * The saving on so many bytes.
   *
   * @param exact so much goes in any case
   */
  public Saving of(long bytes, long exact, double confidence) {
    long point = Math.max(exact, Math.round(usual * bytes));
    return Saving.between(
        Math.max(exact, Math.round(least * bytes)),
        point,
        Math.max(point, Math.round(most * bytes)),
        confidence);
  }

  /** The saving on something between two numbers of bytes. */
  public Saving ofBetween(long fewest, long mostBytes, double confidence) {
    long middle = (fewest + mostBytes) / 2;
    return Saving.between(
        Math.round(least * fewest),
        Math.round(usual * middle),
        Math.round(most * mostBytes),
        confidence);
  }
}
