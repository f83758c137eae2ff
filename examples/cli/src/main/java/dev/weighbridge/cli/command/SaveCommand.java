package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.Shippings;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge save FILE -o MODEL}: what was learned of a file, to be read back later. */
public final class SaveCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "save", "Save what was learned of a file, for size, diff and compare to read back.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to weigh."));
    Options.debugFiles(spec, "instead of looking for one beside FILE");
    Options.maps(spec);
    Options.shipping(spec, "; the model keeps it");
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    if (arguments.output().isEmpty()) {
      throw new UsageException(Options.OUTPUT, "a file for the model", "none");
    }
    Results results = new Results(console, arguments);
    BinaryModel model = Input.shipped(Input.open(arguments, arguments.file()), arguments);
    boolean travels = Shippings.areTold(arguments) || model.options().shipping().isPresent();
    List<Measure> kept = travels ? List.of(Measures.SHIPPED) : List.of();
    results.write(out -> model.save(out, kept));
    Input.tellDefects(model, console);
  }
}
