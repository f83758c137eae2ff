package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.diff.DiffReport;
import dev.weighbridge.report.inspect.SpanReport;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dimension that nobody here has heard of groups, nests and is written like any other. */
class OwnDimensionTest {
  private static final BinaryModel MODEL = Samples.fixture("c-x64");
  private static final BinaryModel OTHER = Samples.fixture("cpp-x64");

  /** Whether bytes are loaded or only stand in the file. */
  private static final Dimension LOADED =
      new Dimension() {
        @Override
        public String name() {
          return "loaded";
        }

        @Override
        public Labels labels(Query query) {
          return new Labels(2) {
            @Override
            public int of(int span) {
              return query.attribution().partition().memorySize(span) > 0 ? 1 : 0;
            }

            @Override
            public String text(int label) {
              return label == 1 ? "loaded" : "on disk only";
            }
          };
        }
      };

  private static long loaded(BinaryModel model) {
    long bytes = 0;
    for (int span = 0; span < model.attribution().partition().spanCount(); span++) {
      boolean isLoaded = model.attribution().partition().memorySize(span) > 0;
      bytes += isLoaded ? model.attribution().partition().fileSize(span) : 0;
    }
    return bytes;
  }

  @Test
  void groupsAndNests() {
    List<SizeRow> rows = MODEL.by(LOADED, Dimensions.SECTION).rows();
    assertThat(rows).extracting(SizeRow::label).containsExactlyInAnyOrder("loaded", "on disk only");
    for (SizeRow row : rows) {
      assertThat(row.rows().stream().mapToLong(SizeRow::fileSize).sum()).isEqualTo(row.fileSize());
    }
    assertThat(rows.stream().mapToLong(SizeRow::fileSize).sum()).isEqualTo(MODEL.fileSize());
  }

  @Test
  void isWrittenInEveryFormatAndCompared() throws Exception {
    SizeReport size = new SizeReport(MODEL.file(), MODEL.by(LOADED), RowSelection.DEFAULT);
    String figure = String.format("%,d", loaded(MODEL));
    assertThat(size.text(OutputFormat.TEXT)).contains(figure).contains("on disk only");
    assertThat(size.text(OutputFormat.MARKDOWN)).contains(figure);
    assertThat(JsonTree.of(size.text(OutputFormat.JSON)).get("by")).hasToString("[loaded]");
    DiffReport diff =
        new DiffReport(OTHER.since(MODEL, LOADED), new DiffSelection(RowSelection.ALL, false));
    String grown = String.format("%+,d", loaded(OTHER) - loaded(MODEL));
    assertThat(diff.text(OutputFormat.TEXT)).contains(grown);
    SpanReport spans = new SpanReport(MODEL.query(), List.of(LOADED));
    assertThat(spans.text(OutputFormat.CSV).lines().findFirst().orElseThrow())
        .endsWith(",crate,loaded");
  }
}
