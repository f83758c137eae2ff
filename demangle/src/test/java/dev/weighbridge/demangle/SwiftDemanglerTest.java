package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names with what {@code swift-demangle} of Swift 6.0.3 says of them, as Debian packages it: every
 * 20th or so that the libraries of the same packages export, every 16th of the objects in their
 * static libraries, every fourth of the program in aperture 7.0.0 of npm, and 460 made up to have
 * every operator of both manglings.
 */
class SwiftDemanglerTest {
  private static List<String[]> names() {
    return VectorFile.rows("swift-names.tsv.gz");
  }

  @Test
  void readsNamesAsTheReferenceDoes() {
    List<String[]> rows = names();
    assertThat(rows).hasSizeGreaterThan(10_000);
    for (String[] row : rows) {
      Optional<String> whole = VectorFile.text(row[1]);
      Optional<String> brief = VectorFile.text(row[2].equals("=") ? row[1] : row[2]);
      assertThat(SwiftDemangler.tryDemangle(row[0])).as(row[0]).isEqualTo(whole);
      assertThat(SwiftDemangler.tryBrief(row[0])).as(row[0]).isEqualTo(brief);
    }
  }

  @Test
  void readsThePairsThatSwiftPublishes() {
    for (String[] row : VectorFile.rows("swift-pairs.tsv")) {
      assertThat(SwiftDemangler.demangle(row[0])).as(row[0]).isEqualTo(row[1]);
    }
  }

  /** What is newer than the reference, by the pages that describe the mangling. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$e5store4sellyyF | store.sell() -> ()",
        "$s5store4ShopCfZ | store.Shop.__isolated_deallocating_deinit",
        "$s5store4sellyyx_q_tr0_lFSi_SbTtt1g5"
            + " | generic specialization <Swift.Int, Swift.Bool> of store.sell<A, B>(A, B) -> ()",
        "$s5store4ShopC1xSivxTwd | default override of store.Shop.x.modify2 : Swift.Int",
        "$s5store4sellyyBAF | store.sell(Builtin.ImplicitActor) -> ()",
        "$s5store4sellyyyyYCcF | store.sell(nonisolated(nonsending) () -> ()) -> ()",
        "$s5store3BoxVy$1_SiG | store.Box<2, Swift.Int>",
        "$s5store3BoxVy$n2_SiG | store.Box<-3, Swift.Int>",
      })
  void readsWhatIsNewer(String name, String text) {
    assertThat(SwiftDemangler.tryDemangle(name).orElse(null)).isEqualTo(text);
  }

  /** The reference puts attributes behind the name if there is a suffix, and loses their words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$s5store4sellyyFTA.14"
            + " | partial apply forwarder for store.sell() -> () with unmangled suffix \".14\"",
        "$s5store4sellyyFTm.resume.0"
            + " | merged store.sell() -> () with unmangled suffix \".resume.0\"",
        "$s5store4sellyyF.cold | store.sell() -> () with unmangled suffix \".cold\"",
      })
  void toolsPutSuffixesBehindNames(String name, String text) {
    assertThat(SwiftDemangler.demangle(name)).isEqualTo(text);
  }

  /**
   * The reference forgets effects of functions with results that are sent, and that parameters but
   * the first are packs.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$s5store4sellyyxyYaKYTXElF | store.sell<A>(() async throws -> sending A) -> ()",
        "$s5store4sellyyx_q_q_QptRv_r0_lF | store.sell<A, each B>(A, repeat B) -> ()",
      })
  void readsWhatTheReferenceLeavesOut(String name, String text) {
    assertThat(SwiftDemangler.demangle(name)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_$s5store4ShopC4sell4itemySS_tF | store",
        "$s5store4sellyyFyyXEfU_TA | store",
        "$s5store3BoxV5salesE4sellyyF | sales",
        "$s5store3BoxV5salesSiRszlE4sellyyFTm | sales",
        "$s5store4ShopCSH5salesMc | sales",
        "$s5store4ShopCSH5salesSH4hash4intoys6HasherVz_tFTW | sales",
        "$s5store4ShopCMa | store",
        "$s5store4ShopC5countSivpWvd | store",
        "$s5store5PriceVwxx | store",
        "$sSa6appendyyxnFSi_Tg5 | Swift",
        "_TFC5store4Shop4sellfT_T_ | store",
        "__TtC5store4Shop | store",
        "$s5store4KindOWOy | ''",
        "$sSiIegy_SiIegn_TR | ''",
        "$sSo8NSObjectCMa | ''",
        "$sSaySo8NSObjectCGML | ''",
        "$s5store4sell | ''",
        "main | ''",
      })
  void tellsWhoseSourceItIsOf(String name, String module) {
    assertThat(SwiftDemangler.tryModule(name).orElse("")).isEqualTo(module);
  }

  /** What has more than one thing, refers to what is not there, or is of C. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$s5store4sellyyFSi",
        "$s5store4sellyyFQ",
        "$s5storeAZ",
        "$s5store9999999999sellyyF",
        "$s5store4sellyyFTw",
        "$s5store4sell",
        "$s",
        "_$s",
        "$",
        "_",
        "",
        "main",
        "_TIFFOpen",
        "_TMalloc",
        "_Transport",
        "_Test",
        "__TEXT",
        "_TSi",
        "$stack",
        "$sum",
        "$S123",
        "_$sxxxIxzCXxxxesy"
      })
  void leavesOtherNamesAsTheyAre(String name) {
    assertThat(SwiftDemangler.tryDemangle(name)).isEmpty();
    assertThat(SwiftDemangler.tryBrief(name)).isEmpty();
    assertThat(SwiftDemangler.demangle(name)).isEqualTo(name);
  }

  @Test
  void instancesAppendWhatTheStaticMethodsTell() {
    SwiftDemangler demangler = new SwiftDemangler();
    TextBuffer text = new TextBuffer();
    assertThat(demangler.tryAppend(NameSlice.of("_$s5store4sellyyF"), text)).isTrue();
    assertThat(text).hasToString("store.sell() -> ()");
    for (String other : List.of("", "$", "$x", "_$x", "_T", "main", "_main")) {
      assertThat(demangler.tryAppend(NameSlice.of(other), text)).as(other).isFalse();
    }
    assertThat(text).hasToString("store.sell() -> ()");
    assertThat(Demangler.demangle("_$s5store4sellyyF")).isEqualTo(text.toString());
    assertThat(SwiftDemangler.demangle("__TtC5store4Shop")).isEqualTo("store.Shop");
  }

  /** Nothing but an answer comes of any cut and any letter changed. */
  @Test
  void damagedNamesAreRefusedOrRead() {
    String letters = "AGIQRSTXYZ_ycdfgilnprtuxz0159.";
    List<String[]> rows = names();
    for (int i = 0; i < rows.size(); i += 37) {
      String name = rows.get(i)[0];
      for (int at = 0; at < Math.min(name.length(), 160); at++) {
        assertThat(SwiftDemangler.tryDemangle(name.substring(0, at))).isNotNull();
        char letter = letters.charAt((i + at) % letters.length());
        String changed = name.substring(0, at) + letter + name.substring(at + 1);
        assertThat(SwiftDemangler.tryDemangle(changed)).isNotNull();
        assertThat(SwiftDemangler.tryBrief(changed)).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sg", "m", "Xo", "y_Sit", "ycD", "A2047a", "S2048i", "1aV", "_t", "ySaG"})
  void refusesDeepNesting(String unit) throws InterruptedException {
    for (String start : List.of("$sSi", "$s1a1bV", "$sy")) {
      String name = start + unit.repeat(8_000) + "D";
      Thread small =
          new Thread(
              null,
              () ->
                  assertThat(SwiftDemangler.tryDemangle(name).orElse("")).hasSizeLessThan(1 << 20),
              "small",
              1 << 19);
      Throwable[] failure = new Throwable[1];
      small.setUncaughtExceptionHandler((thread, thrown) -> failure[0] = thrown);
      small.start();
      small.join();
      assertThat(failure[0]).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GSq", "XM", "M", "F", "T", "R", "u", "P", "E1a", "FF"})
  void refusesDeepNestingOfOlderNames(String unit) {
    String name = "_Tt" + unit.repeat(8_000) + "Si";
    assertThat(SwiftDemangler.demangle(name)).isEqualTo(name);
    String entity = "_T" + unit.repeat(8_000) + "Si";
    assertThat(SwiftDemangler.demangle(entity)).isEqualTo(entity);
  }

  /** Each tuple has the one before it twice, so that the text would double each time. */
  @Test
  void refusesTextThatGrowsWithoutEnd() {
    StringBuilder name = new StringBuilder("$s1a1bVyACG");
    for (char c = 'D'; c < 'Z'; c++) {
      name.append("AAV1a").append("yA").append(Character.toLowerCase(c)).append(c).append("G");
    }
    String text = name.append("D").toString();
    assertThat(SwiftDemangler.tryDemangle(text).orElse("").length()).isLessThan(1 << 20);
    String longName = "$s" + 100_000 + "a".repeat(100_000) + "MXM";
    assertThat(SwiftDemangler.demangle(longName)).isEqualTo(longName);
  }
}
