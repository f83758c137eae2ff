package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that UPX has packed, without an option that says so. */
class PackedProgramTest {
  @TempDir private Path folder;
  private String packed = "";
  private String program = "";

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("packed");
    packed = Files.write(file, Fixtures.array("upx/c-x64-nrv2e")).toString();
    Path original = folder.resolve("program");
    program = Files.write(original, Fixtures.array("elf/c-x64")).toString();
  }

  @Test
  void areWeighedByWhatIsInside() {
    Outcome outcome = Shell.run("size", packed, "--by", "section", "-n", "2");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .startsWith("packed: ELF x86_64, 16,992 bytes in the file, packed by UPX in 7,232 bytes\n")
        .contains("  2,841         39.28          -            -      -  [UPX stub]\n")
        .contains("  1,117         15.45      1,117        1,117    995  .text\n")
        .contains("  7,232        100.00     16,992")
        .contains("Shipped: packed, upx, 7,232 bytes, 42.56 % of the file\n");
    Outcome json = Shell.run("size", packed, "--by", "section", "--format", "json");
    assertThat(json.out())
        .contains(
            "\"shipping\":{\"format\":\"upx\",\"source\":\"packed\",\"shippedSize\":7232,"
                + "\"frame\":3253}");
  }

  /** Both sizes are those of the files; symbols are those that readelf tells of the original. */
  @Test
  void areComparedByWhatTravelsForWhatIsInside() {
    Outcome outcome = Shell.run("diff", program, packed, "--by", "symbol", "-n", "1");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("new: packed, ELF x86_64, 16,992 bytes in the file, packed by UPX in 7,232 bytes")
        .contains("-9,760 bytes shipped: [padding] -8,040")
        .contains(" 16,992    7,232   -9,760     -57.44           shipped\n")
        .contains("Old: Shipped: as it is, 16,992 bytes, 100.00 % of the file\n");
    assertThat(Shell.run("diff", program, packed, "--format", "markdown").out())
        .contains("16,992 → **7,232 bytes shipped**");
    String files = Shell.run("diff", program, packed, "--measure", "file").out();
    assertThat(files).contains("No change in size");
    assertThat(Shell.run("compare", program, packed).out())
        .contains("file          16,992  16,992       -        -\n")
        .contains("shipped       16,992   7,232  -9,760   -57.44\n");
  }

  @Test
  void keepLimitsOnWhatIsInsideAndOnWhatTravels() throws IOException {
    Path budget = folder.resolve("budget.toml");
    Files.writeString(budget, "[limits]\nfile = 16992\nshipped = 7232\nsymbol.main = 411\n");
    String limits = budget.toString();
    Outcome kept = Shell.run("check", packed, "--budget", limits);
    assertThat(kept.status()).isZero();
    Files.writeString(budget, "[growth]\nshipped = 0\n");
    Outcome grown = Shell.run("check", program, "--budget", limits, "--since", packed);
    assertThat(grown.status()).isOne();
    assertThat(grown.out()).contains("9,760");
  }

  @Test
  void areKeptInAHistoryAsWhatIsInsideAndWhatTravels() {
    String history = folder.resolve("history.jsonl").toString();
    assertThat(Shell.run("history", "add", history, packed, "--commit", "c1").status()).isZero();
    assertThat(Shell.run("history", "trend", history, "--of", "shipped").out()).contains("7,232");
    assertThat(Shell.run("history", "trend", history, "--of", "file").out()).contains("16,992");
  }

  @Test
  void areLookedIntoByRules() {
    String advice = Shell.run("lint", packed).out().replaceAll("\\s+", " ");
    assertThat(advice)
        .contains("symbols are not stripped: 2,152 bytes can go")
        .contains(
            "the file is packed with UPX in 7,232 bytes; what else is found is told of the 16,992"
                + " bytes inside");
  }

  @Test
  void areInspectedAsTheyAreAndAsWhatIsInside() {
    Outcome outcome = Shell.run("inspect", packed);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("UPX-packed data").contains("UPX stub").contains(".text");
    assertThat(Shell.run("spans", packed, "--columns", "shipped").out()).contains("main");
    assertThat(Shell.run("explain", packed, "@1000").out()).contains("UPX-packed data");
  }

  @Test
  void savedModelsKeepWhatRowsCost() {
    String model = folder.resolve("saved").toString();
    assertThat(Shell.run("save", packed, "-o", model).status()).isZero();
    Outcome outcome = Shell.run("size", model, "--by", "section", "--measure", "shipped");
    assertThat(outcome.out()).contains("1,117").contains("7,232        100.00");
  }

  @Test
  void damagedOnesAreToldOnStandardError() throws IOException {
    byte[] file = Fixtures.array("upx/c-x64-nrv2e");
    file[1_000] ^= 1;
    String damaged = Files.write(folder.resolve("damaged"), file).toString();
    Outcome outcome = Shell.run("size", damaged, "--by", "symbol");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("7,232").contains("[UPX-packed data]");
    assertThat(outcome.err()).contains("damaged: 1 diagnostic");
    assertThat(Shell.run("inspect", damaged).out()).contains("UPX checksum of packed data");
  }
}
