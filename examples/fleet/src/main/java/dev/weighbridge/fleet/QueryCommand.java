package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleet query}: answers a ready question, or SQL. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description =
        "Answer a ready question or SQL over a store; without either, list the questions.")
final class QueryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--store", paramLabel = "STORE", description = QueryArguments.STORE)
  private Optional<Path> store = Optional.empty();

  @Mixin private QueryArguments arguments = new QueryArguments();

  @Override
  public Integer call() throws IOException, SQLException {
    if (arguments.isEmpty()) {
      return arguments.list(spec.commandLine());
    }
    arguments.check();
    Store opened = Store.open(QueryArguments.given(store));
    try (DuckStore duck = DuckStore.connect(opened)) {
      return arguments.answer(spec.commandLine(), opened.settings(), duck);
    }
  }
}
