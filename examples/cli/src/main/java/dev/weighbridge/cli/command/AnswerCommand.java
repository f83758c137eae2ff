package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.plugin.ModelAnswer;
import dev.weighbridge.report.OutputFormat;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge answer NAME FILE}: what a plug-in has to say of a file. */
public final class AnswerCommand implements Command {
  private static final String NAME = "NAME";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("answer", "Ask a file what a plug-in knows to ask.");
    spec.addPositional(Options.parameter(0, NAME, "The name of an answer that a plug-in brings."));
    spec.addPositional(Options.parameter(1, "FILE", "The file to ask."));
    Options.sideFiles(spec);
    Options.format(spec, OutputFormat.GENERAL);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    ModelAnswer answer = answer(arguments);
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(1, "FILE"), arguments.opening());
    results.write(answer.of(model), format);
    Input.tellDefects(model, console);
  }

  private static ModelAnswer answer(Arguments arguments) {
    List<ModelAnswer> known = arguments.plugins().answers();
    if (known.isEmpty()) {
      String expected = "a plug-in that brings answers; see " + Options.PLUGIN;
      throw new UsageException(NAME, expected, "none");
    }
    String[] names = known.stream().map(ModelAnswer::name).toArray(String[]::new);
    String name = arguments.parameterOf(0, NAME, names);
    return known.get(List.of(names).indexOf(name));
  }
}
