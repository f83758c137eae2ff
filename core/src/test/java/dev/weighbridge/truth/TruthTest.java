package dev.weighbridge.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.formats.testing.NativeTool;
import dev.weighbridge.formats.testing.RequiresNative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Crates held to linker maps: of a small workspace that is built here, by each linker at hand, and
 * of programs that somebody has: {@code -Dweighbridge.truth=FOLDER} names a folder of them, each
 * with its map, {@code app} with {@code app.map}, and without its names, {@code app.stripped}. The
 * table for docs/truth.md goes to {@code target/truth.md}.
 */
class TruthTest {
  private static final Path SOURCES = Path.of("src", "test", "resources", "truth");

  private static final String REGISTRY = "registry/src/index.crates.io-1949cf8c6b5b557f/";

  @TempDir private Path folder;

  private final List<String> table = new ArrayList<>();

  @Test
  @RequiresNative({"rustc", "gcc", "strip"})
  void cratesAreThoseOfTheMap() throws IOException {
    for (String crate : List.of("shapes", "tables")) {
      rustc(crate, List.of("--crate-type", "rlib"), folder.resolve("lib" + crate + ".rlib"));
    }
    boolean hasDefault = program("default linker", List.of());
    boolean hasOther = program("GNU ld", List.of("-C", "linker-features=-lld"));
    assumeTrue(hasDefault || hasOther, "a linker that writes maps");
    others();
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "truth.md"), table);
  }

  /** The library of C++ has neither file symbols nor, in part, names of its own. */
  @Test
  @RequiresNative({"g++"})
  void libraryOfCppIsThatOfTheMap() throws IOException {
    Path object = folder.resolve("words.o");
    NativeTool.lines("g++", "-O2", "-std=c++11", "-c", "-o", object, SOURCES.resolve("words.cc"));
    for (String linker : List.of("bfd", "lld")) {
      Path map = folder.resolve("words.map");
      Path words = folder.resolve("words");
      Files.deleteIfExists(map);
      List<Object> arguments = new ArrayList<>(List.of("-o", words, object));
      arguments.addAll(List.of("-static-libstdc++", "-static-libgcc", "-fuse-ld=" + linker));
      arguments.add("-Wl,-Map=" + map);
      NativeTool.lines("g++", arguments.toArray());
      assumeTrue(Files.exists(map), linker);
      MapScore score = MapScore.of("words, C++, " + linker, words, map);
      assertThat(score.code().rightOfClaimed()).as(score.row()).isGreaterThanOrEqualTo(0.999);
      assertThat(score.code().claimed()).as(score.row()).isGreaterThanOrEqualTo(0.99);
      assertThat(score.all().rightOfClaimed()).as(score.row()).isGreaterThanOrEqualTo(0.99);
      assertThat(score.all().right()).as(score.row()).isGreaterThanOrEqualTo(0.97);
    }
  }

  /** GNU ld writes sizes of sections that are rounded up to what the file has of them. */
  @Test
  @RequiresNative({"x86_64-w64-mingw32-gcc"})
  void mapOfWindowsIsOfItsBuild() throws IOException {
    Path source = folder.resolve("hello.c");
    Files.writeString(source, "int main(void) { return 42; }\n");
    Path map = folder.resolve("hello.map");
    Path hello = folder.resolve("hello.exe");
    NativeTool.lines("x86_64-w64-mingw32-gcc", "-o", hello, source, "-Wl,-Map=" + map);
    MapScore score = MapScore.of("hello", hello, map);
    assertThat(score.row()).contains("crt2");
  }

  /** Builds and scores the program as one linker links it; false if it cannot be had. */
  private boolean program(String linker, List<String> options) throws IOException {
    Path map = folder.resolve("app.map");
    Path app = folder.resolve("app");
    Files.deleteIfExists(map);
    Files.deleteIfExists(app);
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-C", "link-arg=-Wl,-Map=" + map, "-L", folder.toString()));
    rustc("app", all, app);
    if (!Files.exists(app) || !Files.exists(map)) {
      return false;
    }
    MapScore named = MapScore.of("app, " + linker, app, map);
    table.add(named.row());
    assertThat(named.code().claimed()).as(named.row()).isGreaterThanOrEqualTo(0.98);
    assertThat(named.code().rightOfClaimed()).as(named.row()).isGreaterThanOrEqualTo(0.995);
    assertThat(named.all().right()).as(named.row()).isGreaterThanOrEqualTo(0.97);
    Path stripped = folder.resolve("stripped");
    NativeTool.lines("strip", "-o", stripped, app);
    MapScore bare = MapScore.of("app, " + linker + ", stripped", stripped, app, map);
    table.add(bare.row());
    assertThat(bare.code().claimed()).as(bare.row()).isGreaterThanOrEqualTo(0.85);
    assertThat(bare.code().rightOfClaimed()).as(bare.row()).isGreaterThanOrEqualTo(0.97);
    assertThat(bare.all().rightOfClaimed()).as(bare.row()).isGreaterThanOrEqualTo(0.93);
    return true;
  }

  /** Compiles a crate from where Cargo would have put it: the path tells the crate's name. */
  private void rustc(String crate, List<String> options, Path out) throws IOException {
    boolean isProgram = crate.equals("app");
    Path home = folder.resolve(isProgram ? "program/src" : REGISTRY + crate + "-1.0.0/src");
    Files.createDirectories(home);
    Path source = home.resolve(isProgram ? "main.rs" : "lib.rs");
    Files.write(source, Files.readAllBytes(SOURCES.resolve(crate + ".rs")));
    List<Object> arguments = new ArrayList<>(List.of("--edition", "2021", "-C", "opt-level=3"));
    arguments.addAll(List.of("--crate-name", crate, "-o", out));
    arguments.addAll(List.of("-L", folder));
    arguments.addAll(options);
    arguments.add("--remap-path-prefix=" + folder.resolve("program") + "/=");
    arguments.add(source);
    NativeTool.lines("rustc", arguments.toArray());
  }

  /** Scores the programs of a folder, of which nothing is promised. */
  private void others() throws IOException {
    String given = System.getProperty("weighbridge.truth", "");
    if (given.isEmpty()) {
      return;
    }
    try (Stream<Path> files = Files.list(Path.of(given))) {
      for (Path map : files.filter(file -> file.toString().endsWith(".map")).sorted().toList()) {
        String name = map.getFileName().toString().replace(".map", "");
        table.add(MapScore.of(name, map.resolveSibling(name), map).row());
        Path stripped = map.resolveSibling(name + ".stripped");
        if (Files.exists(stripped)) {
          table.add(
              MapScore.of(name + ", stripped", stripped, map.resolveSibling(name), map).row());
        }
      }
    }
  }
}
