package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.Outcome;
import dev.weighbridge.fleet.StoreException;
import dev.weighbridge.fleet.StoreSettings;
import dev.weighbridge.fleet.WeighSummary;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fleet weigh} on a cluster. */
@Command(
    name = "weigh",
    mixinStandardHelpOptions = true,
    description = {
      "Weigh files, each as a task of Spark, and keep what they weigh in a store. A file that"
          + " cannot be weighed is a row with its error and makes the status 1; it never fails the"
          + " job."
    })
final class SparkWeighCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR|@LIST|FILE",
      arity = "1..*",
      description = "Directories, lists and files in any file system that Hadoop knows.")
  private List<String> arguments = List.of();

  @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store.")
  private String store = "";

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
      names = "--largest",
      paramLabel = "BYTES",
      description = "Files of more bytes are rows with an error (${DEFAULT-VALUE}).")
  private long largest = 4L << 30;

  @Override
  public Integer call() throws IOException {
    StoreSettings.snapshotName(snapshot);
    if (largest < 0) {
      throw new StoreException("--largest", "a number of 0 or more", Long.toString(largest));
    }
    try (SparkSession spark = SparkSession.builder().appName("fleet weigh").getOrCreate()) {
      Configuration hadoop = spark.sparkContext().hadoopConfiguration();
      List<HadoopFile> files = HadoopInputs.of(arguments, hadoop);
      HadoopStore opened = HadoopStore.openOrMake(store, levels, hadoop);
      List<Outcome> outcomes = new SparkWeigh(spark, opened, snapshot, largest).run(files);
      SparkTables tables = new SparkTables(spark, opened);
      tables.open();
      tables.choose(snapshot);
      SortedMap<String, String> errors = new TreeMap<>();
      for (Row row :
          spark.sql("SELECT file, error FROM files WHERE error IS NOT NULL").collectAsList()) {
        errors.put(row.getString(0), row.getString(1));
      }
      int others = files.size() - outcomes.size();
      return new WeighSummary(outcomes.size(), others, errors).tell(spec.commandLine());
    }
  }
}
