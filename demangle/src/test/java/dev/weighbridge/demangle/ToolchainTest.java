package dev.weighbridge.demangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with the reference demangler of the local Rust toolchain on all symbols of its binaries.
 *
 * <p>The oracle is built from the toolchain's own copy of rustc-demangle, which is in its sysroot.
 */
@Tag("native")
@EnabledIfSystemProperty(
    named = "weighbridge.native",
    matches = "true",
    disabledReason = "needs rustc, nm and minutes: -Dweighbridge.native=true")
class ToolchainTest {
  private static final String ORACLE =
      """
      #![feature(rustc_private)]
      extern crate rustc_demangle;
      use std::io::{BufRead, Write};
      fn main() {
          let mut out = std::io::BufWriter::new(std::io::stdout().lock());
          for line in std::io::stdin().lock().lines() {
              let name = line.unwrap();
              match rustc_demangle::try_demangle(&name) {
                  Ok(d) => writeln!(out, "{}\\t{}\\t{:#}", name, d, d).unwrap(),
                  Err(_) => writeln!(out, "{}\\t!\\t!", name).unwrap(),
              }
          }
      }
      """;

  @TempDir Path directory;

  @Test
  void agreesOnEverySymbolOfTheToolchain() throws IOException, InterruptedException {
    Path oracle = buildOracle();
    Path names = directory.resolve("names");
    Files.write(names, symbols());
    Path answers = directory.resolve("answers");
    ProcessBuilder run = new ProcessBuilder(oracle.toString());
    run.redirectInput(names.toFile()).redirectOutput(answers.toFile());
    assertThat(run.start().waitFor()).isZero();

    int rust = 0;
    List<String> different = new ArrayList<>();
    try (Stream<String> lines = Files.lines(answers)) {
      for (String line : (Iterable<String>) lines::iterator) {
        String[] row = line.split("\t", -1);
        boolean isSame =
            RustDemangler.tryDemangle(row[0], HashVisibility.SHOWN).equals(VectorFile.text(row[1]))
                && RustDemangler.tryDemangle(row[0]).equals(VectorFile.text(row[2]));
        rust += isSame && !row[1].equals(VectorFile.REFUSED) ? 1 : 0;
        if (!isSame && !isCpp(row[0])) {
          different.add(line);
        }
      }
    }
    System.out.println("Rust names of the toolchain that agree with the reference: " + rust);
    assertThat(different).isEmpty();
    assertThat(rust).isGreaterThan(100_000);
  }

  /** The reference takes nested names of C++ variables for Rust; we do not. */
  private static boolean isCpp(String name) {
    return name.startsWith("_ZN")
        && !name.matches(".*17h[0-9a-f]{16}E.*")
        && RustDemangler.tryDemangle(name).isEmpty();
  }

  private Path buildOracle() throws IOException, InterruptedException {
    Path source = directory.resolve("oracle.rs");
    Path oracle = directory.resolve("oracle");
    Files.writeString(source, ORACLE);
    ProcessBuilder rustc =
        new ProcessBuilder("rustc", "-O", "-o", oracle.toString(), source.toString());
    rustc.environment().put("RUSTC_BOOTSTRAP", "1");
    rustc.redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile());
    boolean isBuilt;
    try {
      isBuilt = rustc.start().waitFor() == 0;
    } catch (IOException e) {
      isBuilt = false;
    }
    assumeTrue(isBuilt, "rustc cannot build the oracle");
    return oracle;
  }

  private static Set<String> symbols() throws IOException, InterruptedException {
    Path toolchains = Path.of(System.getProperty("user.home"), ".rustup", "toolchains");
    assumeTrue(Files.isDirectory(toolchains), "no Rust toolchain in the user's home");
    List<Path> binaries;
    try (Stream<Path> files = Files.walk(toolchains, 3)) {
      binaries =
          files
              .filter(Files::isRegularFile)
              .filter(f -> f.toString().endsWith(".so") || f.getParent().endsWith("bin"))
              .toList();
    }
    Set<String> symbols = new TreeSet<>();
    for (Path binary : binaries) {
      addSymbols(symbols, "nm", "-j", binary.toString());
      addSymbols(symbols, "nm", "-j", "-D", binary.toString());
    }
    return symbols;
  }

  private static void addSymbols(Set<String> symbols, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder nm = new ProcessBuilder(command);
    nm.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = nm.start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        symbols.add(line.replaceFirst("@.*", ""));
      }
    }
    process.waitFor();
  }
}
