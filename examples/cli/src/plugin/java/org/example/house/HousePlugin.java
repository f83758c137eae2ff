package org.example.house;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.measure.Quantity;
import dev.weighbridge.plugin.ModelAnswer;
import dev.weighbridge.plugin.Plugin;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import java.util.List;

/** What our house asks of programs. */
public final class HousePlugin implements Plugin {
  /** Which bytes are there at run time. */
  private static final class Loaded implements Dimension {
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
  }

  /** Bytes in the file, under a name of ours. */
  private static final class Stored implements Measure {
    @Override
    public String name() {
      return "stored";
    }

    @Override
    public String title() {
      return "Stored";
    }

    @Override
    public Quantity quantity() {
      return Quantity.BYTES;
    }

    @Override
    public MeasureValues values(Query query) {
      return Measures.FILE.values(query);
    }
  }

  /** No program is to have more than 100,000 bytes. */
  private record Small(RuleInfo info) implements Rule {
    @Override
    public void check(LintContext context, Findings findings) {
      long more = context.fileSize() - 100_000;
      if (more > 0) {
        findings.add(more + " bytes more than we allow", Saving.upTo(more, 1), List.of());
      }
    }
  }

  /** Kinds of bytes, by whether they are loaded. */
  private static final class ByLoad implements ModelAnswer {
    @Override
    public String name() {
      return "by-load";
    }

    @Override
    public Report of(BinaryModel model) {
      return new SizeReport(
          model.file(), model.by(new Loaded(), Dimensions.KIND), RowSelection.DEFAULT);
    }
  }

  @Override
  public List<Dimension> dimensions() {
    return List.of(new Loaded());
  }

  @Override
  public List<Measure> measures() {
    return List.of(new Stored());
  }

  @Override
  public List<Rule> rules() {
    return List.of(new Small(RuleInfo.of("small", Severity.ERROR, "Too large for us").build()));
  }

  @Override
  public List<ModelAnswer> answers() {
    return List.of(new ByLoad());
  }

  @Override
  public List<OutputFormat> outputFormats() {
    return List.of(
        new OutputFormat(
            "title", "text/plain", "txt", (answer, width, out) -> out.append(answer.title())));
  }
}
