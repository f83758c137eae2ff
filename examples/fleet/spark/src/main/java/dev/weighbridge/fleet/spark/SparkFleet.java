package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.Fleet;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The fleet command on a cluster: the same stores, the same questions. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = "What many binaries and packages weigh together, weighed by Apache Spark.",
    subcommands = {SparkWeighCommand.class, SparkQueryCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class SparkFleet {
  /** Runs the command and ends the process. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
    System.exit(run(out, err, args));
  }

  /** Runs the command and returns its exit status. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return Fleet.run(new CommandLine(new SparkFleet()), out, err, args);
  }
}
