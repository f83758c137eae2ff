package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.Gate;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.history.HistoryEntry;
import dev.weighbridge.history.HistoryFile;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.check.CheckReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Holds a program to a budget: the build fails if a limit is broken, and shows what broke it. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = false)
public final class CheckMojo extends MeasuredMojo {
  /** The file of limits. */
  @Parameter(property = "weighbridge.budget", required = true)
  @SuppressWarnings("NullAway.Init") // Maven fills what is required, before execute.
  File budget;

  /** The earlier build, or the model saved of one, that growth is counted from. */
  @Parameter(property = "weighbridge.since")
  @Nullable File since;

  /** Files that tell more of the earlier build. */
  @Parameter SideFiles sinceFiles = new SideFiles();

  /** The history that growth over several builds is counted from. */
  @Parameter(property = "weighbridge.history")
  @Nullable File history;

  /** The name that the program has in the history; that of its file by default. */
  @Parameter(property = "weighbridge.name")
  @Nullable String name;

  /** The target that its builds have in the history; its format and machine by default. */
  @Parameter(property = "weighbridge.target")
  @Nullable String target;

  /** Reports point to the budget by its path from here, which forges know. */
  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true)
  @Nullable File root;

  /** Made by Maven. */
  public CheckMojo() {}

  @Override
  String goal() {
    return "check";
  }

  @Override
  List<OutputFormat> known() {
    return CheckReport.FORMATS;
  }

  @Override
  List<OutputFormat> usual() {
    return List.of(OutputFormat.TEXT, CheckReport.JUNIT);
  }

  @Override
  void tell(Stamp.Inputs inputs) throws IOException {
    super.tell(inputs);
    inputs.value("day", today());
    inputs.file("budget", budget);
    inputs.file("since", since);
    sinceFiles.tell(inputs);
    inputs.file("history", history);
    inputs.value("name", String.valueOf(name));
    inputs.value("target", String.valueOf(target));
  }

  @Override
  Found ask(BinaryModel model) throws IOException {
    SizeBudget limits =
        SizeBudget.read(readable(budget)).named(inRepository()).countingRowsIn(ofRows());
    Gate gate = Gate.of(limits).on(today());
    if (since == null && !sinceFiles.isEmpty()) {
      throw new IOException("since: expected the build that sinceFiles are of, found none");
    }
    if (since != null) {
      gate = gate.since(earlier(since, sinceFiles, model).query());
    }
    if (history != null) {
      String program = name == null ? model.file().name() : name;
      String platform = target == null ? HistoryEntry.target(model.file()) : target;
      gate = gate.over(HistoryFile.at(readable(history)).read().series(program, platform));
    }
    BudgetCheck check = BudgetCheck.of(gate, model.query());
    return new Found(new CheckReport(check), check.passes());
  }

  /** Limits on rows hold in the measures asked for; that a program travels adds none to them. */
  private List<Measure> ofRows() {
    return measures == null ? List.of(Measures.FILE) : measures(List.of());
  }

  private String inRepository() {
    Path file = budget.toPath();
    return root != null && file.startsWith(root.toPath())
        ? root.toPath().relativize(file).toString()
        : file.toString();
  }

  /** The day that decides which limits have expired. */
  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
