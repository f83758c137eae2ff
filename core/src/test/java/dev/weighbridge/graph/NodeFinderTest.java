package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.testing.NamedCode;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NodeFinderTest {
  private static final String LEGACY = "_ZN4core3fmt5Write9write_fmt17h0123456789abcdefE";
  private static final String TWIN = "_ZN4core3fmt5Write9write_fmt17h1123456789abcdefE";
  private static final Attribution FILE =
      NamedCode.model("plain", LEGACY, TWIN, "same", "same").attribution();
  private static final NodeFinder FINDER = new NodeFinder(FILE);

  @Test
  void aRawNameIsOneNodeAndAReadableOneMayBeSeveral() {
    assertThat(FINDER.named("plain")).containsExactly(0);
    assertThat(FINDER.named(TWIN)).containsExactly(2);
    assertThat(FINDER.named("core::fmt::Write::write_fmt")).containsExactly(1, 2);
    assertThat(FINDER.named("same")).containsExactly(3, 4);
    assertThat(FINDER.named("plai")).isEmpty();
  }

  @Test
  void anAddressIsTheNodeThere() {
    assertThat(FINDER.named("0x10")).containsExactly(1);
    assertThat(FINDER.named("0x1F")).containsExactly(1);
    assertThat(FINDER.named("0x5000")).isEmpty();
    assertThat(FINDER.named("0x")).isEmpty();
    assertThat(FINDER.named("0x-1")).isEmpty();
    assertThat(FINDER.address(2)).isEqualTo(0x20);
  }

  @Test
  void theClosestNamesHoldTheTextOrItsLastWord() {
    assertThat(FINDER.closest("WRITE", 3)).containsExactly("core::fmt::Write::write_fmt");
    assertThat(FINDER.closest("std::fmt::write_fmt", 3))
        .containsExactly("core::fmt::Write::write_fmt");
    assertThat(FINDER.closest("nothing", 3)).isEmpty();
  }

  @Test
  void aPatternIsSoughtInBothNames() {
    assertThat(FINDER.matching(Pattern.compile("h11234")).stream()).containsExactly(2);
    assertThat(FINDER.matching(Pattern.compile("fmt::Write")).stream()).containsExactly(1, 2);
  }
}
