package dev.weighbridge.crates;

import static dev.weighbridge.testing.NamedCode.model;
import static dev.weighbridge.testing.NamedCode.symbols;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.dimension.Dimensions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionFamiliesTest {
  private static Map<String, Long> functions(String... names) {
    return symbols(model(names).by(Dimensions.FUNCTION));
  }

  @Test
  void closuresCountAsTheirFunction() {
    assertThat(
            functions(
                "_RNvC4mine3run", "_RNCNvC4mine3run0", "_RNCNCNvC4mine3run00", "_RNvC4mine4stop"))
        .isEqualTo(Map.of("mine::run", 3L, "mine::stop", 1L));
  }

  @Test
  void closuresOfAnInlinedFunctionStillNameIt() {
    assertThat(functions("_RNCNvC4mine3run0")).isEqualTo(Map.of("mine::run", 1L));
  }

  @Test
  void legacyClosuresCountToo() {
    assertThat(
            functions(
                "_ZN4mine3run17h0123456789abcdefE",
                "_ZN4mine3run28_$u7b$$u7b$closure$u7d$$u7d$17h1123456789abcdefE"))
        .isEqualTo(Map.of("mine::run", 2L));
  }

  @Test
  void piecesCountAsWhatTheyWereSplitFromIfThatIsInTheFile() {
    assertThat(
            functions("sort", "sort.cold", "sort.part.0.cold", "other.cold", "_RNvC4mine3run.cold"))
        .isEqualTo(Map.of("sort", 3L, "other.cold", 1L, "mine::run.cold", 1L));
    assertThat(functions("_RNvC4mine3run", "_RNvC4mine3run.cold.1"))
        .isEqualTo(Map.of("mine::run", 2L));
  }

  @Test
  void cratesOfOneNameStayApart() {
    assertThat(model("_RNvCs1_4mine3run", "_RNvCs2_4mine3run").by(Dimensions.FUNCTION).rows())
        .hasSize(2);
  }
}
