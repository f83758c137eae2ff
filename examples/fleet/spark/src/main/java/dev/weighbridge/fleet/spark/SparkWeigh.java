package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.Outcome;
import dev.weighbridge.fleet.StoreColumns;
import dev.weighbridge.fleet.StoreSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Weighs what a store does not have yet, a file a task. As on one machine, what is weighed stands
 * in the spool at once and goes to the tables all together: a job that is killed goes on at the
 * next start.
 *
 * @param largest files of more bytes are not weighed
 */
record SparkWeigh(SparkSession spark, HadoopStore store, String snapshot, long largest) {
  /** Weighs files and makes a snapshot of them; tells what became of each that is a program. */
  List<Outcome> run(List<HadoopFile> files) throws IOException {
    store.recover();
    Set<String> known = new HashSet<>();
    if (store.hasFiles("contents")) {
      new SparkTables(spark, store)
          .contents().select("hash").distinct().collectAsList().stream()
              .forEach(row -> known.add(row.getString(0)));
    }
    Set<String> spooled = new HashSet<>(store.spooled());
    spooled.removeAll(known);
    store.retain(spooled);
    Set<String> whole = new HashSet<>(known);
    whole.addAll(spooled);
    List<Outcome> outcomes = weigh(files, whole);
    whole.addAll(store.spooled());
    outcomes.replaceAll(outcome -> outcome.checked(whole));
    Set<String> asked = new HashSet<>();
    outcomes.forEach(outcome -> asked.add(outcome.hash()));
    store.retain(asked);
    compose();
    snapshot(outcomes);
    return outcomes;
  }

  /** One task a file, the largest first: whoever is free takes the next. */
  private List<Outcome> weigh(List<HadoopFile> files, Set<String> known) {
    if (files.isEmpty()) {
      return new ArrayList<>();
    }
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    Configuration hadoop = context.hadoopConfiguration();
    WeighTask task =
        new WeighTask(
            store.spool().toString(),
            store.settings().levels(),
            largest,
            context.broadcast(known),
            context.broadcast(new SerializableConfiguration(hadoop)));
    List<Outcome> outcomes =
        new ArrayList<>(context.parallelize(files, files.size()).flatMap(task).collect());
    outcomes.sort(Comparator.comparing(Outcome::name));
    return outcomes;
  }

  private void compose() throws IOException {
    Set<String> hashes = store.spooled();
    if (hashes.isEmpty()) {
      return;
    }
    String name = StoreSettings.partName(hashes);
    Dataset<Row> bodies = lines(HadoopStore.BODIES, StoreColumns.BODY_LINES);
    String each = "INLINE(ARRAYS_ZIP(bodies, sizes, names)) AS (body, fileSize, name)";
    write("bodies", name, bodies.selectExpr("content AS hash", "entry", "what", each));
    Dataset<Row> rows = lines(HadoopStore.ROWS, StoreColumns.rowLines());
    write("contents", name, rows.selectExpr(StoreColumns.ofRowLines().split(", ", -1)));
    store.retain(Set.of());
  }

  private Dataset<Row> lines(String end, String columns) {
    String spool = store.spool().toString();
    return spark.read().schema(columns).option("pathGlobFilter", "*" + end).json(spool);
  }

  private void write(String table, String name, Dataset<Row> rows) throws IOException {
    Path partial = store.partial(table, name);
    rows.repartitionByRange(functions.col("hash"))
        .sortWithinPartitions("hash")
        .write()
        .parquet(partial.toString());
    store.move(partial, store.file(table, name));
  }

  private void snapshot(List<Outcome> outcomes) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Outcome one : outcomes) {
      rows.add(
          RowFactory.create(
              snapshot, one.name(), orNull(one.hash()), one.size(), orNull(one.error())));
    }
    Path partial = store.partial("snapshots", snapshot);
    spark
        .createDataFrame(rows, StructType.fromDDL(StoreColumns.SNAPSHOTS))
        .coalesce(1)
        .sortWithinPartitions("file")
        .write()
        .parquet(partial.toString());
    store.move(partial, store.file("snapshots", snapshot));
  }

  /** Rows of Spark say with null that there is no value. */
  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
