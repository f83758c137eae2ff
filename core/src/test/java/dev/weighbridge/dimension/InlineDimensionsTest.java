package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.demangle.ItaniumDemangler;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.inlines.CallSite;
import dev.weighbridge.inlines.InlinedFunction;
import dev.weighbridge.inlines.Inlines;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What inlined functions weigh, against what other tools say of real files. */
class InlineDimensionsTest extends DebugPrograms {
  /** Inlined functions by all their places, the others by what is left in them. */
  @ParameterizedTest
  @MethodSource("programs")
  void functionsHaveTheInlinedCodeThatOthersSay(String name) {
    Map<String, Long> inlined = new TreeMap<>();
    Map<String, Long> onTheirOwn = new TreeMap<>();
    for (String line : truth(name).part("inlined")) {
      String[] columns = line.split(" ", 4);
      if (!columns[1].equals("0")) {
        inlined.merge(demangled(columns[3]), Long.valueOf(columns[1]), Long::sum);
      }
    }
    for (String line : truth(name).part("functions")) {
      int space = line.indexOf(' ');
      String function = demangled(line.substring(space + 1));
      onTheirOwn.merge(function, Long.valueOf(line.substring(0, space)), Long::sum);
    }
    Map<String, Long> actual = code(model(name), Dimensions.INLINE);
    // Symbols of the same name cover alignment, and code that debug information says nothing of.
    Set<String> alsoSymbols = new HashSet<>(onTheirOwn.keySet());
    // A linker that folds functions leaves the code to the symbol of either.
    alsoSymbols.addAll(List.of("same_body_1(int)", "same_body_2(int)"));
    inlined.forEach(
        (function, size) -> {
          if (alsoSymbols.contains(function)) {
            assertThat(actual.get(function)).isGreaterThanOrEqualTo(size);
          } else {
            assertThat(actual).containsEntry(function, size);
          }
        });
  }

  /** Places, innermost bytes, and bytes with what was inlined in turn. */
  @ParameterizedTest
  @MethodSource("programs")
  void inlinedFunctionsCostWhatOthersSay(String name) {
    Map<String, long[]> expected = new TreeMap<>();
    for (String line : truth(name).part("inlined")) {
      String[] columns = line.split(" ", 4);
      long[] sum = expected.computeIfAbsent(demangled(columns[3]), f -> new long[3]);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += Long.parseLong(columns[i]);
      }
    }
    Inlines inlines = model(name).inlines();
    Map<String, long[]> actual = new TreeMap<>();
    for (InlinedFunction function : inlines.functions()) {
      if (function.siteCount() > 0) {
        long[] sum = {function.siteCount(), function.inlinedSize(), function.inclusiveSize()};
        actual.put(function.label(), sum);
        List<CallSite> sites = inlines.callSites(function.label());
        assertThat(sites).hasSize(function.siteCount());
        assertThat(sites.stream().mapToLong(CallSite::ownSize).sum())
            .isEqualTo(function.inlinedSize());
      }
    }
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((function, sum) -> assertThat(sum).isEqualTo(expected.get(function)));
  }

  private static String demangled(String names) {
    String linkage = names.substring(0, names.indexOf('|'));
    String qualified = names.substring(names.indexOf('|') + 1);
    return RustDemangler.tryDemangle(linkage)
        .map(text -> linkage.startsWith("_ZN") ? withArguments(text, qualified) : text)
        .orElseGet(() -> ItaniumDemangler.demangle(linkage));
  }

  /** A legacy name of Rust with the type arguments of the function, if it has none of its own. */
  private static String withArguments(String text, String qualified) {
    int open = qualified.endsWith(">") ? qualified.length() - 1 : 0;
    for (int depth = 1; open > 0 && depth > 0; ) {
      char c = qualified.charAt(--open);
      boolean isArrow = c == '>' && qualified.charAt(open - 1) == '-';
      depth += c == '<' ? -1 : c == '>' && !isArrow ? 1 : 0;
    }
    return open == 0 || text.endsWith(">") ? text : text + qualified.substring(open);
  }

  /** The last function of each path is the innermost one, the first that of the symbol. */
  @ParameterizedTest
  @ValueSource(strings = {"tomb-lld-v5", "types-v5", "split-v5", "app-full-v5-v0-zlib"})
  void pathsOfInlinedCallsLeadFromTheSymbolToTheInnermost(String name) {
    BinaryModel model = model(name);
    Map<String, Long> byLast = new TreeMap<>();
    Map<String, Long> byFirst = new TreeMap<>();
    code(model, Dimensions.INLINED_BY)
        .forEach(
            (path, size) -> {
              String[] functions = path.split(" > ", -1);
              byLast.merge(functions[functions.length - 1], size, Long::sum);
              byFirst.merge(functions[0], size, Long::sum);
            });
    assertThat(byLast).isEqualTo(code(model, Dimensions.INLINE)).isNotEmpty();
    assertThat(byFirst).isEqualTo(code(model, Dimensions.inlinedBy(1)));
    assertThat(byFirst).isEqualTo(code(model, Dimensions.SYMBOL));
  }
}
