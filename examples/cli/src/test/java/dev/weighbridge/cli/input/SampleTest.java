package dev.weighbridge.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample must weigh what other tools say it weighs; their words lie beside it. */
class SampleTest {
  private static final Path FOLDER = Shell.SAMPLE.getParent();

  @Test
  void sectionsAgreeWithReadelf() throws IOException {
    BinaryModel model = Sample.open(OpenOptions.DEFAULT);
    Map<String, Long> weighed = new HashMap<>();
    for (SizeRow row : model.bySection().rows()) {
      weighed.put(row.label(), row.fileSize());
    }
    int compared = 0;
    for (String line : Files.readAllLines(FOLDER.resolve("tally.readelf.txt"))) {
      String[] fields = line.replaceFirst("^ *\\[ *\\d+] *", "").split(" +", -1);
      if (fields.length > 5 && fields[0].startsWith(".") && !fields[1].equals("NOBITS")) {
        long size = Long.parseLong(fields[4], 16);
        assertThat(weighed.getOrDefault(fields[0], 0L)).as(fields[0]).isEqualTo(size);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(25);
  }

  @Test
  void functionsAgreeWithNm() throws IOException {
    BinaryModel model = Sample.open(OpenOptions.DEFAULT.withPricing(Pricing.OWN));
    Map<String, Long> code = new HashMap<>();
    for (SizeRow row : model.bySymbol().rows()) {
      row.symbol()
          .ifPresent(
              facts ->
                  facts.rawNames().forEach(n -> code.merge(n, row.fileSize(Kind.CODE), Math::max)));
    }
    int compared = 0;
    for (String line : Files.readAllLines(FOLDER.resolve("tally.nm.txt"))) {
      String[] fields = line.split(" ", -1);
      if (fields.length == 4 && fields[2].equalsIgnoreCase("t")) {
        assertThat(code.get(fields[3])).as(fields[3]).isEqualTo(Long.parseLong(fields[1], 16));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  @Test
  void isTheFileInTheJar() throws IOException {
    assertThat(Sample.open(OpenOptions.DEFAULT).file().bytes().toArray(0, Files.size(Shell.SAMPLE)))
        .isEqualTo(Files.readAllBytes(Shell.SAMPLE));
  }
}
