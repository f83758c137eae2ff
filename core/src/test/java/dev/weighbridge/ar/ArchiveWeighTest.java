package dev.weighbridge.ar;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.ar.ArFile;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What archives weigh, member by member. */
class ArchiveWeighTest {
  private static BinaryModel model(String name) {
    return BinaryModel.of(
        name, Fixtures.bytes("ar/" + name), OpenOptions.DEFAULT.withPricing(Pricing.OWN));
  }

  private static SizeRow row(List<SizeRow> rows, String label) {
    return rows.stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "libfix.a",
        "libtinylib.rlib",
        "libfix-darwin.a",
        "fixdll-msvc.lib",
        "kernel32-import.lib",
        "libfix.dll.a"
      })
  void membersWeighWhatTheirHeadersSay(String name) {
    BinaryModel model = model(name);
    assertThat(model).coversFileExactly();
    assertThat(model.diagnostics()).isEmpty();
    ArFile archive = model.file().as(ArFile.class).orElseThrow();
    Map<String, Integer> namesakes = new HashMap<>();
    List<String> expected =
        archive.files().stream()
            .map(m -> name + "(" + told(m.name(), namesakes) + ") " + archive.content(m).length())
            .toList();
    List<SizeRow> rows = model.by(Dimensions.IMAGE).rows();
    assertThat(rows.stream().map(r -> r.label() + " " + r.fileSize()))
        .containsAll(expected)
        .hasSize(expected.size() + 1);
    long headers = 8 + 60L * archive.members().size();
    assertThat(row(rows, "[container]").fileSize(Kind.HEADERS)).isGreaterThanOrEqualTo(headers);
  }

  /** A second member of one name carries its number. */
  private static String told(String member, Map<String, Integer> namesakes) {
    int number = namesakes.merge(member, 1, Integer::sum);
    return number == 1 ? member : member + " #" + number;
  }

  /** {@code nm -S}: enter_add and enter_mul take 13 bytes each, main 256 in its own section. */
  @Test
  void symbolsAreCountedInTheirMember() {
    List<SizeRow> rows = model("libfix.a").by(Dimensions.IMAGE, Dimensions.SYMBOL).rows();
    SizeRow program = row(rows, "libfix.a(prog_with_a_rather_long_name.o)");
    SizeRow library = row(rows, "libfix.a(lib_with_a_rather_long_name.o)");
    assertThat(row(program.rows(), "main").fileSize(Kind.CODE)).isPositive();
    assertThat(library.rows()).extracting(SizeRow::label).contains("api_crc", "hidden_helper");
    assertThat(library.rows()).extracting(SizeRow::label).doesNotContain("main", "crc32_of");
  }

  @Test
  void universalFilesMayHoldArchives() {
    BinaryModel model = model("libfix-universal.a");
    assertThat(model).coversFileExactly();
    assertThat(model.by(Dimensions.IMAGE).rows())
        .extracting(SizeRow::label)
        .containsExactlyInAnyOrder(
            "libfix-universal.a[arm64](lib-arm64.o)",
            "libfix-universal.a[arm64](util-arm64.o)",
            "libfix-universal.a[x86_64](lib-x64.o)",
            "libfix-universal.a[x86_64](util-x64.o)",
            "[container]");
    assertThat(model.file().machine()).isEqualTo("x86_64+aarch64");
  }

  @Test
  void importObjectsAreAboutTheirSymbol() {
    List<SizeRow> rows =
        BinaryModel.of("k.lib", Fixtures.bytes("ar/kernel32-import.lib"), OpenOptions.DEFAULT)
            .bySymbol()
            .rows();
    assertThat(row(rows, "AllocConsole").fileSize()).isEqualTo(20 + 13 + 13);
  }
}
