package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.graph.NodeFinder;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.graph.WhyReport;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge why FILE NAME}: the shortest ways that keep an item in the file. */
public final class WhyCommand implements Command {
  private static final String NAME = "NAME";
  private static final int SHOWN = 3;

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("why", "Tell what keeps an item in the file.");
    spec.addPositional(Options.parameter(0, "FILE", "The file it is in."));
    spec.addPositional(
        Options.parameter(
            1, NAME, "Its name, readable or as the linker sees it, or an address in it (0x1f40)."));
    spec.addOption(
        Options.rows(
            "Show the N shortest ways, each through another item that refers to it (3; 0 = all)."));
    Options.format(spec, OutputFormat.GENERAL);
    Options.sideFiles(spec);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    int ways = arguments.ways();
    String name = arguments.parameter(1);
    if (name == null) {
      throw new UsageException(NAME, "a name or an address", "none");
    }
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), arguments.opening());
    ReferenceGraph.completeOf(model.attribution());
    int node = node(new NodeFinder(model.attribution()), name);
    results.write(new WhyReport(model.attribution(), node, ways), format);
    Input.tellDefects(model, console);
    Input.tellUnread(model, console);
  }

  private static int node(NodeFinder finder, String name) {
    int[] nodes = finder.named(name);
    if (nodes.length == 1) {
      return nodes[0];
    }
    if (nodes.length == 0) {
      List<String> closest = finder.closest(name, SHOWN);
      String such = closest.isEmpty() ? "" : " such as " + String.join(" or ", closest);
      String expected = "the name of a symbol or the address of code or data" + such;
      throw new UsageException(NAME, expected, Arguments.quoted(name));
    }
    StringJoiner addresses = new StringJoiner(", ");
    for (int i = 0; i < Math.min(nodes.length, SHOWN); i++) {
      addresses.add("0x" + Long.toHexString(finder.address(nodes[i])));
    }
    String more = nodes.length > SHOWN ? " ..." : "";
    throw new UsageException(
        NAME,
        "one item, by its address if need be",
        nodes.length + " of the name " + Arguments.quoted(name) + ": " + addresses + more);
  }
}
