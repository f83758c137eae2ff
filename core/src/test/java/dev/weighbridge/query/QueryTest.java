package dev.weighbridge.query;

import static dev.weighbridge.testing.NamedCode.model;
import static dev.weighbridge.testing.NamedCode.symbols;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.category.Grouping;
import dev.weighbridge.category.RuleFile;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.report.SizeReport;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever the dimension, the query decides whose code counts as whose. */
class QueryTest {
  /** {@code alloc::vec::grow::<mine::Config>}, compiled for the crate mine. */
  private static final String GROW = "_RINvNtC5alloc3vec4growNtCs_4mine6ConfigEBm_";

  private static final Query QUERY = Query.of(model(GROW).attribution());

  private static Map<String, Long> symbolsBy(Query query, Dimension dimension) {
    return symbols(new SizeTree(query, List.of(dimension)));
  }

  @Test
  void theUsualQuestionIsThatOfTheUsualOptions() {
    assertThat(QUERY.pricing()).isEqualTo(Pricing.FULL);
    assertThat(QUERY.cratePolicy()).isEqualTo(CratePolicy.RESPONSIBLE);
    assertThat(QUERY.stdView()).isEqualTo(StdView.SPLIT);
    assertThat(model(GROW).query().withAttribution(QUERY.attribution())).isEqualTo(QUERY);
  }

  @Test
  void thePolicyDecidesForCratesAndCategoriesAndGroupings() {
    Query defining = QUERY.withCratePolicy(CratePolicy.DEFINING);
    assertThat(symbolsBy(QUERY, Dimensions.CRATE)).isEqualTo(Map.of("mine", 1L));
    assertThat(symbolsBy(defining, Dimensions.CRATE)).isEqualTo(Map.of("alloc", 1L));
    // The module alloc::vec is of the collections only if the standard library pays for it.
    assertThat(symbolsBy(QUERY, Dimensions.CATEGORY)).isEqualTo(Map.of("program code", 1L));
    assertThat(symbolsBy(defining, Dimensions.CATEGORY)).isEqualTo(Map.of("collections", 1L));
    String rules =
        "[[grouping]]\nname = \"g\"\n[[grouping.rule]]\nlabel = \"us\"\ncrate = \"mine\"";
    Grouping grouping = RuleFile.parse("demo.toml", rules).get(0);
    assertThat(symbolsBy(QUERY, Dimensions.grouping(grouping))).isEqualTo(Map.of("us", 1L));
    assertThat(symbolsBy(defining, Dimensions.grouping(grouping))).isEqualTo(Map.of("[other]", 1L));
  }

  @Test
  void whatHasNoModuleIsOfTheCrateAsTheQueryShowsIt() {
    // Only functions have a module; __rust_alloc is the standard library's.
    Query query = Query.of(model("__rust_alloc", "_RNvC4mine4main").attribution());
    assertThat(symbolsBy(query, Dimensions.MODULE)).isEqualTo(symbolsBy(query, Dimensions.CRATE));
    Query collapsed = query.withStdView(StdView.COLLAPSED);
    assertThat(symbolsBy(collapsed, Dimensions.MODULE)).isEqualTo(Map.of("std", 1L, "mine", 1L));
  }

  @Test
  void anAnswerThatRestsOnCratesNamesThePolicy() {
    for (Dimension dimension : Dimensions.all()) {
      Query defining = QUERY.withCratePolicy(CratePolicy.DEFINING);
      SizeTree tree = new SizeTree(defining, List.of(dimension));
      SizeReport report = new SizeReport(defining.attribution().file(), tree, RowSelection.ALL);
      assertThat(report.cratePolicy().isPresent())
          .as(dimension.name())
          .isEqualTo(List.of("crate", "category").contains(dimension.name()));
      report.cratePolicy().ifPresent(policy -> assertThat(policy).isEqualTo(CratePolicy.DEFINING));
    }
  }
}
