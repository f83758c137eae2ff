package dev.weighbridge.lint.advice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where each rule applies, by format, machine, toolchain, languages and role of a file. A file that
 * no row of a rule covers gets nothing of that rule: its advice would break the file or do nothing.
 */
final class Scopes {
  /** Names for several words of the table. */
  private static final Map<String, String> GROUPS =
      Map.of(
          "RUST", "rustc wasm-bindgen",
          "UNIX", "gcc clang gnat gnu-fortran d nim",
          "C", "gcc clang mingw msvc emscripten",
          "IMAGE", "program library",
          "CODE", "program library bare firmware");

  /**
   * A rule, and behind each bar what it is for; {@code *} is all. Languages: all that are in the
   * file must be named, and the file must tell some.
   */
  private static final String TABLE =
      """
      debug-build           | *           | *                   | RUST           | *          | CODE
      strip-debug           | *           | *                   | *              | *          | IMAGE
      debug-compression     | elf         | *                   | *              | *          | IMAGE
      debug-repeats         | elf         | *                   | *              | *          | IMAGE
      debug-detail          | *           | *                   | RUST C         | *          | IMAGE
      debug-split           | elf         | *                   | RUST C         | *          | IMAGE
      strip-symbols         | *           | *                   | *              | *          | IMAGE
      lto                   | *           | *                   | RUST           | *          | CODE
      opt-size              | *           | *                   | RUST           | *          | CODE
      panic-unwind          | *           | *                   | RUST           | *          | IMAGE
      prebuilt-std          | *           | *                   | RUST           | *          | CODE
      backtrace-symboliser  | *           | *                   | RUST           | *          | IMAGE
      panic-formatting      | *           | *                   | RUST           | *          | IMAGE
      panic-locations       | *           | *                   | RUST           | *          | CODE
      unwind-tables         | elf         | *                   | RUST           | *          | IMAGE
      fmt-debug             | *           | *                   | RUST           | *          | CODE
      fmt-in-tiny           | *           | *                   | RUST           | *          | CODE
      float-formatting      | *           | *                   | RUST           | *          | CODE
      prefer-dynamic        | *           | *                   | RUST           | *          | IMAGE
      duplicate-crates      | *           | *                   | RUST           | *          | CODE
      crate-versions        | *           | *                   | RUST           | *          | CODE
      default-features      | *           | *                   | RUST           | *          | CODE
      optional-features     | *           | *                   | RUST           | *          | CODE
      heavy-crates          | *           | *                   | RUST           | *          | CODE
      bundled-allocator     | *           | *                   | *              | *          | IMAGE
      costly-generics       | *           | *                   | RUST           | *          | CODE
      costly-generics       | *           | *                   | C              | c++ c rust | CODE
      unreferenced-code     | elf mach-o pe | *                 | RUST C unknown | rust c c++ | IMAGE
      unreferenced-code     | wasm        | *                   | *              | *          | program
      identical-functions   | elf         | x86_64 aarch64      | RUST UNIX      | rust c c++ d | IMAGE
      identical-functions   | pe          | *                   | RUST msvc      | rust c c++ | IMAGE
      identical-functions   | wasm        | *                   | *              | *          | program
      dead-exception-tables | elf         | *                   | RUST UNIX      | *          | IMAGE
      duplicate-data        | *           | *                   | RUST C unknown | rust c c++ | CODE
      large-constants       | *           | *                   | *              | *          | CODE
      pack-relocations      | elf         | x86_64 i386 aarch64 | RUST UNIX unknown | *       | IMAGE
      section-padding       | elf         | x86_64 i386         | RUST UNIX unknown | *       | IMAGE
      hash-style            | elf         | *                   | RUST UNIX unknown | *       | IMAGE
      build-paths           | *           | *                   | *              | *          | CODE
      upx-packed            | elf pe mach-o | *                 | *              | *          | *
      compression           | *           | *                   | *              | *          | CODE
      wasm-opt              | wasm        | *                   | *              | *          | program
      wasm-sections         | wasm        | *                   | *              | *          | program component
      wasm-zero-data        | wasm        | *                   | *              | *          | program
      page-rounding         | mach-o      | *                   | RUST clang swift | *        | IMAGE
      pe-debug-directory    | pe          | *                   | RUST msvc      | *          | IMAGE
      pe-base-relocations   | pe          | *                   | RUST C         | *          | IMAGE
      bare-panic-formatting | elf         | *                   | RUST           | *          | firmware
      bare-float-printing   | elf         | *                   | *              | *          | firmware
      bare-unwind-tables    | elf         | *                   | *              | *          | firmware
      memory-functions      | elf         | *                   | *              | *          | firmware
      core-copies           | elf         | *                   | *              | *          | firmware
      section-order         | elf         | *                   | *              | *          | firmware
      region-holes          | elf         | *                   | *              | *          | firmware
      """;

  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int COLUMNS = 6;
  private static final Map<String, List<Scope>> BY_RULE = read();

  private Scopes() {}

  /** The rows of a rule; none if the table does not know it. */
  static List<Scope> of(String rule) {
    return BY_RULE.getOrDefault(rule, List.of());
  }

  private static Map<String, List<Scope>> read() {
    Map<String, List<Scope>> rows = new HashMap<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = BAR.split(line, -1);
      if (cells.length != COLUMNS) {
        throw new IllegalStateException("expected 6 cells, found " + line);
      }
      Scope scope =
          new Scope(
              words(cells[1]), words(cells[2]), words(cells[3]), words(cells[4]), words(cells[5]));
      rows.merge(
          cells[0].strip(),
          List.of(scope),
          (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    return rows;
  }

  private static Set<String> words(String cell) {
    Set<String> words = new HashSet<>();
    for (String word : SPACES.split(cell.strip(), -1)) {
      String meaning = GROUPS.getOrDefault(word, word);
      if (!meaning.equals("*")) {
        words.addAll(List.of(SPACES.split(meaning, -1)));
      }
    }
    return words;
  }
}
