package dev.weighbridge.fleet.spark;

import dev.weighbridge.fleet.QueryAnswer;
import dev.weighbridge.fleet.QueryArguments;
import dev.weighbridge.fleet.QueryArguments.Engine;
import dev.weighbridge.fleet.Question;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleet query} on a cluster. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description =
        "Answer a ready question or SQL over a store; without either, list the questions.")
final class SparkQueryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--store", paramLabel = "STORE", description = QueryArguments.STORE)
  private Optional<String> store = Optional.empty();

  @Mixin private QueryArguments arguments = new QueryArguments();

  @Override
  public Integer call() throws Exception {
    if (arguments.isEmpty()) {
      return arguments.list(spec.commandLine());
    }
    arguments.check();
    String address = QueryArguments.given(store);
    try (SparkSession spark = SparkSession.builder().appName("fleet query").getOrCreate()) {
      HadoopStore opened = HadoopStore.open(address, spark.sparkContext().hadoopConfiguration());
      return arguments.answer(
          spec.commandLine(), opened.settings(), new Asked(new SparkTables(spark, opened)));
    }
  }

  private record Asked(SparkTables tables) implements Engine {
    @Override
    public Set<String> open() throws IOException {
      return tables.open();
    }

    @Override
    public void choose(String snapshot) {
      tables.choose(snapshot);
    }

    @Override
    public QueryAnswer ask(Question question, Map<String, String> values, int limit) {
      return tables.ask(question, values, limit);
    }

    @Override
    public QueryAnswer ask(String sql, int limit) {
      return tables.ask(sql, limit);
    }
  }
}
