package dev.weighbridge.cli.pages;

import dev.weighbridge.cli.PackedFile;
import dev.weighbridge.cli.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every command that writes JSON writes: of programs, objects, packages and their builds. */
final class JsonOutputs {
  private static final Path FIXTURES = Pages.ROOT.resolve("formats/src/test/resources/fixtures");

  private static final String COMMANDS =
      """
      size TALLY
      size TALLY --by crate,symbol --measure file,debug --only code --filter std
      size elf/c-x64 --by section,symbol
      size elf/cpp-x64 --by kind
      size TALLY --measure shipped,file --compress gzip
      size elf/c-armhf --region FLASH=0x0+1M --by region,section
      size packages/app-docker.tar --by layer,entry
      size packages/app-xz.deb
      diff elf/c-x64 elf/cpp-x64
      diff TALLY TALLY
      diff elf/c-x64 TALLY --by crate --measure debug
      diff packages/app-docker.tar packages/app-oci.tar
      compare elf/c-x64 elf/cpp-x64 TALLY
      table elf/c-x64 elf/PROVENANCE.md packages/app-xz.deb
      lint TALLY
      lint elf/cpp-x64
      lint TALLY --rows 2
      lint packages/app-docker.tar --rows 1
      lint packages/app-docker.tar
      check TALLY --budget BUDGET
      check TALLY --budget BUDGET --since elf/cpp-x64
      check packages/app-docker.tar --budget BUDGET
      history show HISTORY
      history trend HISTORY
      generics TALLY
      generics elf/cpp-x64
      generics TALLY --filter iter
      duplicates TALLY
      duplicates packages/app-docker.tar
      duplicates packages/app-oci.tar
      inlines elf/c-x64-g-dwarf5
      inlines pe/tiny-gnu-dwarf.exe --of main
      retained GRAPH/elf-x64.elf
      why GRAPH/elf-x64.elf odd
      garbage GRAPH/elf-x64.elf
      remove GRAPH/elf-x64.elf --symbol odd
      dependencies TWO --cargo-metadata CARGO/two.json
      llvm-lines tally.ll
      llvm-lines tally.ll --since generic-release.ll
      mono-items tally-items.txt
      mono-items tally-items.txt --of print
      type-sizes till-types.txt
      type-sizes till-types.txt --of Shape
      spans elf/c-x64
      explain TALLY @0x1000
      explain TALLY @70000
      inspect TALLY
      inspect elf/cpp-x64
      inspect elf/cpp.o
      inspect elf/c-split --debug-file elf/c-split.debug
      inspect packages/app-docker.tar
      inspect pe/c-msvc-x64.exe
      inspect macho/libfix-x64.dylib
      firmware firmware/thumb2.elf firmware/thumb2.hex
      demangle _ZN3std2rt10lang_start17h0123456789abcdefE main
      """;

  private static final String BUDGET =
      """
      [limits]
      file = "600 KB"
      [limits.section]
      ".text" = "1 MiB"
      ".data" = { allowed = "1 B", reason = "nothing" }
      [growth]
      file = "1 KiB"
      """;

  private JsonOutputs() {}

  /**
   * The documents by the commands that wrote them; tables and spans are a document a line.
   *
   * @param folder where files may be put
   */
  static Map<String, List<String>> written(Path folder) {
    Map<String, List<String>> written = new LinkedHashMap<>();
    commands(folder)
        .forEach(
            (line, command) -> {
              List<String> words = new ArrayList<>(command);
              words.addAll(List.of("--format", "json"));
              Shell.Outcome outcome = Shell.run(words.toArray(String[]::new));
              if (outcome.status() > 1 || outcome.out().isEmpty()) {
                throw new IllegalStateException(line + ": " + outcome.err());
              }
              boolean isOfLines = words.get(0).equals("table") || words.get(0).equals("spans");
              written.put(
                  line, isOfLines ? outcome.out().lines().toList() : List.of(outcome.out()));
            });
    return written;
  }

  /**
   * The commands as they are written here, with the words they are run with, but for the format.
   *
   * @param folder where files may be put
   */
  static Map<String, List<String>> commands(Path folder) {
    try {
      Files.writeString(folder.resolve("budget.toml"), BUDGET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String history = folder.resolve("history").toString();
    Shell.run("history", "add", history, Shell.SAMPLE.toString(), "--commit", "c1");
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (String line : COMMANDS.lines().toList()) {
      List<String> words = new ArrayList<>();
      for (String word : line.split(" ", -1)) {
        words.add(words.isEmpty() ? word : file(word, folder));
      }
      commands.put(line, words);
    }
    return commands;
  }

  private static String file(String word, Path folder) {
    if (word.endsWith(".ll")) {
      return PackedFile.ir(word, folder).toString();
    }
    if (word.endsWith("-items.txt") || word.endsWith("-types.txt")) {
      return PackedFile.rustc(word, folder).toString();
    }
    return switch (word) {
      case "TALLY" -> Shell.SAMPLE.toString();
      case "TWO" -> PackedFile.program("two", folder).toString();
      case "BUDGET" -> folder.resolve("budget.toml").toString();
      case "HISTORY" -> folder.resolve("history").toString();
      default ->
          word.replaceFirst("^CARGO/", PackedFile.CARGO + "/")
              .replaceFirst(
                  "^GRAPH/", Pages.ROOT.resolve("core/src/test/resources/fixtures/graph") + "/")
              .replaceFirst("^(elf|pe|macho|packages|firmware)/", FIXTURES + "/$1/");
    };
  }
}
