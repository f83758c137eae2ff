package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.category.Grouping;
import dev.weighbridge.category.RuleFile;
import dev.weighbridge.query.UnknownWordException;
import dev.weighbridge.testing.NamedCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DimensionWordsTest {
  private static final String ALL =
      "image, segment, region, section, kind, member, symbol, generic, crate, module, function,"
          + " category, evidence, library, language, unit, source, line, instance, inline,"
          + " inlined-by, crate-version, dependency, layer, entry, type";

  private static List<String> names(String words) {
    return Dimensions.parse(words).stream().map(Dimension::name).toList();
  }

  @Test
  void eachDimensionHasAWord() {
    List<Dimension> all = new ArrayList<>(Dimensions.all());
    all.addAll(Dimensions.ofCargo());
    all.addAll(Dimensions.ofPackages());
    assertThat(Dimensions.parse(String.join(",", Dimensions.names()))).isEqualTo(all);
  }

  @Test
  void modulesCanBeLevels() {
    assertThat(names("module:2")).containsExactly("module:2");
    assertThat(names("crate,module:1-3,symbol"))
        .containsExactly("crate", "module:1", "module:2", "module:3", "symbol");
    assertThat(names("source:3,source:1-2")).containsExactly("source:3", "source:1", "source:2");
    assertThat(names("inlined-by:1-2")).containsExactly("inlined-by:1", "inlined-by:2");
    assertThat(names("line:func,line")).containsExactly("line:func", "line");
    assertThat(names("module:16-16")).containsExactly("module:16");
  }

  @Test
  void aLevelStandsOnce() {
    for (String words : List.of("section,section", "crate,symbol,crate", "module:1-3,module:2")) {
      String last = words.substring(words.lastIndexOf(',') + 1);
      assertThatThrownBy(() -> Dimensions.parse(words))
          .isInstanceOf(UnknownWordException.class)
          .hasMessage("expected each level once, %s is there twice, found '%s'", last, last);
    }
  }

  @Test
  void aGroupingIsAWordAndGoesFirst() {
    String rules =
        """
        [[grouping]]
        name = "category"
        [[grouping.rule]]
        label = "code"
        kind = "code"
        """;
    List<Grouping> groupings = RuleFile.parse("demo.toml", rules);
    Dimension own = Dimensions.parse("category", groupings).get(0);
    assertThat(own).isNotSameAs(Dimensions.CATEGORY).isInstanceOf(GroupingDimension.class);
    assertThat(own.name()).isEqualTo("category");
  }

  @Test
  void aWordThatNamesNothingSaysWhatItMayBe() {
    refuses("symbl", "expected some of " + ALL + ", found 'symbl'; did you mean symbol?");
    refuses("crate,,symbol", "expected some of " + ALL + ", found ''");
    refuses("", "expected some of " + ALL + ", found ''");
    refuses("source:3-2", "expected source:N or source:M-N with M <= N <= 16, found 'source:3-2'");
    for (String word : List.of("module:3-2", "module:1-17", "module:99")) {
      refuses(word, "expected module:N or module:M-N with M <= N <= 16, found '" + word + "'");
    }
    refuses("module:0", "expected some of " + ALL + ", found 'module:0'; did you mean module?");
  }

  private static void refuses(String words, String message) {
    assertThatThrownBy(() -> Dimensions.parse(words))
        .isInstanceOf(UnknownWordException.class)
        .hasMessage(message);
  }

  @Test
  void cratesAreTheUsualLevelWhereThereAreRustNames() {
    assertThat(Dimensions.usual(NamedCode.model("main").file()))
        .containsExactly(Dimensions.SECTION, Dimensions.SYMBOL);
    assertThat(Dimensions.usual(NamedCode.model("main", "_RNvC4mine4main").file()))
        .containsExactly(Dimensions.CRATE, Dimensions.SYMBOL);
  }
}
