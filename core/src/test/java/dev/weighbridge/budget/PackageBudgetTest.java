package dev.weighbridge.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.check.CheckReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets of packages, by the truth beside the fixtures. */
class PackageBudgetTest {
  @TempDir Path folder;

  private PackageModel open(String file) throws IOException {
    Path path = folder.resolve(file);
    Files.write(path, Fixtures.array("packages/" + file));
    return PackageModel.open(path);
  }

  private BudgetCheck check(String toml) throws IOException {
    Gate gate = Gate.of(SizeBudget.parse("budget.toml", toml));
    return BudgetCheck.of(gate, open("app-docker.tar").answers());
  }

  private static Stream<Tuple> figures(BudgetCheck check) {
    return check.verdicts().stream()
        .map(one -> tuple(one.subject().text(), one.actual(), one.passes()));
  }

  @Test
  void theOuterFileIsShippedAndFileIsWhatIsInIt() throws IOException {
    BudgetCheck check =
        check(
            """
            [limits]
            file = 322966
            [limits.shipped]
            allowed = 361983
            [limits.shipped.layer]
            "/step 2/" = 143872
            """);
    assertThat(figures(check))
        .containsExactly(
            tuple("file", 322_966L, true),
            tuple("shipped", 361_984L, false),
            tuple("layer /step 2/", 143_872L, true));
    assertThat(check.verdicts().get(1).message())
        .isEqualTo(
            "shipped: 361,984 bytes shipped, allowed 361,983 bytes shipped: 1 byte too many");
    assertThat(check.verdicts().get(1).movers().get(0))
        .extracting(Mover::label, Mover::after)
        .containsExactly("usr/bin/app", 219_136L);
  }

  @Test
  void entriesTypesAndHiddenBytesHaveLimits() throws IOException {
    BudgetCheck check =
        check(
            """
            [limits.entry]
            "srv/copy" = 84296
            "/^usr/bin/" = 217744
            "hidden by a later layer" = "0 B"
            [limits."entry:1"]
            usr = { allowed = "1 B", reason = "small" }
            [limits.type]
            "ELF executable" = "400 KB"
            """);
    assertThat(figures(check))
        .containsExactly(
            tuple("entry srv/copy", 84_296L, true),
            tuple("entry /^usr/bin/", 217_744L, true),
            tuple("entry hidden by a later layer", 19_280L, false),
            tuple("entry:1 usr", 217_744L, false),
            tuple("type ELF executable", 321_320L, true));
    assertThat(check.verdicts().get(2).movers())
        .extracting(Mover::label)
        .containsExactly("layer 1: step 1");
  }

  @Test
  void rowsOfBinariesCountInAllOfThemOrInOne() throws IOException {
    String toml =
        """
        [limits.section]
        ".text" = 1
        [limits.entry."srv/copy"]
        allowed = "100 KB"
        [limits.entry."srv/copy".section]
        ".text" = 37348
        "*" = "36 KiB"
        """;
    BudgetCheck check = check(toml);
    Verdict all = check.verdicts().get(0);
    // Truth: .text of srv/copy has 37,348 bytes, as readelf says; the package holds two more.
    assertThat(all.movers()).hasSize(3);
    assertThat(all.actual()).isEqualTo(all.movers().stream().mapToLong(Mover::after).sum());
    assertThat(figures(check).skip(1))
        .containsExactly(
            tuple("entry srv/copy", 84_296L, true),
            tuple("section .text in srv/copy", 37_348L, true),
            tuple("section .text in srv/copy", 37_348L, false));
    assertThat(check.tightened()).contains("\".text\" = 37348").contains("allowed = \"85 KB\"");
    assertThat(CheckReport.FORMATS)
        .allSatisfy(format -> assertThat(new CheckReport(check).text(format)).contains("srv/copy"));
    assertThat(new CheckReport(check).text(OutputFormat.JSON))
        .contains("\"format\":\"docker-archive\",\"shippedSize\":361984", "\"entry\":\"srv/copy\"")
        .doesNotContain("machine");
  }

  @Test
  void growthIsThatOverAnotherPackage() throws IOException {
    SizeBudget budget =
        SizeBudget.parse(
            "budget.toml",
            """
            [growth]
            file = 0
            [growth.shipped]
            allowed = "1 %"
            [growth.shipped.entry]
            "usr/bin/app" = 100000
            """);
    Gate gate = Gate.of(budget).since(open("app-oci.tar").answers());
    BudgetCheck check = BudgetCheck.of(gate, open("app-docker.tar").answers());
    assertThat(check.verdicts().get(1).before()).hasValue(186_880);
    assertThat(check.verdicts().get(1).message()).contains("175,104 more than before");
    assertThat(check.verdicts().get(1).movers().get(0).change()).isEqualTo(97_428);
    assertThat(check.verdicts().get(2).passes()).isTrue();
    assertThat(check("[growth]\nshipped = 1").unchecked()).hasSize(1);
  }

  @Test
  void whatCannotBeLimitedThereIsToldByItsLine() {
    assertThatThrownBy(() -> check("[limits]\nfile = 1\nsymbols = 3"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "budget.toml: line 3: symbols: expected a limit that packages can have: shipped, file,"
                + " or rows of a dimension, found one of a binary alone");
    assertThatThrownBy(() -> check("[limits.region]\nFLASH = 3"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("line 2: region FLASH");
    BinaryModel binary = BinaryModel.of("c", Fixtures.bytes("elf/c-x64"), OpenOptions.DEFAULT);
    SizeBudget inside =
        SizeBudget.parse("budget.toml", "[limits.entry.\"bin/a.b\".section]\n\".text\" = 1");
    assertThat(inside.limits().get(0).terms().line()).isEqualTo(2);
    assertThatThrownBy(() -> BudgetCheck.of(Gate.of(inside), binary.query()))
        .hasMessage(
            "section .text in bin/a.b: expected a package, which has entries, found a file of one"
                + " binary");
  }
}
