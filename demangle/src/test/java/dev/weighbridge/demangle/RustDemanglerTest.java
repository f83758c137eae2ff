package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RustDemanglerTest {
  static List<String[]> vectors() {
    return VectorFile.rows("vectors.tsv");
  }

  static List<String[]> differences() {
    return VectorFile.rows("rust-differences.tsv");
  }

  static List<String[]> otherDemanglers() {
    return VectorFile.rows("other-demanglers.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void agreesWithTheReferenceOnEveryProductionAndRefusal(String name, String shown, String hidden) {
    assertThat(RustDemangler.tryDemangle(name, HashVisibility.SHOWN))
        .isEqualTo(VectorFile.text(shown));
    assertThat(RustDemangler.tryDemangle(name)).isEqualTo(VectorFile.text(hidden));
    assertThat(RustDemangler.demangle(name)).isEqualTo(VectorFile.text(hidden).orElse(name));
  }

  @Test
  void hasEnoughVectors() {
    assertThat(vectors()).hasSizeGreaterThan(600);
    assertThat(vectors().stream().filter(row -> row[1].equals(VectorFile.REFUSED)))
        .hasSizeGreaterThan(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differences")
  void differsFromTheReferenceOnPurpose(
      String name, String shown, String hidden, String referenceShown, String referenceHidden) {
    assertThat(RustDemangler.tryDemangle(name, HashVisibility.SHOWN))
        .isEqualTo(VectorFile.text(shown));
    assertThat(RustDemangler.tryDemangle(name)).isEqualTo(VectorFile.text(hidden));
    assertThat(List.of(shown, hidden)).isNotEqualTo(List.of(referenceShown, referenceHidden));
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("otherDemanglers")
  void isRightWhereOthersAreWrong(
      String name, String text, String gnu, String llvm, String whoIsWrong) {
    assertThat(RustDemangler.demangle(name)).isEqualTo(text);
    assertThat(List.of(gnu, llvm)).as(whoIsWrong).isNotEqualTo(List.of(text, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"real-sample.tsv.gz", "real-fixtures.tsv.gz"})
  void agreesWithTheReferenceOnRealNames(String resource) {
    RustDemangler demangler = new RustDemangler();
    TextBuffer out = new TextBuffer();
    for (String[] row : VectorFile.rows(resource)) {
      NameSlice name = NameSlice.of(row[0]);
      out.clear();
      assertThat(demangler.tryAppend(name, HashVisibility.SHOWN, out))
          .isEqualTo(!row[1].equals("!"));
      assertThat(out).hasToString(VectorFile.text(row[1]).orElse(""));
      out.clear();
      demangler.append(name, HashVisibility.HIDDEN, out);
      assertThat(out).hasToString(VectorFile.text(row[2]).orElse(row[0]));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_ZN3fix14clamp_or_throwIdEET_S1_S1_S1_",
        "_ZNSt6vectorIiSaIiEE9push_backERKi",
        "_ZN3foo17h05af221e174051e9Ev",
        "_ZNK3foo3barEv",
        "_ZN3foo3barC1Ev",
        "_ZTV3foo",
        "_Z6printfPKcz",
        "?foo@bar@@YAXXZ",
        "$s4main3fooyyF",
        "_D3foo3barFZv"
      })
  void leavesOtherLanguagesAlone(String name) {
    assertThat(RustDemangler.tryDemangle(name)).isEmpty();
    assertThat(RustDemangler.demangle(name)).isEqualTo(name);
    assertThat(RustDemangler.read(name)).isEmpty();
  }

  @Test
  void passesANameOfCUnchangedEvenWithItsLlvmSuffix() {
    assertThat(RustDemangler.demangle("helper.llvm.123")).isEqualTo("helper.llvm.123");
  }

  @Test
  void readsARangeOfAStringTable() {
    byte[] table = NameSlice.of("\0_RNvC3foo3bar\0_RNvC3foo3baz\0main\0").array();
    NameSlice slice = new NameSlice();
    TextBuffer out = new TextBuffer();
    RustDemangler demangler = new RustDemangler();
    demangler.append(slice.set(table, 1, 13), HashVisibility.HIDDEN, out);
    out.append('\n');
    demangler.append(slice.set(table, 15, 13), HashVisibility.HIDDEN, out);
    out.append('\n');
    demangler.append(slice.set(table, 29, 4), HashVisibility.HIDDEN, out);
    assertThat(out).hasToString("foo::bar\nfoo::baz\nmain");
  }

  @Test
  void takesBackWhatItWroteForANameThatTurnsOutNotToBeRust() {
    TextBuffer out = new TextBuffer();
    out.append('>');
    RustDemangler demangler = new RustDemangler();
    assertThat(demangler.tryAppend(NameSlice.of("_RINvC3foo3barhtX"), HashVisibility.HIDDEN, out))
        .isFalse();
    assertThat(demangler.tryAppend(NameSlice.of("_ZN3foo3barEv"), HashVisibility.HIDDEN, out))
        .isFalse();
    assertThat(out).hasToString(">");
  }
}
