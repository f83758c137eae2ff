package dev.weighbridge.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.config.ConfigException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTableTest {
  private static final String TEXT =
      """
      fail-on = "warning"
      file = "1.5MB"
      plain = 4096
      share = 2.5
      day = 2027-01-31
      words = ["a", "b"]
      [limits.section]
      ".text" = "400 KiB"
      [[allow]]
      rule = "lto"
      [[allow]]
      rule = "strip"
      """;

  private final ConfigTable table = ConfigTable.toml("demo.toml", TEXT);

  @Test
  void valuesHaveTheTypesAskedFor() {
    assertThat(table.text("fail-on")).contains("warning");
    assertThat(table.bytes("file")).hasValue(1_500_000);
    assertThat(table.bytes("plain")).hasValue(4096);
    assertThat(table.count("plain")).hasValue(4096);
    assertThat(table.number("share")).hasValue(2.5);
    assertThat(table.date("day")).contains(LocalDate.of(2027, 1, 31));
    assertThat(table.texts("words")).containsExactly("a", "b");
    assertThat(table.table("limits").orElseThrow().table("section").orElseThrow().bytes(".text"))
        .hasValue(409_600);
    assertThat(table.tables("allow").get(1).text("rule")).contains("strip");
    assertThat(table.text("absent")).isEmpty();
  }

  @Test
  void wrongValuesNameThemselves() {
    assertThatThrownBy(() -> table.bytes("fail-on"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "demo.toml: line 1: fail-on: expected " + ByteCount.EXPECTED + ", found 'warning'");
    assertThatThrownBy(() -> table.tables("allow").get(0).requiredText("reason"))
        .hasMessage("demo.toml: line 9: allow[0].reason: expected a text, found none");
    assertThatThrownBy(() -> table.table("limits").orElseThrow().allowOnly("file", "kind"))
        .hasMessage("demo.toml: line 7: limits.section: expected one of file, kind, found section");
    assertThatThrownBy(() -> table.table("fail-on"))
        .hasMessage("demo.toml: line 1: fail-on: expected a table, found 'warning'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = ", "a = 1\na = 2", "= 3", "[a", "a = \"\u0001", "a = 1 b = 2"})
  void malformedTextIsOneLine(String text) {
    assertThatThrownBy(() -> ConfigTable.toml("bad.toml", text))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("bad.toml: expected well-formed TOML, found ")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @Test
  void depthIsBounded() {
    String deep = "a = " + "[".repeat(40) + "]".repeat(40);
    assertThatThrownBy(() -> ConfigTable.toml("deep.toml", deep))
        .isInstanceOf(ConfigException.class);
    String deeper = "a = " + "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> ConfigTable.toml("deep.toml", deeper))
        .isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> ConfigTable.json("deep.json", "[".repeat(100_000)))
        .isInstanceOf(ConfigException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "17, 17",
    "17 B, 17",
    "400 KiB, 409600",
    "400KiB, 409600",
    "1.5MB, 1500000",
    "0.5 KiB, 512",
    "2 GiB, 2147483648",
    "3KB, 3000"
  })
  void sizesAreRead(String text, long bytes) {
    assertThat(ByteCount.parse(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1 ",
        "-1",
        "+1",
        "1  KiB",
        "1kib",
        "1 kB",
        "1e3",
        "1,000",
        "0.3 B",
        ".5 KB",
        "99999999999 GiB",
        "1 TB",
        "KiB",
        "0x10",
        "1_000"
      })
  void whatIsNotASizeIsRefused(String text) {
    assertThat(ByteCount.parse(text)).isEmpty();
  }
}
