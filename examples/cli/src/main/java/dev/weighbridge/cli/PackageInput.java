package dev.weighbridge.cli;

import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.packages.PackageReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Opens packages, which commands look for only where there is no binary. */
final class PackageInput {
  private PackageInput() {}

  /** What is asked of a package. */
  interface Question<T> {
    /** Asks it. */
    T ask(PackageModel model) throws IOException;
  }

  /** Whether what could not be opened as a binary is a package. */
  static boolean isPackage(Path file) throws IOException {
    return PackageModel.recognises(file);
  }

  /** Refuses options that only binaries have a meaning for. */
  static void requireNothingElse(Arguments arguments) {
    if (arguments.kinds().isPresent()) {
      throw new UsageException(Options.ONLY, "a binary, as packages have no kinds", "a package");
    }
    if (!arguments.maps().isEmpty()) {
      throw new UsageException(Options.MAP, "the program that it is of", "a package");
    }
    if (!arguments.debugFiles().isEmpty()) {
      throw new UsageException(Options.DEBUG_FILE, "the program that it is of", "a package");
    }
  }

  /** What a package weighs. */
  static Report weigh(
      Path file,
      Optional<List<Dimension>> levels,
      List<Measure> measures,
      Arguments arguments,
      Console console)
      throws IOException {
    return ask(
        file,
        arguments.opening(),
        console,
        model -> {
          PackageTree tree = model.by(levels.orElseGet(model::usualDimensions), measures);
          tellDefects(model, console);
          return new PackageReport(
              model.name(),
              model.format(),
              model.shippedSize(),
              tree,
              arguments.rows(),
              model.diagnostics());
        });
  }

  /** Opens a package and asks it; what is wrong with it is told by its name. */
  static <T> T ask(Path file, OpenOptions options, Console console, Question<T> question)
      throws IOException {
    Progress progress =
        Progress.start("weighing " + Objects.requireNonNullElse(file.getFileName(), file), console);
    try {
      return question.ask(PackageModel.open(file, options));
    } catch (BinaryException e) {
      throw new InputException(file.toString(), e);
    } finally {
      progress.end();
    }
  }

  /** Says how many defects a package has. */
  static void tellDefects(PackageModel model, Console console) {
    int count = model.diagnostics().size();
    if (count > 0) {
      String what = count == 1 ? " diagnostic" : " diagnostics";
      console.say(model.name() + ": " + count + what + "; weighbridge inspect lists them");
    }
  }
}
