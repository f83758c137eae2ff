package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RustNameTest {
  static List<String[]> structures() {
    return VectorFile.rows("structure.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("structures")
  void tellsCratesModulesAndIdentity(
      String name,
      String defining,
      String responsible,
      String instantiating,
      String typeTraitArguments,
      String module,
      String generic) {
    RustName rust = RustDemangler.read(name).orElseThrow();
    RustCrates crates = rust.crates();
    assertThat(text(crates.defining())).isEqualTo(defining);
    assertThat(text(crates.responsible())).isEqualTo(responsible);
    assertThat(text(crates.instantiating())).isEqualTo(instantiating);
    assertThat(crates.ofType() + " " + text(crates.ofTrait()) + " " + crates.ofArguments())
        .isEqualTo(typeTraitArguments);
    assertThat(rust.modulePath()).isEqualTo(module);
    assertThat(rust.generic()).isEqualTo(generic);
  }

  private static String text(Optional<CrateName> crate) {
    return crate.map(CrateName::toString).orElse("-");
  }

  @Test
  void namesTheFunctionAroundAClosure() {
    RustName closure = RustDemangler.read("_RNCNCINvC3foo3barhE0s_0B4_").orElseThrow();
    assertThat(closure.text()).isEqualTo("foo::bar::<u8>::{closure#0}::{closure#1}");
    assertThat(closure.enclosingFunction()).contains("foo::bar::<u8>");
    assertThat(closure.isClosure()).isTrue();
    RustName legacy =
        RustDemangler.read(
                "_ZN3foo3bar28_$u7b$$u7b$closure$u7d$$u7d$28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE")
            .orElseThrow();
    assertThat(legacy.enclosingFunction()).contains("foo::bar");
    assertThat(RustDemangler.read("_RNvC3foo3bar").orElseThrow().isClosure()).isFalse();
  }

  @Test
  void namesTheKindOfAShim() {
    assertThat(RustDemangler.read("_RNSNvC3foo3bar6vtable").orElseThrow().shim())
        .contains("vtable");
    assertThat(
            RustDemangler.read("_ZN3foo36close$u7b$$u7b$vtable.shim$u7d$$u7d$17h25d3a9a3dcf402e9E")
                .orElseThrow()
                .shim())
        .contains("vtable.shim");
    assertThat(RustDemangler.read("_RNvC3foo3bar").orElseThrow().shim()).isEmpty();
  }

  @Test
  void keepsHashAndSuffixes() {
    RustName name =
        RustDemangler.read("_ZN3foo3bar17h05af221e174051e9E.cold.1.llvm.77").orElseThrow();
    assertThat(name.scheme()).isEqualTo(ManglingScheme.LEGACY);
    assertThat(name).hasToString("foo::bar");
    assertThat(name.hash()).contains("05af221e174051e9");
    assertThat(name.suffixes())
        .containsExactly(
            new SymbolSuffix(SuffixKind.COLD, ".cold.1"),
            new SymbolSuffix(SuffixKind.LLVM_PROMOTED, ".llvm.77"));
    assertThat(RustDemangler.read("_RNvC3foo3bar.exit.i.i").orElseThrow().suffixes())
        .containsExactly(new SymbolSuffix(SuffixKind.OTHER, ".exit.i.i"));
    assertThat(RustDemangler.read("_RNvC3foo3bar$tlv$init").orElseThrow().suffixes())
        .containsExactly(new SymbolSuffix(SuffixKind.THREAD_LOCAL_INITIAL, "$tlv$init"));
  }

  @Test
  void showsTheDisambiguatorAsCodegenUnitsDo() {
    RustName name = RustDemangler.read("_RNvCsgvbsrvnw3yD_9hashbrown3foo").orElseThrow();
    assertThat(name.crates().defining()).contains(new CrateName("hashbrown", 0xc0386ddbfadcbbc1L));
    assertThat(new CrateName("foo", 0)).hasToString("foo");
  }

  @Test
  void decodesPunycodeInElements() {
    RustName name = RustDemangler.read("_RNvNtC7mycrateu8gdel_5qa6escher").orElseThrow();
    assertThat(name.modulePath()).isEqualTo("mycrate::g\u00f6del");
    assertThat(name.generic()).isEqualTo("mycrate::g\u00f6del::escher");
    assertThat(RustDemangler.read("_RNvCu8gdel_5qa3bar").orElseThrow().crates().defining())
        .contains(new CrateName("g\u00f6del", 0));
  }
}
