package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.HistoryArguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.StandardInput;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.history.History;
import dev.weighbridge.history.HistoryEntry;
import dev.weighbridge.history.HistoryFigure;
import dev.weighbridge.history.HistoryFile;
import dev.weighbridge.history.Trend;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.history.HistoryReport;
import dev.weighbridge.report.history.TrendReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge history add|show|trend HISTORY}: what builds of programs weighed. */
public final class HistoryCommand implements Command {
  private static final String ACTION = "ACTION";
  private static final String HISTORY = "HISTORY";

  /** Options that tell more of a build, which only adding one has a use for. */
  private static final String[] OF_BUILDS = {
    Options.COMMIT,
    Options.TIME,
    Options.DEBUG_FILE,
    Options.DEBUG_DIR,
    Options.MAP,
    Options.CARGO_METADATA,
    Options.CARGO_LOCK,
    Options.REGION,
    Options.REGIONS,
    Options.SCRIPT,
    Options.COMPRESS,
    Options.COMPRESSED
  };

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "history",
            "Keep what builds weighed in a file of JSON lines: add FILE to HISTORY, show its"
                + " builds, or the trend of one figure.");
    spec.addPositional(Options.parameter(0, ACTION, "add, show or trend."));
    spec.addPositional(
        Options.parameter(1, HISTORY, "The history: a line of JSON for each build."));
    spec.addPositional(Options.parameter(2, "[FILE]", "The build to add."));
    spec.addOption(
        Options.value(Options.COMMIT, "ID", "add: the commit that FILE was built from."));
    spec.addOption(
        Options.value(
            Options.TIME, "TIME", "add: the time of the build or of its commit, ISO 8601 (now)."));
    Options.series(spec, "add: that of FILE; show: all; trend: the only one");
    spec.addOption(
        Options.value(
            Options.OF,
            "FIGURE",
            "trend: file, memory, shipped, normalised, kind=NAME, section=NAME, crate=NAME or"
                + " region=NAME (file)."));
    spec.addOption(Options.rows("show, trend: show the last N builds (20; 0 = all)."));
    Options.format(spec, TrendReport.FORMATS, "; svg: trend only");
    Options.look(spec);
    Options.sideFiles(spec);
    Options.regions(spec);
    Options.shipping(spec, "");
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    String action = arguments.parameterOf(0, ACTION, "add", "show", "trend");
    HistoryFile file = HistoryFile.at(arguments.file(1, HISTORY));
    switch (action) {
      case "add" -> add(file, arguments, console);
      case "show" -> show(file, arguments, console);
      default -> trend(file, arguments, console);
    }
  }

  private static void add(HistoryFile file, Arguments arguments, Console console)
      throws IOException {
    arguments.refuse("add", Options.OF, Options.LIMIT, Options.FORMAT, Options.OUTPUT);
    if (StandardInput.SIGN.equals(arguments.parameter(1))) {
      throw new UsageException(HISTORY, "a file to add a line to", "standard input");
    }
    HistoryArguments told = new HistoryArguments(arguments);
    String commit = told.commit();
    Instant time = told.time();
    Optional<String> name = told.name();
    Optional<String> target = told.target();
    BinaryModel model = Input.shipped(Input.open(arguments, arguments.file(2, "FILE")), arguments);
    HistoryEntry build =
        HistoryEntry.of(model.query(), name.orElse(model.file().name()), commit, time);
    boolean isNew = file.add(target.map(build::withTarget).orElse(build));
    if (!isNew) {
      console.say(arguments.file(1, HISTORY) + ": has this build already");
    }
    Input.tellDefects(model, console);
  }

  private static void refuseBuild(String action, Arguments arguments) {
    String file = arguments.parameter(2);
    if (file != null) {
      throw new UsageException("FILE", "none, as only add takes one", Arguments.quoted(file));
    }
    arguments.refuse(action, OF_BUILDS);
  }

  private static void show(HistoryFile file, Arguments arguments, Console console)
      throws IOException {
    refuseBuild("show", arguments);
    arguments.refuse("show", Options.OF);
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    int count = arguments.limit();
    Path path = arguments.file(1, HISTORY);
    Path name = path.getFileName();
    Results results = Results.ofNoFile(console, arguments);
    List<HistoryEntry> builds = new ArrayList<>(file.read().builds());
    HistoryArguments told = new HistoryArguments(arguments);
    builds.removeIf(build -> !told.isMeant(build));
    History history = History.of(builds);
    results.write(new HistoryReport(name == null ? "" : name.toString(), history, count), format);
  }

  private static void trend(HistoryFile file, Arguments arguments, Console console)
      throws IOException {
    refuseBuild("trend", arguments);
    OutputFormat format = arguments.format(TrendReport.FORMATS);
    HistoryArguments told = new HistoryArguments(arguments);
    HistoryFigure figure = told.figure();
    int count = arguments.limit();
    Results results = Results.ofNoFile(console, arguments);
    History history = file.read();
    HistoryEntry program = program(history, told);
    Trend trend = Trend.of(history, program.file(), program.target(), figure, count);
    results.write(new TrendReport(trend), format);
  }

  /** The one program that is meant. */
  private static HistoryEntry program(History history, HistoryArguments told) {
    List<HistoryEntry> meant = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (HistoryEntry program : history.programs()) {
      names.add(program.file() + " (" + program.target() + ")");
      if (told.isMeant(program)) {
        meant.add(program);
      }
    }
    if (meant.size() == 1) {
      return meant.get(0);
    }
    if (names.isEmpty()) {
      throw new UsageException(HISTORY, "a build at least", "none");
    }
    String option = meant.isEmpty() || told.name().isEmpty() ? Options.NAME : Options.TARGET;
    String expected = "that of one of " + String.join(", ", names);
    throw new UsageException(option, expected, meant.isEmpty() ? "none of these" : "several");
  }
}
