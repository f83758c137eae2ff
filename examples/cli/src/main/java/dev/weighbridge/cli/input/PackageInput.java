package dev.weighbridge.cli.input;

import dev.weighbridge.PackageModel;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.Gate;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.MeasuresAsked;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.Shippings;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.PackageDuplicates;
import dev.weighbridge.packages.PackageFinding;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.lint.LintReport;
import dev.weighbridge.report.packages.PackageDiffReport;
import dev.weighbridge.report.packages.PackageDuplicatesReport;
import dev.weighbridge.report.packages.PackageHead;
import dev.weighbridge.report.packages.PackageInspectReport;
import dev.weighbridge.report.packages.PackageLintReport;
import dev.weighbridge.report.packages.PackageReport;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answers of commands about packages, which are looked for only where there is no binary. */
public final class PackageInput {
  /** Who has no use for what is about packages alone. */
  public static final String BINARY = "a binary";

  private final Arguments arguments;

  /** Refuses options that only binaries have a meaning for. */
  public PackageInput(Arguments arguments) {
    this.arguments = arguments;
    if (arguments.kinds().isPresent()) {
      throw new UsageException(Options.ONLY, "a binary, as packages have no kinds", "a package");
    }
    if (!arguments.maps().isEmpty()) {
      throw new UsageException(Options.MAP, "the program that it is of", "a package");
    }
    if (Shippings.areTold(arguments)) {
      String expected = "a binary, as packages say how they travel";
      throw new UsageException(Shippings.option(arguments), expected, "a package");
    }
    if (!arguments.debugFiles().isEmpty()) {
      throw new UsageException(Options.DEBUG_FILE, "the program that it is of", "a package");
    }
  }

  /** What is asked of a package. */
  private interface Question<T> {
    T ask(PackageModel model) throws IOException;
  }

  /** Whether what could not be opened as a binary is a package, as every directory is. */
  public static boolean isPackage(Path file) throws IOException {
    return Files.isDirectory(file) || PackageModel.recognises(file);
  }

  /**
   * Whether levels of packages are asked for, and a file has some although it may be a binary, too:
   * a program with an archive behind it, a kernel.
   */
  public static boolean isAskedOf(Optional<List<Dimension>> levels, List<Path> files)
      throws IOException {
    if (levels.isEmpty() || levels.get().stream().noneMatch(PackageModel::isOfPackages)) {
      return false;
    }
    for (Path file : files) {
      if (isPackage(file) || PackageModel.isCarried(file)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Who answers in place of a binary.
   *
   * @param why what was wrong with the binary
   * @throws InputException that, if the files are no packages either
   */
  public static PackageInput orElse(InputException why, Arguments arguments) throws IOException {
    for (Path file : arguments.files()) {
      if (!why.isNoBinary() || !isPackage(file)) {
        throw why;
      }
    }
    return new PackageInput(arguments);
  }

  /** What a package weighs. */
  public Report weigh(
      Path file,
      Optional<List<Dimension>> levels,
      List<Measure> measures,
      RowSelection rows,
      Console console)
      throws IOException {
    return ask(
        file,
        model -> {
          PackageTree tree = model.by(levels.orElseGet(model::usualDimensions), measures);
          tellDefects(model, console);
          String format = model.format();
          long size = model.shippedSize();
          return new PackageReport(model.name(), format, size, tree, rows, model.diagnostics());
        });
  }

  /** What a package holds. */
  public Report inspect() throws IOException {
    arguments.refuse("a list of entries of a package", Options.DEBUG_INFO);
    int limit = arguments.limit();
    return ask(
        arguments.file(),
        model ->
            new PackageInspectReport(head(model), model.entries(), limit, model.diagnostics()));
  }

  /** What is in a package more than once; binaries are opened only for what the format shows. */
  public Report duplicates(OutputFormat format, Console console) throws IOException {
    arguments.refuse(
        "a list of copies in a package",
        Options.FILTER,
        Options.EXCLUDE,
        Options.MIN_SIZE,
        Options.SORT);
    int limit = arguments.limit();
    boolean isCompared = !arguments.isGiven(Options.CONTENTS) && !format.equals(OutputFormat.CSV);
    return ask(
        arguments.file(),
        model -> {
          // Going through it for these tells its entries, too.
          PackageDuplicates copies =
              isCompared
                  ? model.allDuplicates()
                  : new PackageDuplicates(model.duplicates(), List.of());
          tellDefects(model, console);
          return new PackageDuplicatesReport(
              head(model), model.entries(), copies, isCompared, limit);
        });
  }

  /** What makes a package larger than it need be; says whether that is bearable. */
  public boolean lint(Results results, OutputFormat format, Console console) throws IOException {
    if (arguments.settings(Options.CONFIG).isPresent()) {
      throw new UsageException(Options.CONFIG, "a binary, whose rules it sets", "a package");
    }
    if (arguments.settings(Options.BASELINE).isPresent()) {
      throw new UsageException(Options.BASELINE, "a binary, of which it is", "a package");
    }
    if (format.equals(LintReport.SARIF)) {
      throw new UsageException(
          Options.FORMAT, "text, json, csv, markdown or html of a package", "'sarif'");
    }
    Severity least = arguments.failOn().orElse(Severity.WARNING);
    List<PackageFinding> findings = new ArrayList<>();
    results.write(
        ask(
            arguments.file(),
            model -> {
              findings.addAll(model.lint());
              tellDefects(model, console);
              return new PackageLintReport(head(model), findings, arguments.rowLimit(0));
            }),
        format);
    return findings.stream().noneMatch(one -> one.severity().compareTo(least) >= 0);
  }

  /** Whether a package keeps a budget. */
  public BudgetCheck check(Gate gate, Console console) throws IOException {
    arguments.refuse("a budget of a package", Options.HISTORY);
    Optional<Path> older = arguments.settings(Options.SINCE);
    if (older.isPresent() && !isPackage(older.get())) {
      throw new IOException(older.get() + ": expected an earlier package, found none");
    }
    int count = older.isEmpty() ? 1 : 2;
    return asked(
        arguments.file(),
        image(0, count),
        model -> {
          BudgetCheck check =
              older.isEmpty()
                  ? BudgetCheck.of(gate, model.answers())
                  : asked(
                      older.get(),
                      image(1, count),
                      old -> BudgetCheck.of(gate.since(old.answers()), model.answers()));
          tellDefects(model, console);
          return check;
        });
  }

  /** What changed from one package to another. */
  public Report since(Path older, Path newer, Optional<List<Dimension>> levels, Console console)
      throws IOException {
    arguments.refuse(
        "a diff of packages",
        Options.FILTER,
        Options.EXCLUDE,
        Options.MIN_SIZE,
        Options.SORT,
        Options.THRESHOLD,
        Options.COMMENT);
    List<Measure> measures = MeasuresAsked.ofPackage(arguments);
    int limit = arguments.limit();
    return asked(
        newer,
        image(1, 2),
        model -> {
          List<Dimension> by = levels.orElseGet(model::usualDimensions);
          PackageTree after = model.by(by, measures);
          tellDefects(model, console);
          return asked(
              older,
              image(0, 2),
              old -> {
                PackageTree before = old.by(by, measures);
                tellDefects(old, console);
                return new PackageDiffReport(head(old), head(model), before, after, limit);
              });
        });
  }

  /** Which image is meant of one of some files; of all the same if one is told. */
  private String image(int file, int count) {
    List<String> images = arguments.texts(Options.IMAGE);
    if (images.size() > count) {
      String most = count == 1 ? "one" : "one or " + count;
      throw new UsageException(Options.IMAGE, most, Integer.toString(images.size()));
    }
    return images.isEmpty() ? "" : images.get(Math.min(file, images.size() - 1));
  }

  private static PackageHead head(PackageModel model) {
    return new PackageHead(model.name(), model.format(), model.shippedSize());
  }

  private Report ask(Path file, Question<Report> question) throws IOException {
    return asked(file, image(0, 1), question);
  }

  /** Opens a package and asks it; what is wrong with it is told by its name. */
  private <T> T asked(Path file, String image, Question<T> question) throws IOException {
    try {
      return question.ask(PackageModel.open(file, arguments.opening(), image));
    } catch (BinaryException e) {
      throw new InputException(file.toString(), e);
    }
  }

  /** Says how many defects a package and binaries in it have; only those of it are in a list. */
  private static void tellDefects(PackageModel model, Console console) {
    int count = model.diagnostics().size();
    if (count > 0) {
      String what = count == 1 ? " diagnostic: " : " diagnostics, the first of them: ";
      String first = model.diagnostics().get(0).sentence();
      console.say(model.name() + ": " + count + what + first);
    }
  }
}
