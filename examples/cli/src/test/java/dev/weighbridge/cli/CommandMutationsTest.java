package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell.Outcome;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command takes damaged copies of every small fixture, and ends with a status and a line that
 * it promises. How many copies of each says {@code weighbridge.command.mutations}; it is few,
 * because each goes through all commands.
 */
@DamagesFiles
class CommandMutationsTest {
  private static final int COPIES = Integer.getInteger("weighbridge.command.mutations", 1);
  private static final int SMALL = 20_000;

  private static final String LIMITS =
      """
      [limits]
      file = "1 MiB"
      [limits.symbol]
      "*" = "4 KiB"
      """;

  @TempDir Path folder;

  static Stream<String> fixtures() {
    return Stream.of("elf", "macho", "pe", "wasm", "ar")
        .flatMap(name -> FixtureFolder.binaries(name).stream())
        .filter(name -> !name.endsWith(".pdb") && Fixtures.array(name).length <= SMALL);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyCommandEndsAsItPromises(String fixture) throws IOException {
    Files.writeString(folder.resolve("limits.toml"), LIMITS);
    Path sound = Files.write(folder.resolve("sound"), Fixtures.array(fixture));
    Mutations mutations = Mutations.of("command " + fixture, Fixtures.array(fixture));
    Mutations.Result result = mutations.check(COPIES, file -> commands(sound, file));
    assertThat(result.count()).isEqualTo(COPIES);
  }

  private void commands(Path sound, Bytes file) {
    Path damaged = folder.resolve("damaged");
    try {
      Files.write(damaged, file.toArray(0, file.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (List<String> command : commands(sound.toString(), damaged.toString())) {
      endsAsPromised(command);
    }
  }

  /** Every command with its widest answer, the damaged file in each place that takes a binary. */
  private List<List<String>> commands(String sound, String damaged) {
    List<List<String>> commands = new ArrayList<>();
    String saved = folder.resolve("saved").toString();
    String limits = folder.resolve("limits.toml").toString();
    add(commands, "size", damaged, "--by", "crate,symbol", "-n", "0", "--format", "csv");
    add(commands, "size", damaged, "--by", "section,category,function", "--format", "html");
    add(commands, "size", sound, "--debug-file", damaged);
    add(commands, "diff", sound, damaged, "--by", "symbol", "--format", "json");
    add(commands, "compare", sound, damaged, "--by", "section,symbol");
    add(commands, "save", damaged, "-o", saved);
    add(commands, "size", saved, "--by", "crate,function");
    add(commands, "lint", damaged, "--format", "sarif");
    add(commands, "check", damaged, "--budget", limits);
    add(commands, "generics", damaged, "-n", "0");
    add(commands, "duplicates", damaged, "-n", "0");
    add(commands, "retained", damaged, "-n", "0", "--depth", "4");
    add(commands, "why", damaged, "main");
    add(commands, "garbage", damaged, "-n", "0");
    add(commands, "remove", damaged, "--symbol", "a", "-n", "0");
    add(commands, "spans", damaged, "--format", "csv");
    add(commands, "explain", damaged, "@0x40");
    add(commands, "inspect", damaged, "--format", "json");
    return commands;
  }

  private static void add(List<List<String>> commands, String... words) {
    commands.add(List.of(words));
  }

  private static void endsAsPromised(List<String> command) {
    Outcome outcome = Shell.run(command.toArray(String[]::new));
    String what = String.join(" ", command) + "\n" + outcome.err();
    assertThat(outcome.status()).as(what).isBetween(0, 2);
    assertThat(outcome.err()).as(what).doesNotContain("internal error");
    assertThat(outcome.out() + outcome.err()).as(what).doesNotContain("the rule ended early");
    if (outcome.status() == Weighbridge.UNUSABLE) {
      assertThat(outcome.err().lines()).as(what).hasSize(1);
    }
  }
}
