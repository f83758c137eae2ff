package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that were demangled before they were written, by rustc-demangle with their hashes. */
class SpelledNamesTest {
  @Test
  void tellsWhatTheMangledNameTells() {
    int compared = 0;
    for (String resource : List.of("real-sample.tsv.gz", "real-fixtures.tsv.gz")) {
      for (String[] row : VectorFile.rows(resource)) {
        String spelled = row[1];
        Optional<RustName> mangled = RustDemangler.read(row[0]);
        if (mangled.isEmpty() || !row[0].startsWith("_ZN") || mangled.get().hash().isEmpty()) {
          continue;
        }
        assertThat(RustDemangler.tryDemangle(spelled)).as(spelled).contains(row[2]);
        assertThat(RustDemangler.demangle(spelled, HashVisibility.SHOWN)).isEqualTo(spelled);
        RustName found = RustDemangler.read(spelled).orElseThrow();
        RustName expected = mangled.get();
        assertThat(found.crates()).as(spelled).isEqualTo(expected.crates());
        assertThat(found.genericId()).as(spelled).isEqualTo(expected.genericId());
        assertThat(found.generic()).isEqualTo(expected.generic());
        assertThat(found.modulePath()).isEqualTo(expected.modulePath());
        assertThat(found.enclosingFunction()).isEqualTo(expected.enclosingFunction());
        assertThat(found.shim()).isEqualTo(expected.shim());
        assertThat(found.hash()).isEqualTo(expected.hash());
        // The text is without what LLVM puts behind local names.
        if (!row[0].contains(".llvm.")) {
          assertThat(found.suffixes()).as(spelled).isEqualTo(expected.suffixes());
        }
        assertThat(found.scheme()).isEqualTo(ManglingScheme.LEGACY);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(8_000);
  }

  @Test
  void keepsWhatToolsPutBehindIt() {
    String name = "closure::Fn::describe::invoke::hafff1d6f7a57da7d externref shim";
    RustName read = RustDemangler.read(name).orElseThrow();
    assertThat(read.crates().defining()).contains(new CrateName("closure", 0));
    assertThat(read.suffixes()).extracting(SymbolSuffix::text).containsExactly(" externref shim");
    assertThat(RustDemangler.tryDemangle(name)).isEmpty();
    assertThat(RustDemangler.demangle("a::b::h0123456789abcdef.llvm.77")).isEqualTo("a::b.llvm.77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h0123456789abcdef",
        "::h0123456789abcdef",
        "std::vector<int>::push_back(int const&)",
        "a::b::h0123456789abcdeg",
        "a::b::h0123456789abcde",
        "a::b::h0123456789abcdef0",
        "a::h0123456789abcdef::b",
        "f(a::h0123456789abcdef)",
        "std[4f1b2c3d4e5f6071]::io::stdio::_print",
        "a\n::b::h0123456789abcdef",
      })
  void leavesEverythingElse(String name) {
    assertThat(RustDemangler.read(name)).isEmpty();
    assertThat(RustDemangler.tryDemangle(name)).isEmpty();
  }
}
