package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.lint.Baseline;
import dev.weighbridge.lint.LintConfig;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.lint.LintReport;
import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Says what makes a program larger than it need be; the build fails if that matters too much. */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = false)
public final class LintMojo extends WeighMojo {
  /** Levels, parameters and exceptions of the rules. */
  @Parameter(property = "weighbridge.config")
  @Nullable File config;

  /** An earlier report of lint as JSON: what it holds already is not said again. */
  @Parameter(property = "weighbridge.baseline")
  @Nullable File baseline;

  /** Fails from this severity on: note, warning or error. That of the settings by default. */
  @Parameter(property = "weighbridge.failOn")
  @Nullable String failOn;

  /** Made by Maven. */
  public LintMojo() {}

  @Override
  String goal() {
    return "lint";
  }

  @Override
  List<OutputFormat> known() {
    return LintReport.FORMATS;
  }

  @Override
  List<OutputFormat> usual() {
    return List.of(OutputFormat.TEXT);
  }

  @Override
  void tell(Stamp.Inputs inputs) throws IOException {
    inputs.value("day", today());
    inputs.file("config", config);
    inputs.file("baseline", baseline);
    inputs.value("failOn", String.valueOf(failOn));
  }

  @Override
  Found ask(BinaryModel model) throws IOException {
    LintConfig settings = config == null ? LintConfig.DEFAULT : LintConfig.read(readable(config));
    if (failOn != null) {
      settings = settings.withFailOn(severity(failOn));
    }
    Linter linter = Linter.installed().with(settings).on(today());
    if (baseline != null) {
      linter = linter.with(Baseline.read(readable(baseline)));
    }
    LintResult result = linter.lint(model.query());
    return new Found(new LintReport(result), !result.isFailure());
  }

  private static Severity severity(String word) {
    return Severity.named(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "failOn: expected note, warning or error, found '" + word + "'"));
  }

  /** The day that decides which exceptions have expired. */
  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
