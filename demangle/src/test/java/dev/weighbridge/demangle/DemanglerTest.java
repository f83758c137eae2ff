package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemanglerTest {
  private static final String LEGACY = "_ZN4core3fmt5Write9write_fmt17h0123456789abcdefE";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_RNvC3foo3bar|foo::bar",
        LEGACY + "|core::fmt::Write::write_fmt",
        "_ZN3foo3barEv|foo::bar()",
        "_ZTV3foo|vtable for foo",
        "?foo@@YAXXZ|foo(void)",
        "$s4main3fooyyF|main.foo() -> ()",
      })
  void asksEachScheme(String name, String text) {
    assertThat(Demangler.demangle(name)).isEqualTo(text);
    assertThat(Demangler.tryDemangle(name)).contains(text);
    TextBuffer out = new TextBuffer();
    assertThat(new Demangler().append(NameSlice.of(name), HashVisibility.HIDDEN, out)).isTrue();
    assertThat(out).hasToString(text);
  }

  @Test
  void asksForRustBeforeCpp() {
    assertThat(Demangler.demangle(LEGACY, HashVisibility.SHOWN))
        .isEqualTo("core::fmt::Write::write_fmt::h0123456789abcdef");
  }

  @ParameterizedTest
  @CsvSource({"main", "_R", "_Z", "?foo@bar", "$s4main3foo"})
  void leavesOtherNamesAlone(String name) {
    assertThat(Demangler.demangle(name)).isEqualTo(name);
    assertThat(Demangler.tryDemangle(name)).isEmpty();
    TextBuffer out = new TextBuffer();
    assertThat(new Demangler().append(NameSlice.of(name), HashVisibility.HIDDEN, out)).isFalse();
    assertThat(out).hasToString(name);
  }
}
