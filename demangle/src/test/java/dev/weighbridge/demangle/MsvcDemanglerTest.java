package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 5,360 names with what {@code llvm-undname} 19 says, the short text by {@code
 * --no-access-specifier --no-calling-convention --no-member-type --no-return-type
 * --no-variable-type}: 2,444 of {@code msvc-names.cpp}, compiled by clang++ 19 {@code -std=c++20
 * -fms-extensions -fcxx-exceptions -fexceptions} for x86_64, i686, aarch64 and arm64ec at several
 * levels, 1,696 of the program databases in node-pty 1.1.0 of npm, and 1,220 exports of the
 * runtimes in javafx-graphics 21 of Maven Central.
 */
class MsvcDemanglerTest {
  private static final String ARM = "$$h";
  private static final Map<String, String[]> DIFFERENCES =
      VectorFile.rows("msvc-differences.tsv").stream()
          .collect(Collectors.toMap(row -> row[0], Function.identity()));

  private static List<String[]> names() {
    return VectorFile.rows("msvc-names.tsv.gz");
  }

  private static String orRefused(Optional<String> text) {
    return text.orElse(VectorFile.REFUSED);
  }

  @Test
  void readsNamesAsTheReferenceDoes() {
    int equal = 0;
    for (String[] row : names()) {
      String name = row[0];
      String declaration = row[1];
      String brief = row[2].equals("=") ? row[1] : row[2];
      String[] difference = DIFFERENCES.get(name);
      if (difference != null) {
        declaration = difference[1];
        brief = difference[2].equals("=") ? difference[1] : difference[2];
      } else if (name.contains(ARM)) {
        // The reference refuses these or takes them for others; they are those without the mark.
        String twin = name.replace(ARM, "");
        declaration = marked(MsvcDemangler.tryDeclaration(twin));
        brief = marked(MsvcDemangler.tryDemangle(twin));
      } else if (name.startsWith("??_C@_0") && declaration.endsWith("\"...")) {
        declaration = whole(name, declaration);
        brief = declaration;
      } else if (name.startsWith("??_C@_1") && isCut(name)) {
        declaration = declaration.endsWith("...") ? declaration : declaration + "...";
        brief = declaration;
      } else if (name.startsWith("??_R0")) {
        // Its short text is the same for all types.
        brief = declaration;
      } else {
        equal++;
      }
      assertThat(orRefused(MsvcDemangler.tryDeclaration(name))).as(name).isEqualTo(declaration);
      assertThat(orRefused(MsvcDemangler.tryDemangle(name))).as(name).isEqualTo(brief);
    }
    assertThat(equal).isGreaterThan(4000);
  }

  /** Microsoft's compiler leaves the zero at the end away: only longer texts are cut. */
  private static String whole(String name, String text) {
    return length(name) <= 32 ? text.substring(0, text.length() - "...".length()) : text;
  }

  /** Of wide texts, 16 characters are kept with the zero at the end. */
  private static boolean isCut(String name) {
    return length(name) > 32;
  }

  /** The number behind the mark of a text: a digit for one more, or digits of base 16 from A. */
  private static long length(String name) {
    String number = name.substring("??_C@_0".length());
    if (Character.isDigit(number.charAt(0))) {
      return number.charAt(0) - '0' + 1L;
    }
    long length = 0;
    for (int i = 0; number.charAt(i) != '@'; i++) {
      length = 16 * length + number.charAt(i) - 'A';
    }
    return length;
  }

  private static String marked(Optional<String> text) {
    return orRefused(text.map(found -> found + " [arm64ec]"));
  }

  @Test
  void instancesAppendWhatTheStaticMethodsTell() {
    MsvcDemangler demangler = new MsvcDemangler();
    TextBuffer text = new TextBuffer();
    assertThat(demangler.tryAppend(NameSlice.of("?get@?$Box@H@@QEBAHXZ"), text)).isTrue();
    assertThat(text).hasToString("Box<int>::get(void) const");
    for (String other : List.of("", "main", "_main", "$x", ".text", "?", "_Z1fv")) {
      assertThat(demangler.tryAppend(NameSlice.of(other), text)).as(other).isFalse();
      assertThat(MsvcDemangler.demangle(other)).isEqualTo(other);
    }
    assertThat(text).hasToString("Box<int>::get(void) const");
    assertThat(Demangler.demangle("?get@?$Box@H@@QEBAHXZ")).isEqualTo(text.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ".?AVfoo@bar@@ | class bar::foo `RTTI Type Descriptor Name'",
        "__imp_?f@@YAXXZ | __imp_f(void)",
        "?x@?A0x1234abcd@@3HA | `anonymous namespace'::x",
        "??_9Base@@$BBI@AE | [thunk]: Base::`vcall'{24, {flat}}",
        "?f@X@@WBA@EAAXXZ | [thunk]: X::f`adjustor{16}'(void)",
        "??_7A@@6BB@@C@@@ | const A::`vftable'{for `B's `C'}",
        "?g@@3PAY02HA | g",
        "?dtor$1@?0?_RNvC1a1b@4HA | `_RNvC1a1b'::`1'::dtor$1",
        "??@0123456789abcdef0123456789abcdef@ | ??@0123456789abcdef0123456789abcdef@",
        "??_C@_13COJANIEC@?$AA0?$AA?$AA@ | L\"0\"",
      })
  void readsWhatTheListHasNotGot(String name, String text) {
    assertThat(MsvcDemangler.demangle(name)).isEqualTo(text);
  }

  /** What refers to what is not there, ends too soon, or goes on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "?f@@YAX0@Z",
        "?f@1@YAXXZ",
        "?f@@YAXXZ@",
        "?f@@YAXX",
        "?f@@",
        "??0@QEAA@XZ",
        "??__E",
        "??_R1A@?0A@EA@Base@@9",
        "??_C@_0",
        "??_C@_02AB@?$AQ@",
        "?f@@YAXY@Z",
        "?f@@YAXYAAAAAAAAAAAAAAAAAAA@H@Z",
        "?$Box@H@",
        "?x@@5HA",
        "?f@@\u00e4"
      })
  void leavesOtherNamesAsTheyAre(String name) {
    assertThat(MsvcDemangler.tryDemangle(name)).isEmpty();
    assertThat(MsvcDemangler.tryDeclaration(name)).isEmpty();
  }

  /** Nothing but an answer comes of any cut and any letter changed. */
  @Test
  void damagedNamesAreRefusedOrRead() {
    String letters = "@?$_0A9EQVZ";
    List<String[]> rows = names();
    for (int i = 0; i < rows.size(); i += 37) {
      String name = rows.get(i)[0];
      for (int at = 0; at < Math.min(name.length(), 120); at++) {
        assertThat(MsvcDemangler.tryDemangle(name.substring(0, at))).isNotNull();
        char letter = letters.charAt((i + at) % letters.length());
        String changed = name.substring(0, at) + letter + name.substring(at + 1);
        assertThat(MsvcDemangler.tryDeclaration(changed)).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PEA", "U?$A@", "P6A", "?0??f@@", "$1?a@", "PAY00", "$$A6A"})
  void refusesDeepNesting(String unit) {
    String name = "?f@@YAX" + unit.repeat(8_000) + "H@Z";
    assertThat(MsvcDemangler.demangle(name)).isEqualTo(name);
    String scope = "?f@" + unit.repeat(8_000) + "@YAXXZ";
    assertThat(MsvcDemangler.tryDemangle(scope).orElse("").length()).isLessThan(1 << 20);
  }

  /** Each template has the one before it ten times, so that the text would grow tenfold. */
  @Test
  void refusesTextOfMoreThanAMillionCharacters() {
    StringBuilder name = new StringBuilder("?f@@YAXU?$A@U?$A@H@@@@");
    for (int i = 0; i < 12; i++) {
      name.append("P6AX").append("0".repeat(10)).append("@Z");
    }
    name.append("P6AX").append("0123456789".repeat(6_000)).append("@Z@Z");
    assertThat(MsvcDemangler.demangle(name.toString())).isEqualTo(name.toString());
    String longName = "?" + "a".repeat(100_000) + "@@3HA";
    assertThat(MsvcDemangler.demangle(longName)).isEqualTo(longName);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?get@?$Box@H@@QEBAHXZ | ?get@?$Box@N@@QEBANXZ | Box::get | int",
        "??$as@H@?$Box@N@@QEBAHN@Z | ??$as@D@?$Box@H@@QEBADH@Z | Box::as | int; double",
        "??1?$Box@H@@UEAA@XZ | ??1?$Box@U?$Box@H@@@@UEAA@XZ | Box::~Box | int",
        "??_7?$Box@H@@6B@ | ??_7?$Box@N@@6B@ | const Box::`vftable' | int",
        "??$f@$0A@@n@@YAXXZ | ??$f@$00@n@@YAXXZ | n::f | 0"
      })
  void copiesOfATemplateAreOneItem(String one, String other, String path, String arguments) {
    MsvcNameReader reader = new MsvcNameReader();
    assertThat(reader.read(NameSlice.of(one))).isTrue();
    assertThat(reader.isTemplateInstance()).isTrue();
    long id = reader.genericId();
    TextBuffer text = new TextBuffer();
    reader.appendGeneric(text);
    assertThat(text).hasToString(path);
    TextBuffer all = new TextBuffer();
    for (int i = 0; i < reader.argumentCount(); i++) {
      all.append(NameSlice.of(i > 0 ? "; " : ""));
      reader.appendArgument(i, all);
    }
    assertThat(all).hasToString(arguments);
    assertThat(reader.read(NameSlice.of(other))).isTrue();
    assertThat(reader.genericId()).isEqualTo(id);
  }

  @Test
  void plainFunctionsAreNoCopies() {
    MsvcNameReader reader = new MsvcNameReader();
    assertThat(reader.read(NameSlice.of("?f@@YAXU?$Box@H@@@Z"))).isTrue();
    assertThat(reader.isTemplateInstance()).isFalse();
    assertThat(reader.read(NameSlice.of("??_C@_01GBGANLPD@0?$AA@"))).isFalse();
    assertThat(reader.read(NameSlice.of("main"))).isFalse();
  }
}
