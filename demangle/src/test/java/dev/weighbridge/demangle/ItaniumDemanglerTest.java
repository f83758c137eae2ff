package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItaniumDemanglerTest {
  static List<String[]> vectors() {
    return VectorFile.rows("itanium-vectors.tsv");
  }

  static List<String[]> differences() {
    return VectorFile.rows("itanium-differences.tsv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void agreesWithCppFiltOnEveryProduction(String name, String text) {
    assertThat(ItaniumDemangler.tryDemangle(name)).isEqualTo(VectorFile.text(text));
    assertThat(ItaniumDemangler.demangle(name)).isEqualTo(VectorFile.text(text).orElse(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"itanium-odd.tsv", "itanium-real.tsv.gz"})
  void agreesWithCppFiltOnRealNames(String resource) {
    ItaniumDemangler demangler = new ItaniumDemangler();
    TextBuffer out = new TextBuffer();
    for (String[] row : VectorFile.rows(resource)) {
      out.clear();
      assertThat(demangler.tryAppend(NameSlice.of(row[0]), out)).as(row[0]).isTrue();
      assertThat(out).hasToString(row[1]);
    }
  }

  @Test
  void hasEnoughVectors() {
    assertThat(vectors()).hasSizeGreaterThan(150);
    assertThat(VectorFile.rows("itanium-odd.tsv")).hasSizeGreaterThan(300);
    assertThat(VectorFile.rows("itanium-real.tsv.gz")).hasSizeGreaterThan(4000);
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("differences")
  void isRightWhereCppFiltIsWrong(
      String name, String text, String gnu, String llvm, String whoIsWrong) {
    assertThat(ItaniumDemangler.tryDemangle(name)).isEqualTo(VectorFile.text(text));
    assertThat(gnu).as(whoIsWrong).isNotEqualTo(text);
  }

  @Test
  void knowsEveryNameOfLargeLibrariesOnWhichCppFiltDiffers() {
    List<String[]> rows = VectorFile.rows("itanium-libraries.tsv.gz");
    assertThat(rows).hasSizeGreaterThan(900);
    for (String[] row : rows) {
      String text = ItaniumDemangler.demangle(row[1]);
      String gnu = row[3];
      assertThat(text).as(row[4]).isNotEqualTo(gnu);
      if (row[2].isEmpty()) {
        assertThat(CppFilt.withoutPackQuirks(text)).isEqualTo(CppFilt.withoutPackQuirks(gnu));
      } else {
        assertThat(text).as(row[4]).isEqualTo(row[2]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_",
        "_Z",
        "__Z",
        "main",
        "Z3foov",
        "_Z3fo",
        "_Z3foov-",
        "_Z3foov.a b",
        "_Z0",
        "_Z999999999999999foo",
        "_ZN3foo",
        "_ZNE",
        "_ZS_",
        "_ZSt",
        "_ZT",
        "_ZTV",
        "_ZGI",
        "_Z1fT_",
        "_Z1fIiEvT0_",
        "_Z1fS_",
        "_Z1fS9_",
        "_ZC1Ev",
        "_Z1f\u00e9",
        "_RNvC3foo3bar",
        "_ZN3foo3bar17h05af221e174051e9E",
        "?foo@bar@@YAXXZ",
        "$s4main3fooyyF",
      })
  void leavesOtherNamesAlone(String name) {
    assertThat(ItaniumDemangler.tryDemangle(name)).isEmpty();
    assertThat(ItaniumDemangler.demangle(name)).isEqualTo(name);
  }

  @Test
  void readsARangeOfAStringTableAndTakesBackWhatFails() {
    byte[] table = NameSlice.of("\0_ZN3foo3barEv\0_Z3bazIiEvT_\0main\0").array();
    NameSlice slice = new NameSlice();
    TextBuffer out = new TextBuffer();
    ItaniumDemangler demangler = new ItaniumDemangler();
    assertThat(demangler.append(slice.set(table, 1, 13), out)).isTrue();
    out.append('\n');
    assertThat(demangler.append(slice.set(table, 15, 12), out)).isTrue();
    out.append('\n');
    assertThat(demangler.append(slice.set(table, 28, 4), out)).isFalse();
    assertThat(demangler.tryAppend(NameSlice.of("_Z3bazIiEvT"), out)).isFalse();
    assertThat(out).hasToString("foo::bar()\nvoid baz<int>(int)\nmain");
  }
}
