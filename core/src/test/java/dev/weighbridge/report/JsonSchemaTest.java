package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.weighbridge.BinaryModel;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.report.diff.DiffReport;
import dev.weighbridge.report.lint.LintReport;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is written as JSON is as the published schemas say. */
class JsonSchemaTest {
  private static Schema schema(String name) throws IOException {
    String text = Files.readString(Path.of("../docs/schema/" + name + ".schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text, InputFormat.JSON);
  }

  private static void check(String name, Report report) throws IOException {
    String json = report.text(OutputFormat.JSON);
    Schema schema = schema(name);
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(json.replace("\"label\"", "\"lable\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void sizeIsAsItsSchemaSays() throws IOException {
    for (String fixture : Samples.FIXTURES) {
      BinaryModel model = Samples.fixture(fixture);
      check(
          "size-1",
          new SizeReport(
              model.file(), model.by(Dimensions.SECTION, Dimensions.SYMBOL), RowSelection.DEFAULT));
      check("size-1", new SizeReport(model.file(), model.byCrate(), RowSelection.DEFAULT));
    }
    BinaryModel evil = Samples.evil();
    check("size-1", new SizeReport(evil.file(), evil.bySymbol(), RowSelection.DEFAULT));
  }

  @Test
  void diffIsAsItsSchemaSays() throws IOException {
    BinaryModel old = Samples.fixture("c-x64");
    BinaryModel now = Samples.fixture("cpp-x64");
    check(
        "diff-1",
        new DiffReport(
            now.since(old, Dimensions.SECTION, Dimensions.SYMBOL),
            new DiffSelection(RowSelection.DEFAULT, false)));
  }

  @Test
  void lintIsAsItsSchemaSays() throws IOException {
    check("lint-1", new LintReport(Samples.fixture("cpp-x64").lint()));
  }
}
