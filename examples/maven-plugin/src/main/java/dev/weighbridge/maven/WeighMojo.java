package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.spi.Attempt;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What all goals do: ask a program something and write the answer into files, unless that stands
 * there already.
 */
abstract class WeighMojo extends AbstractMojo {
  /** The program: an executable, a library, a module or a saved model. */
  @Parameter(property = "weighbridge.program", required = true)
  @SuppressWarnings("NullAway.Init") // Maven fills what is required, before execute.
  File program;

  /** Formats of the reports, by their names. Those of the command. */
  @Parameter(property = "weighbridge.formats")
  List<String> formats = List.of();

  /** The folder that reports are written to. */
  @Parameter(
      property = "weighbridge.reports",
      defaultValue = "${project.build.directory}/weighbridge")
  @SuppressWarnings("NullAway.Init") // Maven fills what has a default, before execute.
  File reports;

  /** Separate debug files of the program, and folders to look for some in. */
  @Parameter(property = "weighbridge.debugFiles")
  List<File> debugFiles = List.of();

  /** Maps that the linker wrote of the program. */
  @Parameter(property = "weighbridge.linkerMaps")
  List<File> linkerMaps = List.of();

  /** What Cargo says of the program: output of {@code cargo metadata}, or a {@code Cargo.lock}. */
  @Parameter(property = "weighbridge.cargoFiles")
  List<File> cargoFiles = List.of();

  /** Does nothing if set. */
  @Parameter(property = "weighbridge.skip", defaultValue = "false")
  boolean skip;

  /** The version of this plugin: another one may answer otherwise. */
  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  @Nullable String version;

  /** Files that were read, or looked for, though no parameter names them. */
  private final List<String> beside = new ArrayList<>();

  /**
   * What a goal found out.
   *
   * @param report all of it
   * @param isAccepted whether the build may go on
   */
  record Found(Report report, boolean isAccepted) {}

  /** The name of the goal, which is part of the names of its files. */
  abstract String goal();

  /** The formats that its reports have. */
  abstract List<OutputFormat> known();

  /** The formats that are written if none is asked for. */
  abstract List<OutputFormat> usual();

  /** Adds the parameters that only this goal has, and the files it reads. */
  abstract void tell(Stamp.Inputs inputs) throws IOException;

  /** Asks the program. */
  abstract Found ask(BinaryModel model) throws IOException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped");
      return;
    }
    @Nullable Found found;
    try {
      found = run();
    } catch (IOException | BinaryException | ConfigException | IllegalArgumentException e) {
      throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
    }
    if (found != null && !found.isAccepted()) {
      throw new MojoFailureException(text(found));
    }
  }

  /** How the program is opened. */
  OpenOptions options() throws IOException {
    return OpenOptions.DEFAULT
        .withDebugFiles(paths(debugFiles))
        .withLinkerMaps(paths(linkerMaps))
        .withCargoFiles(paths(cargoFiles));
  }

  /** Gives nothing if there is nothing to do. */
  private @Nullable Found run() throws IOException {
    Path file = readable(program);
    List<OutputFormat> asked = asked();
    Path folder = reports.toPath();
    String name = file.getFileName() + "-" + goal();
    Stamp stamp = Stamp.at(folder.resolve(name + ".stamp"));
    Stamp.Inputs inputs = new Stamp.Inputs();
    inputs.value("version", String.valueOf(version));
    inputs.value("formats", asked);
    inputs.file("program", program);
    inputs.files("debugFiles", debugFiles);
    inputs.files("linkerMaps", linkerMaps);
    inputs.files("cargoFiles", cargoFiles);
    tell(inputs);
    if (stamp.isCurrent(inputs)) {
      getLog().info(file.getFileName() + ": nothing changed, its reports stand");
      return null;
    }
    stamp.forget();
    Found found = ask(opened(file, options()));
    List<Path> written = new ArrayList<>();
    for (OutputFormat format : asked) {
      written.add(ReportFile.write(found.report(), format, folder, name));
    }
    if (found.isAccepted()) {
      stamp.write(inputs, beside, written);
      text(found).lines().forEach(getLog()::info);
    }
    written.forEach(report -> getLog().info("written: " + report));
    return found;
  }

  private static String text(Found found) {
    return found.report().text(OutputFormat.TEXT).stripTrailing();
  }

  private List<OutputFormat> asked() {
    List<OutputFormat> asked = new ArrayList<>();
    for (String word : formats) {
      asked.add(
          OutputFormat.named(word.strip(), known())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "formats: expected of " + known() + ", found '" + word + "'")));
    }
    return asked.isEmpty() ? usual() : asked;
  }

  /** Opens a build, and keeps in mind what was read along with it. */
  final BinaryModel opened(Path file, OpenOptions options) throws IOException {
    BinaryModel model;
    try {
      model = BinaryModel.open(file, options);
    } catch (BinaryException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    model.sideFiles().stream().map(Attempt::place).forEach(beside::add);
    return model;
  }

  /** The path of a file that must be there. */
  static Path readable(File file) throws IOException {
    if (!Files.isRegularFile(file.toPath())) {
      String what = file.isDirectory() ? "a directory" : "nothing there";
      throw new IOException(file + ": expected a readable file, found " + what);
    }
    return file.toPath();
  }

  static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }
}
