package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell.Outcome;
import dev.weighbridge.cli.terminal.Console;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeighbridgeTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @Test
  void helpListsTheCommandsThatWork() {
    Outcome help = Shell.run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .contains(
            "  size ",
            "  diff ",
            "  compare ",
            "  table ",
            "  save ",
            "  lint ",
            "  check ",
            "  history ",
            "  generics ",
            "  duplicates ",
            "  retained ",
            "  why ",
            "  garbage ",
            "  remove ",
            "  spans ",
            "  explain ",
            "  inspect ",
            "  demangle ");
    assertThat(Shell.run("help")).isEqualTo(Shell.run("-h")).isEqualTo(help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size",
        "diff",
        "compare",
        "table",
        "lint",
        "check",
        "generics",
        "duplicates",
        "dependencies",
        "llvm-lines",
        "mono-items",
        "type-sizes",
        "retained",
        "why",
        "garbage",
        "remove",
        "spans",
        "explain",
        "inspect",
        "demangle"
      })
  void everyCommandTellsItsOptions(String command) {
    Outcome help = Shell.run(command, "--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).startsWith("Usage: weighbridge " + command + " ");
    assertThat(help.out()).contains("--format", "-o, --output=FILE", "--debug");
  }

  @Test
  void tellsItsVersion() {
    assertThat(Shell.run("--version").out()).matches("weighbridge \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @Test
  void weighsTheSampleIfNoFileIsNamed() throws IOException {
    Outcome sample = Shell.run("size", "--format", "json", "-n", "0");
    assertThat(sample.status()).isZero();
    assertThat(sample.err()).isEmpty();
    assertThat(sample.out()).contains("\"fileSize\":" + Files.size(Shell.SAMPLE) + ",");
    assertThat(Shell.run("size", SAMPLE, "--format", "json", "-n", "0")).isEqualTo(sample);
  }

  @Test
  void optionsReachTheLibrary() {
    String own = Shell.run("size", "--pricing", "own", "--by", "symbol", "--format", "json").out();
    assertThat(own).contains("\"by\":[\"symbol\"],\"pricing\":\"own\"");
    String only = Shell.run("size", "--only", "code,unwind", "--format", "json").out();
    assertThat(only).contains("\"selection\":{\"only\":[\"code\",\"unwind\"],");
    String filter = Shell.run("size", "--filter", "^\\.text$", "--by", "section").out();
    assertThat(filter).contains("  .text\n").doesNotContain(".rodata");
    String sorted = Shell.run("size", "--by", "kind", "--sort", "label", "-n", "0").out();
    assertThat(sorted.indexOf("[code]")).isLessThan(sorted.indexOf("[zero]")).isPositive();
    assertThat(Shell.run("size", "--by", "symbol").out()).contains("…");
    assertThat(Shell.run("size", "--by", "symbol", "-w").out()).doesNotContain("…");
  }

  @Test
  void optionsReachGenericsAndDuplicates() {
    String sorted = Shell.run("generics", SAMPLE, "--sort", "copies", "-n", "1").out();
    assertThat(sorted).contains("core::ptr::drop_in_place::<_>\n").contains("others]\n");
    String causes =
        Shell.run("generics", SAMPLE, "--filter", "drop_in_place", "--causes", "1").out();
    assertThat(causes).contains("    in crate std: ", "    for 58 more\n");
    assertThat(Shell.run("generics", SAMPLE, "--format", "csv", "-n", "0").out().lines())
        .hasSizeGreaterThan(100);
    assertThat(Shell.run("duplicates", SAMPLE, "--format", "json").out())
        .startsWith("{\"schema\":\"weighbridge/duplicates/1\",");
    assertThat(Shell.run("duplicates", SAMPLE, "--filter", "^$", "--format", "csv").out().lines())
        .hasSize(1);
  }

  @Test
  void explainTakesAddressesAndOffsets() {
    String byOffset = Shell.run("explain", SAMPLE, "@0x20").out();
    assertThat(byOffset).contains("file offset 0x20", "[file header]");
    assertThat(Shell.run("explain", SAMPLE, "@32").out()).isEqualTo(byOffset);
    assertThat(Shell.run("explain", SAMPLE, "0x20").out()).isEqualTo(byOffset);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "size --by foo ~ --by: expected some of image, ~ found 'foo'",
        "size --by symbol, ~ --by: expected some of image, ~ found ''",
        "size -n -1 ~ -n: expected a whole number of 0 or more ~ found '-1'",
        "size -n many ~ -n: expected a whole number of 0 or more ~ found 'many'",
        "size -n ~ -n: expected a value ~ found none",
        "size -n 1 -n 2 ~ -n: expected once ~ found twice",
        "size --filter ( ~ --filter: expected a regular expression ~ found '(' (",
        "size --only code,fat ~ --only: expected some of code, ~ found 'fat'",
        "size --pricing free ~ --pricing: expected one of full, own ~ found 'free'",
        "size --sort weight ~ --sort: expected one of file, memory, label ~ found 'weight'",
        "size --format xml ~ --format: expected one of text, json, csv ~ found 'xml'",
        "inspect tally --format sarif ~ --format: expected one of text, json, csv ~ found 'sarif'",
        "size --nothing ~ arguments: expected those of weighbridge size --help ~ found '--nothing'",
        "garbage one two ~ arguments: expected those of weighbridge garbage --help ~ found 'two'",
        "spans ~ FILE: expected a file ~ found none",
        "explain tally ~ ADDRESS|@OFFSET: expected an address or an offset ~ found none",
        "explain tally 0xZZ ~ ADDRESS|@OFFSET: expected a number ~ found '0xZZ'",
        "explain tally @-5 ~ ADDRESS|@OFFSET: expected a number ~ found '@-5'",
        "explain tally @99999999 ~ expected an offset below the file size ~ found '@99999999'",
        "explain tally 0xffffffff0000 ~ expected the address of a loaded byte ~ found '0xffff",
        "size tally -o tally ~ -o: expected another file than FILE ~ found the same",
        "size -o no/such/folder/x ~ no/such/folder/x: expected a file to write ~ found no folder"
            + " for it",
        "weigh ~ command: expected one of size, diff, compare, table, save, lint, check, ~ found"
            + " 'weigh'",
        "generics ~ FILE: expected a file ~ found none",
        "generics tally --causes -1 ~ --causes: expected a whole number of 0 ~ found '-1'",
        "generics tally --sort file ~ --sort: expected one of code, copies, saving ~ found 'file'",
        "duplicates ~ FILE: expected a file ~ found none",
        "duplicates tally --sort code ~ --sort: expected one of saving, copies ~ found 'code'",
      })
  void unusableArgumentsGetOneLine(String command, String expected, String found) {
    Outcome outcome = Shell.run(command.replace("tally", SAMPLE).split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("weighbridge: ").contains(expected).contains(found);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void noCommandIsUnusableToo() {
    Outcome outcome = Shell.run();
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void aFaultThatSaysNothingIsToldByItsName() {
    assertThat(Console.sentence(new EOFException())).isEqualTo("java.io.EOFException");
  }

  @Test
  void debugShowsTheStackTrace() {
    Outcome outcome = Shell.run("size", "--debug", "--by", "foo");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("\n\tat dev.weighbridge.cli.");
  }
}
