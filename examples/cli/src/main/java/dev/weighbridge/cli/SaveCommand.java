package dev.weighbridge.cli;

import dev.weighbridge.BinaryModel;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge save FILE -o MODEL}: what was learned of a file, to be read back later. */
final class SaveCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "save", "Save what was learned of a file, for size, diff and compare to read back.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to weigh."));
    Options.debugFiles(spec, "instead of looking for one beside FILE");
    Options.maps(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    if (arguments.output().isEmpty()) {
      throw new UsageException(Options.OUTPUT, "a file for the model", "none");
    }
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), arguments.opening(), console);
    results.write(model::save);
    Input.tellDefects(model, console);
  }
}
