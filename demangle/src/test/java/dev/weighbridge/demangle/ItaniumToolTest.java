package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with the local c++filt on every C++ symbol of the JDK's and the system's libraries, and
 * of those in a folder: {@code -Dweighbridge.libraries=FOLDER}.
 */
@Tag("native")
@EnabledIfSystemProperty(
    named = "weighbridge.native",
    matches = "true",
    disabledReason = "needs c++filt, nm and a minute: -Dweighbridge.native=true")
class ItaniumToolTest {
  private static final Pattern LEGACY_RUST = Pattern.compile(".*17h[0-9a-f]{16}E.*");

  @TempDir Path directory;

  @Test
  void agreesOnEverySymbolOfTheLibraries() throws IOException, InterruptedException {
    List<String> names = List.copyOf(symbols());
    Path input = directory.resolve("names");
    Files.write(input, names);
    Path output = directory.resolve("texts");
    run(List.of("c++filt"), input, output);
    List<String> texts = Files.readAllLines(output);
    assertThat(texts).hasSameSizeAs(names);

    int same = 0;
    List<String> refused = new ArrayList<>();
    List<String> different = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String ours = ItaniumDemangler.demangle(names.get(i));
      boolean isReadByOther = !texts.get(i).equals(names.get(i));
      if (isSame(ours, texts.get(i))) {
        same++;
      } else if (isReadByOther && ours.equals(names.get(i))) {
        refused.add(names.get(i));
      } else if (isReadByOther) {
        different.add(names.get(i));
      }
    }
    System.out.println(same + " names alike, " + different.size() + " different: " + different);
    assertThat(refused).isEmpty();
    assertThat(same).isGreaterThan(20_000);
    // What c++filt gets wrong, see itanium-differences.tsv, is about one name in ten thousand.
    assertThat(different.size()).isLessThan(names.size() / 2_000);
  }

  private static boolean isSame(String ours, String other) {
    return CppFilt.withoutPackQuirks(ours).equals(CppFilt.withoutPackQuirks(other));
  }

  private Set<String> symbols() throws IOException, InterruptedException {
    Set<String> symbols = new TreeSet<>();
    for (Path root : roots()) {
      List<Path> libraries;
      try (Stream<Path> files = Files.find(root, 5, (f, a) -> a.isRegularFile() && isLibrary(f))) {
        libraries = files.toList();
      }
      for (Path library : libraries) {
        add(symbols, List.of("nm", "-j", library.toString()));
        add(symbols, List.of("nm", "-j", "-D", library.toString()));
      }
    }
    assumeTrue(symbols.size() > 20_000, "too few C++ libraries here");
    return symbols;
  }

  private static List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    roots.add(Path.of(System.getProperty("java.home")));
    roots.add(Path.of("/usr/lib"));
    String more = System.getProperty("weighbridge.libraries");
    if (more != null) {
      roots.add(Path.of(more));
    }
    return roots;
  }

  private static boolean isLibrary(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".so") || name.contains(".so.");
  }

  private void add(Set<String> symbols, List<String> command)
      throws IOException, InterruptedException {
    Path output = directory.resolve("symbols");
    run(command, null, output);
    for (String line : Files.readAllLines(output, StandardCharsets.ISO_8859_1)) {
      String name = line.replaceFirst("@.*", "");
      if (name.startsWith("_Z") && !LEGACY_RUST.matcher(name).matches()) {
        symbols.add(name);
      }
    }
  }

  private static void run(List<String> command, Path input, Path output)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(output.toFile());
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    builder.start().waitFor();
  }
}
