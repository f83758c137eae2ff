package dev.weighbridge.crates;

import static dev.weighbridge.testing.NamedCode.model;
import static dev.weighbridge.testing.NamedCode.symbols;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleTableTest {
  private static final String HASH = "17h0123456789abcdefE";

  @Test
  void v0NamesSpellTheModule() {
    BinaryModel model =
        model(
            // serde_json::de::from_str::<mine::Config>
            "_RINvNtC10serde_json2de8from_strNtCs_4mine6ConfigEBv_",
            // <serde_json::de::Reader>::next
            "_RNvMNtC10serde_json2deNtB2_6Reader4next",
            // serde_json::ser::to_string
            "_RNvNtC10serde_json3ser9to_string");
    assertThat(symbols(model.by(Dimensions.MODULE)))
        .isEqualTo(Map.of("serde_json::de", 2L, "serde_json::ser", 1L));
  }

  @Test
  void legacyPathsOfTypesTellTheModuleOfTheType() {
    BinaryModel model =
        model(
            "_ZN10serde_json2de8from_str" + HASH,
            "_ZN63_$LT$serde_json..de..Reader$u20$as$u20$core..iter..Iterator$GT$4next" + HASH,
            "_ZN10serde_json5Value3new" + HASH);
    assertThat(symbols(model.by(Dimensions.MODULE)))
        .isEqualTo(Map.of("serde_json::de", 2L, "serde_json", 1L));
  }

  @Test
  void whatHasNoModuleHasItsCrate() {
    assertThat(symbols(model("memcpy", "_RNvNtC4mine3abc1f").by(Dimensions.MODULE)))
        .isEqualTo(Map.of("[C/C++]", 1L, "mine::abc", 1L));
  }

  /** A thunk between types is of no module: what is left is the language. */
  @Test
  void modulesOfSwiftAreModulesAndCrates() {
    BinaryModel model =
        model(
            "$s5store4ShopC4sellyyF",
            "$s5store3BoxV5salesE4sellyyF",
            "$sSa6appendyyxnFSi_Tg5",
            "$sSiIegy_SiIegn_TR");
    Map<String, Long> expected = Map.of("store", 1L, "sales", 1L, "Swift", 1L, "[Swift]", 1L);
    assertThat(symbols(model.by(Dimensions.MODULE))).isEqualTo(expected);
    assertThat(symbols(model.by(Dimensions.CRATE))).isEqualTo(expected);
  }

  @Test
  void cratesOfOneNameAreToldApart() {
    assertThat(symbols(model("_RNvNtCs1_4mine1a1f", "_RNvNtCs2_4mine1a1f").by(Dimensions.MODULE)))
        .isEqualTo(Map.of("mine[3]::a", 1L, "mine[4]::a", 1L));
  }

  @Test
  void aTreeOfModulesAddsUp() {
    BinaryModel model =
        model("_RNvNtNtC4mine1a1b1f", "_RNvNtNtC4mine1a1c1f", "_RNvNtC4mine1a1f", "_RNvC4mine1f");
    SizeTree tree = model.by(Dimensions.module(1), Dimensions.module(2), Dimensions.module(3));
    assertThat(tree.rows()).extracting(SizeRow::label).containsExactly("mine");
    List<SizeRow> second = tree.rows().get(0).rows();
    assertThat(second).extracting(SizeRow::label).containsExactly("mine::a", "mine");
    assertThat(second.get(0).fileSize()).isEqualTo(48);
    assertThat(second.get(0).rows())
        .extracting(SizeRow::label)
        .containsExactlyInAnyOrder("mine::a", "mine::a::b", "mine::a::c");
  }

  @Test
  void aTreeHasAtLeastOneLevel() {
    assertThatThrownBy(() -> Dimensions.module(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("module depth: expected 1 or more, found 0");
  }
}
