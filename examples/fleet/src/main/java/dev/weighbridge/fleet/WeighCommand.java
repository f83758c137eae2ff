package dev.weighbridge.fleet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fleet weigh}: weighs what a store does not have yet. */
@Command(
    name = "weigh",
    mixinStandardHelpOptions = true,
    description = {
      "Weigh files and keep what they weigh in a store. What is in the store or was weighed before"
          + " a kill is not weighed again. A file that cannot be weighed is a row with its error"
          + " and makes the status 1."
    })
final class WeighCommand implements Callable<Integer> {
  /** Files between two lines that tell how far it is. */
  private static final int STEP = 500;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR|@LIST|IMAGE|FILE",
      arity = "1..*",
      description =
          "Directories, in which programs and packages are looked for; lists of names; images,"
              + " packages and programs.")
  private List<String> arguments = List.of();

  @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store.")
  private Path store = Path.of("");

  @Option(
      names = "--snapshot",
      paramLabel = "NAME",
      description = "What these files are called together (${DEFAULT-VALUE}).")
  private String snapshot = StoreSettings.USUAL_SNAPSHOT;

  @Option(
      names = "--by",
      paramLabel = "COLUMN[,COLUMN...]",
      description = "How deep rows of a new store go, as weighbridge table has it.")
  private String levels = "";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many files are weighed at once (one a processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (threads < 1) {
      throw new StoreException("--threads", "a number of 1 or more", Integer.toString(threads));
    }
    List<FleetFile> files = FleetInputs.of(arguments);
    AtomicInteger done = new AtomicInteger();
    WeighRun run =
        new WeighRun(
            Store.openOrMake(store, levels),
            StoreSettings.snapshotName(snapshot),
            threads,
            file -> {
              int count = done.incrementAndGet();
              if (count % STEP == 0) {
                err.println("fleet: " + count + " of " + files.size() + " files");
                err.flush();
              }
            });
    WeighRun.Result result = run.run(files);
    spec.commandLine().getOut().println(result.weighed() + " new contents weighed");
    return result.summary().tell(spec.commandLine());
  }
}
