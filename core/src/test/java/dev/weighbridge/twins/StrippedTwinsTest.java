package dev.weighbridge.twins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.tree.SizeRow;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stripped program weighs what the unstripped one does, but for what stripping removes. */
class StrippedTwinsTest {
  /** The most filler found that is taken for content without names, of 309,046 bytes of code. */
  private static final long FILLER = 46;

  private static final String PAIRS =
      """
      advisor/j2c-release, advisor/j2c-strip
      advisor/j2c-lto, advisor/j2c-strip-lto
      advisor/j2c-lto-z, advisor/j2c-strip-lto-z
      advisor/j2c-lto-z-abort, advisor/j2c-strip-lto-z-abort
      elf/j2c-bs-all-immediate-sym, advisor/j2c-bs-all-immediate
      elf/libfix.so, elf/libfix-strip.so
      elf/c-x64-g-dwarf5, elf/c-split
      j2c-x64-all, macho/j2c-x64-all-strip
      c-mingw-x64.exe, pe/c-mingw-x64-strip.exe
      c-wasm32.wasm, wasm/c-wasm32-strip.wasm
      j2c-163.wasm, j2c-163-strip.wasm
      """;

  /** What stripping takes away, or shortens. */
  private static final Set<Kind> REMOVED =
      EnumSet.of(Kind.NAMES, Kind.DEBUG, Kind.HEADERS, Kind.SIGNATURE);

  @ParameterizedTest
  @CsvSource(textBlock = PAIRS)
  void sectionsHaveTheSameBytes(String whole, String stripped) {
    Map<String, Long> expected = bySection(TwinFiles.open(whole));
    assertThat(bySection(TwinFiles.open(stripped))).isNotEmpty().isEqualTo(expected);
  }

  /** Bytes by section, those without content that stripping leaves alone left out. */
  private static Map<String, Long> bySection(BinaryModel model) {
    Map<String, Long> sums = new TreeMap<>();
    for (SizeRow section : model.by(Dimensions.SECTION).rows()) {
      long removed = 0;
      for (Kind kind : REMOVED) {
        removed += section.fileSize(kind);
      }
      boolean isContent = section.fileSize() - removed - section.fileSize(Kind.PADDING) > 0;
      if (isContent && !section.label().equals("__LINKEDIT")) {
        sums.put(section.label(), section.fileSize() - removed);
      }
    }
    return sums;
  }

  /**
   * Where no name ends an object or a function, the filler behind it counts as its own: that is all
   * that a kind may have more, and padding less.
   */
  @ParameterizedTest
  @CsvSource(textBlock = PAIRS)
  void kindsHaveTheSameBytesButForFiller(String whole, String stripped) {
    Map<String, long[]> expected = byKind(TwinFiles.open(whole));
    Map<String, long[]> found = byKind(TwinFiles.open(stripped));
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (section, kinds) -> {
          for (int kind = 0; kind < kinds.length; kind++) {
            long more = found.get(section)[kind] - kinds[kind];
            boolean isPadding = kind == Kind.PADDING.ordinal();
            // A symbol without a size may hide what fills up behind it.
            assertThat(isPadding ? -more : more)
                .as("%s in %s: %d, %d", Kind.values()[kind], section, kinds[kind], more)
                .isBetween(-FILLER, FILLER);
          }
        });
  }

  /** Bytes by section and kind; of Wasm, only the name section tells constants from data. */
  private static Map<String, long[]> byKind(BinaryModel model) {
    Map<String, long[]> sums = new TreeMap<>();
    Set<String> sections = bySection(model).keySet();
    boolean isWasm = model.format().equals("Wasm");
    for (SizeRow section : model.by(Dimensions.SECTION).rows()) {
      if (sections.contains(section.label())) {
        long[] kinds = new long[Kind.values().length];
        for (Kind kind : EnumSet.complementOf(EnumSet.copyOf(REMOVED))) {
          Kind told = isWasm && kind == Kind.RODATA ? Kind.DATA : kind;
          kinds[told.ordinal()] += section.fileSize(kind);
        }
        sums.put(section.label(), kinds);
      }
    }
    return sums;
  }

  @ParameterizedTest
  @CsvSource(textBlock = PAIRS)
  void functionsHaveTheSameExtents(String whole, String stripped) {
    Map<Long, Long> extents = extents(TwinFiles.open(whole));
    assertThat(extents(TwinFiles.open(stripped))).isNotEmpty().isEqualTo(extents);
  }

  /** Sizes by address of the functions that tables of the file tell. */
  private static Map<Long, Long> extents(BinaryModel model) {
    Map<Long, Long> extents = new TreeMap<>();
    FunctionTable functions = model.file().images().get(0).functions();
    for (int row = 0; row < functions.count(); row++) {
      if (functions.evidence(row) != ExtentEvidence.FILLER) {
        extents.put(functions.address(row), functions.memorySize(row));
      }
    }
    return extents;
  }

  @ParameterizedTest
  @CsvSource(textBlock = PAIRS)
  void functionsHaveTheSameCode(String whole, String stripped) {
    assertThat(code(TwinFiles.open(stripped))).isEqualTo(code(TwinFiles.open(whole)));
  }

  /** Bytes of code by address of the same functions. */
  private static Map<Long, Long> code(BinaryModel model) {
    Map<Long, Long> code = new TreeMap<>();
    Partition partition = model.attribution().partition();
    FunctionTable functions = model.file().images().get(0).functions();
    for (int row = 0; row < functions.count(); row++) {
      if (functions.evidence(row) == ExtentEvidence.FILLER) {
        continue;
      }
      long start = functions.fileStart(row);
      long end = start + functions.memorySize(row);
      long bytes = 0;
      for (long at = start; at < end; ) {
        int span = partition.spanAt(at);
        long next = Math.min(end, partition.end(span));
        bytes += partition.kind(span) == Kind.CODE ? next - at : 0;
        at = next;
      }
      code.put(functions.address(row), bytes);
    }
    return code;
  }
}
