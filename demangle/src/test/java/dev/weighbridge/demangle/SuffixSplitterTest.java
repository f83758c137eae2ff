package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuffixSplitterTest {
  @ParameterizedTest
  @CsvSource({
    "foo.cold, COLD, .cold",
    "foo.cold.1, COLD, .cold.1",
    "foo.part.0, PART, .part.0",
    "foo.isra.0, ISRA, .isra.0",
    "foo.constprop.2, CONSTANT_PROPAGATION, .constprop.2",
    "foo.specialized.1, SPECIALIZED, .specialized.1",
    "foo.argprom, ARGUMENT_PROMOTION, .argprom",
    "foo.lto_priv.3, LTO_PRIVATE, .lto_priv.3",
    "foo.llvm.9134837585383065153, LLVM_PROMOTED, .llvm.9134837585383065153",
    "foo.llvm.9D1C9369@@16, LLVM_PROMOTED, .llvm.9D1C9369@@16",
    "foo.uniq.17, UNIQUE, .uniq.17",
    "foo.__uniq.17, UNIQUE, .__uniq.17",
    "foo.localalias, LOCAL_ALIAS, .localalias",
    "foo.clone.4, CLONE, .clone.4",
    "foo.merged, MERGED, .merged",
    "foo.12, NUMBER, .12",
    "foo$tlv$init, THREAD_LOCAL_INITIAL, $tlv$init",
    "'foo externref shim', WASM_SHIM, ' externref shim'",
    "'foo [clone .isra.0]', CLONE, ' [clone .isra.0]'"
  })
  void knowsTheWordsOfCompilers(String name, SuffixKind kind, String text) {
    assertThat(SuffixSplitter.split(name)).containsExactly(new SymbolSuffix(kind, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo",
        "",
        ".",
        ".cold",
        ".12",
        "foo.bar",
        "foo.bar.baz",
        "a.so.x1",
        "foo.llvm.xyz",
        "x.A1",
        "vec[3]",
        "shim",
        " shim",
        "$tlv$init",
        "operator[]"
      })
  void leavesTheRestAlone(String name) {
    assertThat(SuffixSplitter.split(name)).isEmpty();
  }

  @Test
  void repeatsFromTheRight() {
    assertThat(SuffixSplitter.split("_RNvC3foo3bar.part.0.isra.1.cold.llvm.77"))
        .extracting(SymbolSuffix::kind, SymbolSuffix::text)
        .containsExactly(
            tuple(SuffixKind.PART, ".part.0"),
            tuple(SuffixKind.ISRA, ".isra.1"),
            tuple(SuffixKind.COLD, ".cold"),
            tuple(SuffixKind.LLVM_PROMOTED, ".llvm.77"));
  }

  @Test
  void tellsTheLengthOfTheNameBefore() {
    SuffixSplitter splitter = new SuffixSplitter();
    splitter.start(NameSlice.of("anon.0123456789abcdef.5.llvm.77"));
    assertThat(splitter.next()).isTrue();
    assertThat(splitter.length()).isEqualTo("anon.0123456789abcdef.5".length());
    assertThat(splitter.next()).isTrue();
    assertThat(splitter.kind()).isEqualTo(SuffixKind.NUMBER);
    assertThat(splitter.length()).isEqualTo("anon.0123456789abcdef".length());
    assertThat(splitter.next()).isFalse();
  }
}
