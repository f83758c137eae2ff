package dev.weighbridge.crates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.LinkedProgram.Placed;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.inspect.ExplainReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The crates of programs without names against the maps of their linkers. */
class StrippedTruthTest {
  /** Std, and what it has copies of; those of the program lie elsewhere. */
  private static final Set<String> STANDARD =
      Set.of(
          "std",
          "core",
          "alloc",
          "compiler_builtins",
          "panic_unwind",
          "unwind",
          "gimli",
          "addr2line",
          "rustc_demangle",
          "adler2",
          "std_detect",
          "hashbrown",
          "memchr",
          "miniz_oxide",
          "object");

  private static BinaryModel model(String name) {
    byte[] file = new LinkedProgram(name).stripped();
    return BinaryModel.of(name, Bytes.of(file), OpenOptions.DEFAULT);
  }

  /** Bytes of code, those of them that have a crate, and those that have the right one. */
  private record Score(long all, long claimed, long right) {
    private static Score of(
        String name, Attribution attribution, CratePolicy policy, String program) {
      CrateTable crates = Crates.of(attribution, policy);
      Score score = new Score(0, 0, 0);
      for (Placed placed : new LinkedProgram(name).placed()) {
        if (placed.section().equals(".text") && !placed.crate().equals(LinkedProgram.NATIVE)) {
          score = score.and(attribution, crates, placed, program);
        }
      }
      return score;
    }

    private Score and(Attribution attribution, CrateTable crates, Placed placed, String program) {
      Partition partition = attribution.partition();
      long start = attribution.addressMap(0).place(placed.address());
      long end = start + placed.size();
      Score score = this;
      for (long at = start; at < end; ) {
        int span = partition.spanAt(at);
        long bytes = Math.min(end, partition.end(span)) - at;
        if (partition.kind(span) != Kind.PADDING) {
          int crate = crates.ofSpan(span, Pricing.FULL);
          String said = crate < 0 ? "" : crates.crate(crate).name();
          boolean isRight =
              switch (said) {
                case "[standard library]" -> STANDARD.contains(placed.crate());
                case "[program]" -> placed.crate().equals(program);
                default -> placed.crate().equals(said);
              };
          score =
              new Score(
                  score.all + bytes,
                  score.claimed + (crate < 0 ? 0 : bytes),
                  score.right + (isRight ? bytes : 0));
        }
        at += bytes;
      }
      return score;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "j2c-release, j2c, 0.99, 1",
    "j2cx-release, j2cx, 0.98, 1",
    "packer, packer, 0.95, 1",
    "levels-lld, app, 0.25, 1",
    "levels-gnu, app, 0.2, 1"
  })
  void theOrderOfTheLinkTellsWhoCompiled(
      String name, String program, double claimed, double right) {
    Score score = Score.of(name, model(name).attribution(), CratePolicy.INSTANTIATING, program);
    assertThat((double) score.claimed / score.all).as("claimed").isGreaterThanOrEqualTo(claimed);
    assertThat((double) score.right / score.claimed).as("right").isGreaterThanOrEqualTo(right);
  }

  /** GNU ld leaves hidden globals without a unit. */
  @Test
  void unitsThatGnuLdTookAreGivenBack() {
    Attribution attribution = new LinkedProgram("levels-named").model().attribution();
    Score score = Score.of("levels-named", attribution, CratePolicy.INSTANTIATING, "app");
    assertThat((double) score.right / score.claimed).isGreaterThan(0.998);
    assertThat((double) score.claimed / score.all).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @ValueSource(strings = {"j2c-release", "j2cx-release", "packer", "levels-lld", "levels-gnu"})
  void theReportSaysWhichCratesTheseAre(String name) {
    assertThat(model(name).query().cratePolicy()).isEqualTo(CratePolicy.INSTANTIATING);
  }

  @Test
  void whatIsWantedIsDone() {
    BinaryModel model = model("levels-lld");
    for (CratePolicy policy : CratePolicy.values()) {
      assertThat(model.query().withCratePolicy(policy).cratePolicy()).isEqualTo(policy);
    }
    assertThat(new LinkedProgram("j2c-release").model().query().cratePolicy())
        .isEqualTo(CratePolicy.RESPONSIBLE);
  }

  /** The copy of {@code alpha::fold} that the program has compiled, see levels-src. */
  @Test
  void whoseSourceCodeIsIsToldByItsOwnPathsOnly() {
    Attribution attribution = model("levels-lld").attribution();
    int span = attribution.partition().spanAt(attribution.addressMap(0).place(0x2720));
    int owner = attribution.partition().owner(span);
    CrateTable compilers = Crates.of(attribution, CratePolicy.INSTANTIATING);
    assertThat(compilers.label(compilers.ofOwner(owner))).isEqualTo("[program]");
    assertThat(compilers.evidence(owner)).isEqualTo(CrateEvidence.LINK_ORDER);
    for (CratePolicy policy : Set.of(CratePolicy.DEFINING, CratePolicy.RESPONSIBLE)) {
      CrateTable sources = Crates.of(attribution, policy);
      assertThat(sources.label(sources.ofOwner(owner))).isEqualTo("alpha");
      assertThat(sources.evidence(owner)).isEqualTo(CrateEvidence.SOURCE_PATH);
    }
  }

  /** In code that link-time optimisation has mixed, 31 to 60 % of neighbours are of one crate. */
  @Test
  void whoseSourceNeighboursAreTellsNothing() {
    Attribution attribution = model("j2cx-release").attribution();
    CrateTable sources = Crates.of(attribution, CratePolicy.DEFINING);
    for (int owner = 0; owner < attribution.owners().count(); owner++) {
      assertThat(sources.evidence(owner)).isNotEqualTo(CrateEvidence.CRATE_AROUND);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"j2cx-release", "levels-gnu"})
  void savedModelsKeepThem(String name) throws IOException {
    BinaryModel model = model(name);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    model.save(saved);
    BinaryModel kept = BinaryModel.of(name, Bytes.of(saved.toByteArray()), OpenOptions.DEFAULT);
    assertThat(rows(kept)).isEqualTo(rows(model));
    assertThat(kept.query().cratePolicy()).isEqualTo(CratePolicy.INSTANTIATING);
  }

  private static List<String> rows(BinaryModel model) {
    return model.by(Dimensions.CRATE).rows().stream()
        .map(row -> row.label() + " " + row.fileSize())
        .toList();
  }

  @Test
  void explainSaysHowTheCrateIsKnown() {
    BinaryModel model = model("levels-lld");
    Explanation place = model.explainAddress(0x2720).orElseThrow();
    ExplainReport report = new ExplainReport(model.attribution(), place);
    assertThat(report.text(OutputFormat.TEXT)).contains("[program] (link-order)");
  }
}
