package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.SourceFolders;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.SourceOptions;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.LabelLayers;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.inspect.ExplainReport;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge explain FILE ADDRESS|@OFFSET}: every layer at one place. */
public final class ExplainCommand implements Command {
  private static final String PLACE = "ADDRESS|@OFFSET";

  /** What Cargo says of a byte. */
  private static final List<Dimension> PACKAGES =
      List.of(Dimensions.CRATE_VERSION, Dimensions.DEPENDENCY);

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("explain", "Tell everything known of one byte.");
    spec.addPositional(Options.parameter(0, "FILE", "The file it is in."));
    spec.addPositional(
        Options.parameter(
            1, PLACE, "Its address (0x1f40 or 8000) or, after an @, its file offset (@0x40)."));
    spec.addOption(
        Options.flag(Options.DEBUG_INFO)
            .description("Tell its unit, line and inlined calls, too, by debug information.")
            .build());
    SourceOptions.add(spec);
    Options.sideFiles(spec);
    Options.format(spec, OutputFormat.GENERAL);
    Options.wide(spec, Options.UNBROKEN);
    return Options.common(spec);
  }

  /** No: {@code @OFFSET} is a place in the file. */
  @Override
  public boolean takesArgumentFiles() {
    return false;
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    Results results = new Results(console, arguments);
    String text = arguments.parameter(1);
    if (text == null) {
      throw new UsageException(PLACE, "an address or an offset", "none");
    }
    boolean isOffset = text.startsWith("@");
    long place = number(isOffset ? text.substring(1) : text, text);
    BinaryModel model =
        isOffset
            ? Input.openAsItIs(arguments.file(), arguments.opening())
            : Input.open(arguments.file(), arguments.opening());
    List<Explanation> explanation =
        isOffset
            ? model.explainOffset(place).stream().toList()
            : model.explainAddressEverywhere(place);
    if (explanation.isEmpty()) {
      String expected =
          isOffset
              ? "an offset below the file size " + model.fileSize()
              : "the address of a loaded byte";
      throw new UsageException(PLACE, expected, Arguments.quoted(text));
    }
    if (arguments.isDebugInformationWanted() || SourceOptions.areGiven(arguments)) {
      SourceFolders sources = SourceOptions.of(arguments);
      explanation =
          explanation.stream().map(known -> model.withDebugInformation(known, sources)).toList();
      Input.tellMissing(model, List.of(Dimensions.LINE), console);
    }
    if (SourceOptions.areGiven(arguments)) {
      tellMissingSources(explanation, console);
    }
    if (!arguments.cargoFiles().isEmpty()) {
      explanation =
          explanation.stream()
              .map(known -> LabelLayers.add(model.query(), known, PACKAGES))
              .toList();
    }
    results.write(new ExplainReport(model.attribution(), explanation), format);
    Input.tellDefects(model, console);
  }

  /** Says which lines are known whose files are in no folder that was given. */
  private static void tellMissingSources(List<Explanation> explanations, Console console) {
    for (Explanation known : explanations) {
      String line = "";
      boolean isThere = false;
      for (Explanation.Layer layer : known.layers()) {
        line = layer.name().equals("line") ? layer.text() : line;
        isThere |= layer.name().equals("source");
      }
      if (!line.isEmpty() && !isThere) {
        console.say(line + ": expected its file in a folder that is given, found none");
      }
    }
  }

  private static long number(String digits, String text) {
    try {
      boolean isHex = digits.startsWith("0x") || digits.startsWith("0X");
      return isHex
          ? Long.parseUnsignedLong(digits.substring(2), 16)
          : Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      String expected = "a number such as 0x1f40 or 8000, after an @ if a file offset";
      throw new UsageException(PLACE, expected, Arguments.quoted(text));
    }
  }
}
