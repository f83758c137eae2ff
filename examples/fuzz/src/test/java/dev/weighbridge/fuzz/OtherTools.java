package dev.weighbridge.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives the same damaged files to {@code weighbridge size} and to what other tools are installed,
 * and counts how they end: {@code weighbridge.fuzz.files} of each format, but only copies of files
 * that the tool takes when they are sound. Not run but by its name.
 */
class OtherTools {
  private static final int COUNT = Integer.getInteger("weighbridge.fuzz.files", 500);
  private static final int SECONDS = 10;

  /** The formats that a tool reads, and how it is called. */
  private record Tool(List<String> formats, List<String> command) {}

  private static final List<Tool> TOOLS =
      List.of(
          tool("elf macho wasm ar", "bloaty"),
          tool("elf pe ar", "size"),
          tool("elf pe ar", "nm"),
          tool("elf pe ar", "objdump -x"),
          tool("elf ar", "readelf -aW"),
          tool("elf macho pe wasm ar", "llvm-size"),
          tool("elf macho pe wasm ar", "llvm-nm"),
          tool("elf macho pe wasm ar", "llvm-readobj --all"),
          tool("wasm", "wasm-objdump -x"),
          tool("wasm", "twiggy top"));

  @TempDir private Path folder;

  private final Map<String, Map<Path, List<Path>>> copies = new HashMap<>();

  private static Tool tool(String formats, String command) {
    return new Tool(words(formats), words(command));
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ", -1)).toList();
  }

  @Test
  void theSameFiles() throws IOException, InterruptedException {
    for (String format : DamagedFiles.FORMATS) {
      Path files = Files.createDirectory(folder.resolve(format));
      copies.put(format, DamagedFiles.of(format).write(files, COUNT));
    }
    List<Endings> rows = new ArrayList<>();
    Endings ours = new Endings("`weighbridge size`: " + String.join(", ", DamagedFiles.FORMATS));
    WeighingCommand command = new WeighingCommand();
    for (Map<Path, List<Path>> files : copies.values()) {
      for (List<Path> damaged : files.values()) {
        damaged.forEach(file -> ours.add(command.run(file)));
      }
    }
    rows.add(ours);
    for (Tool tool : TOOLS) {
      if (isInstalled(tool.command.get(0))) {
        rows.add(endings(tool));
      }
    }
    System.out.println(Endings.table(rows));
    assertThat(ours.count(Ending.CRASHED)).isZero();
  }

  private static boolean isInstalled(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(path -> Files.isExecutable(Path.of(path, name)));
  }

  private Endings endings(Tool tool) throws IOException, InterruptedException {
    String name = "`" + String.join(" ", tool.command) + "`: " + String.join(", ", tool.formats);
    Endings endings = new Endings(name);
    for (String format : tool.formats) {
      for (Map.Entry<Path, List<Path>> files : copies.getOrDefault(format, Map.of()).entrySet()) {
        if (takes(run(tool, files.getKey()))) {
          for (Path damaged : files.getValue()) {
            endings.add(run(tool, damaged));
          }
        }
      }
    }
    return endings;
  }

  private static boolean takes(Ending sound) {
    return sound == Ending.ANSWER || sound == Ending.PARTIAL;
  }

  private Ending run(Tool tool, Path file) throws IOException, InterruptedException {
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    List<String> command = new ArrayList<>(tool.command);
    command.add(file.toString());
    Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return Ending.HUNG;
    }
    // What nm says of a sound file without symbols, too.
    boolean isEmpty = Files.readString(err.toPath(), ISO_8859_1).contains("no symbols");
    return isEmpty && process.exitValue() == 0
        ? Ending.ANSWER
        : Ending.of(process.exitValue(), out.length() > 0, err.length() > 0);
  }
}
