package dev.weighbridge.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.PackedFile;
import dev.weighbridge.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs what a page shows behind a prompt: the command, or {@code xxd}, and then {@code grep -F} and
 * {@code head}. The latter three do here what those programs do, so that no test needs them.
 */
final class Pipeline {
  private static final Path BUILDS = Pages.ROOT.resolve("core/src/test/resources/diff");
  private static final Path FIXTURES = Pages.ROOT.resolve("formats/src/test/resources/fixtures");
  private static final Path DWARF = FIXTURES.resolve("dwarf");
  private static final Set<String> WITH_DEBUG_INFORMATION =
      Set.of(
          "app-full-v4-dwz-zlib",
          "app-full-v5-v0-zlib",
          "app-limited-zlib",
          "cpp-x64-g-types",
          "split-v5",
          "art.wasm",
          "libart.dylib",
          "libart.dSYM");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final String JAR = "examples/cli/target/weighbridge.jar";
  private static final int XXD_LINE = 16;

  /** Where the commands write and read models. */
  private final Path models;

  Pipeline(Path models) {
    this.models = models;
  }

  /** What a command prints. */
  String output(String command) throws IOException {
    List<List<String>> stages = stages(command);
    String text = first(stages.get(0));
    for (List<String> stage : stages.subList(1, stages.size())) {
      text = filtered(stage, text);
    }
    return text;
  }

  /** The words of each stage; a bar between quotes separates nothing. */
  private static List<List<String>> stages(String command) {
    List<List<String>> stages = new ArrayList<>(List.of(new ArrayList<>()));
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      if (word.group().equals("|")) {
        stages.add(new ArrayList<>());
      } else {
        String text = word.group(1) == null ? word.group(2) : word.group(1);
        stages.get(stages.size() - 1).add(text);
      }
    }
    return stages;
  }

  private String first(List<String> words) throws IOException {
    if (words.get(0).equals("xxd")) {
      assertThat(words).as("xxd -s START -l LENGTH FILE").hasSize(6);
      byte[] file = Files.readAllBytes(Path.of(place(words.get(5))));
      int start = Integer.decode(words.get(2));
      return xxd(file, start, Math.min(file.length, start + Integer.decode(words.get(4))));
    }
    int skip = words.get(0).equals("weighbridge") ? 1 : 3;
    if (skip == 3) {
      assertThat(words).startsWith("java", "-jar", JAR);
    }
    Stream<String> rest = words.stream().skip(skip).map(this::place);
    return Shell.terminal(rest.toArray(String[]::new));
  }

  private static String filtered(List<String> stage, String text) {
    String last = stage.get(stage.size() - 1);
    Stream<String> lines = text.lines();
    switch (stage.get(0)) {
      case "head" -> lines = lines.limit(Long.parseLong(last.replace("-", "")));
      case "grep" -> {
        assertThat(stage).as("grep -F TEXT").hasSize(3).contains("-F");
        lines = lines.filter(line -> line.contains(last));
      }
      default -> throw new IllegalArgumentException("no such filter here: " + stage);
    }
    return String.join("", lines.map(line -> line + "\n").toList());
  }

  /** Eight pairs of bytes a line, and the same as text. */
  private static String xxd(byte[] file, int start, int end) {
    StringBuilder out = new StringBuilder();
    for (int at = start; at < end; at += XXD_LINE) {
      byte[] line = Arrays.copyOfRange(file, at, Math.min(end, at + XXD_LINE));
      StringBuilder digits = new StringBuilder();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < line.length; i++) {
        digits.append(String.format(Locale.ROOT, i % 2 == 0 ? " %02x" : "%02x", line[i] & 0xFF));
        text.append(line[i] < ' ' || line[i] > '~' ? '.' : (char) line[i]);
      }
      out.append(String.format(Locale.ROOT, "%08x:%-40s  %s%n", at, digits, text));
    }
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  /** Where the files lie that the pages name; other words stay as they are. */
  private String place(String word) {
    if (word.equals("tally")) {
      return Shell.SAMPLE.toString();
    }
    if (WITH_DEBUG_INFORMATION.contains(word)) {
      return DWARF.resolve(word).toString();
    }
    if (word.startsWith("thumb2.")) {
      return FIXTURES.resolve("firmware").resolve(word).toString();
    }
    if (word.equals("app-docker.tar")) {
      return FIXTURES.resolve("packages").resolve(word).toString();
    }
    if (word.endsWith(".wbmodel")) {
      return models.resolve(word).toString();
    }
    if (word.equals("app")) {
      return PackedFile.program(word, models).toString();
    }
    if (word.equals("metadata.json") || word.equals("Cargo.lock")) {
      return PackedFile.CARGO.resolve(word).toString();
    }
    if (word.endsWith("-items.txt") || word.endsWith("-types.txt")) {
      return PackedFile.rustc(word, models).toString();
    }
    if (word.endsWith(".ll")) {
      return PackedFile.ir(word, models).toString();
    }
    if (word.endsWith(".toml")) {
      return Pages.ROOT.resolve("docs").resolve(word).toString();
    }
    return word.startsWith("shapes-") ? BUILDS.resolve(word).toString() : word;
  }
}
