package dev.weighbridge.fleet;

import dev.weighbridge.query.UnknownWordException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Weighs many files into a store and answers questions about all of them. */
@Command(
    name = "fleet",
    mixinStandardHelpOptions = true,
    description = "What many binaries and packages weigh together.",
    subcommands = {WeighCommand.class, QueryCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Fleet {
  /** Exit status of a command that did its work. */
  static final int DONE = 0;

  /** Exit status if some file could not be weighed. */
  static final int FAILED = 1;

  /** Exit status if the arguments or the store cannot be used. */
  static final int UNUSABLE = 2;

  /** Runs the command and ends the process. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    PrintWriter err = new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
    int status = run(out, err, args);
    System.exit(status);
  }

  /** Runs the command and returns its exit status. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(new CommandLine(new Fleet()), out, err, args);
  }

  /** Runs a command that is like this one, and returns its exit status. */
  public static int run(CommandLine line, PrintWriter out, PrintWriter err, String... args) {
    line.setOut(out);
    line.setErr(err);
    // Lists are ours: a name a line, whatever blanks and quotes are in it.
    line.setExpandAtFiles(false);
    line.setParameterExceptionHandler(
        (e, all) -> {
          err.println("fleet: " + e.getMessage());
          return UNUSABLE;
        });
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (!isExpected(e)) {
            throw e;
          }
          err.println("fleet: " + String.join(" ", sentence(e).lines().toList()));
          return UNUSABLE;
        });
    int status = execute(line, err, args);
    out.flush();
    err.flush();
    return status;
  }

  private static int execute(CommandLine line, PrintWriter err, String... args) {
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      err.println(
          "fleet: expected enough memory, found "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB; ask for fewer rows, or write them with COPY ... TO");
      return UNUSABLE;
    }
  }

  private static String sentence(Exception e) {
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": expected permission to use it, found none";
    }
    return Objects.requireNonNullElse(e.getMessage(), e.toString());
  }

  private static boolean isExpected(Exception e) {
    return e instanceof IOException
        || e instanceof SQLException
        || e instanceof UnknownWordException;
  }
}
