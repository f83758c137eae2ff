package dev.weighbridge.cli.pages;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.cargo.CargoGraph;
import dev.weighbridge.cargo.CargoReader;
import dev.weighbridge.cli.PackedFile;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.wasm.WasmModule;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the snippets of the documentation may take for granted: files that exist, and variables. */
public abstract class SnippetWorld {
  private static final Path FIXTURES =
      Pages.ROOT.resolve("formats/src/test/resources/fixtures").toAbsolutePath();
  private static final Path BUILDS =
      Pages.ROOT.resolve("core/src/test/resources/diff").toAbsolutePath();
  private static final Path WASM =
      Pages.ROOT.resolve("wasm/src/test/resources/fixtures/wasm/c-pic.wasm").toAbsolutePath();

  /** A program with debug information. */
  private static final Path DEBUG = FIXTURES.resolve("dwarf/app-full-v5-v0-zlib");

  private static final Path LINTER =
      Pages.ROOT.resolve("examples/size-linter/src/test/resources").toAbsolutePath();

  private static final String LOCK = "[[package]]\nname = \"tally\"\nversion = \"0.1.0\"\n";

  /** Real files for the names that snippets and commands use. */
  private static final Map<String, Path> FILES =
      Map.ofEntries(
          Map.entry("app", Shell.SAMPLE.toAbsolutePath()),
          Map.entry("tally", Shell.SAMPLE.toAbsolutePath()),
          Map.entry("FILE", Shell.SAMPLE.toAbsolutePath()),
          Map.entry("app-of-main", Shell.SAMPLE.toAbsolutePath()),
          Map.entry("/path/to/program", Shell.SAMPLE.toAbsolutePath()),
          Map.entry("target/release/app", Shell.SAMPLE.toAbsolutePath()),
          Map.entry("old/app", BUILDS.resolve("shapes-v0-a")),
          Map.entry("new/app", BUILDS.resolve("shapes-v0-more")),
          Map.entry("app-full-v5-v0-zlib", DEBUG),
          Map.entry("app.debug", DEBUG),
          Map.entry("app.exe", FIXTURES.resolve("dwarf/art.exe")),
          Map.entry(
              "libapp.dSYM/Contents/Resources/DWARF/libapp", FIXTURES.resolve("dwarf/libart.dSYM")),
          Map.entry("libfix.a", FIXTURES.resolve("ar/libfix.a")),
          Map.entry("libfoo.a", FIXTURES.resolve("ar/libfix.a")),
          Map.entry("libapp.dylib", FIXTURES.resolve("macho/libfix-x64.dylib")),
          Map.entry(
              "size.json",
              settings(
                  "{\"schema\":\"weighbridge/size/1\",\"file\":\"app\",\"format\":\"ELF\",\"fileSize\":0,"
                      + "\"memorySize\":0,\"by\":[\"kind\"],\"rows\":[],\"diagnostics\":[]}")),
          Map.entry("lint.toml", settings("fail-on = \"error\"\n")),
          Map.entry("weighbridge.toml", settings("[limits]\nfile = \"1 MiB\"\n")),
          Map.entry("Cargo.lock", settings(LOCK)),
          Map.entry(
              "libraries.toml", settings("[[library]]\nname = 'engine'\nsymbols = ['e_*']\n")),
          Map.entry("budget.toml", LINTER.resolve("budget.toml")),
          Map.entry("history.jsonl", settings("")),
          Map.entry("app.ll", ir()),
          Map.entry("app-docker.tar", FIXTURES.resolve("packages/app-docker.tar")),
          Map.entry("app-oci.tar", FIXTURES.resolve("packages/app-oci.tar")),
          Map.entry("lib.jar", FIXTURES.resolve("packages/lib.jar")),
          Map.entry("app.hex", FIXTURES.resolve("firmware/thumb2.hex")),
          Map.entry("app.map", FIXTURES.resolve("firmware/thumb2.map")),
          Map.entry("items.txt", rustc("tally-items.txt")),
          Map.entry("types.txt", rustc("tally-types.txt")),
          Map.entry("app.dll", FIXTURES.resolve("pe/fixlib.dll")),
          Map.entry("teams.toml", Pages.ROOT.resolve("docs/teams.toml").toAbsolutePath()));

  private static Path rustc(String name) {
    try {
      return PackedFile.rustc(name, Files.createTempDirectory("rustc"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path ir() {
    try {
      return PackedFile.ir("tally.ll", Files.createTempDirectory("ir"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path settings(String text) {
    try {
      Path file = Files.createTempFile("settings", ".toml");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A program. */
  protected final Path app = file("app");

  /** A module. */
  protected final WasmModule module = WasmModule.open(WASM);

  /** A function of it. */
  protected final int function = 0;

  /** The program, weighed. */
  protected final BinaryModel model = BinaryModel.open(app);

  /** Its packages. */
  protected final CargoGraph graph = CargoReader.read(file("Cargo.lock"));

  /** What its debug information says. */
  protected final DebugInformation debug = model.file().images().get(0).debug();

  /** An address in its code. */
  protected final long address = 0x42a40;

  /** Its spans. */
  protected final Attribution attribution = model.attribution();

  /** Some bytes. */
  protected final Bytes bytes = Bytes.of(new byte[0x4000]);

  /** Where defects go. */
  protected final Diagnostics diagnostics = new Diagnostics();

  /** A text to write to. */
  protected final StringBuilder console = new StringBuilder();

  /** Where a snippet prints. */
  protected final PrintStream out = System.out;

  /** A path: of a program, or of a module where snippets are about those. */
  protected final Path path;

  /** A file to write. */
  protected final Path target = Files.createTempFile("snippet", ".json");

  /** Opens what is given. */
  protected SnippetWorld() throws IOException {
    target.toFile().deleteOnExit();
    String name = getClass().getSimpleName();
    Path other = name.contains("inlines") ? DEBUG : app;
    path = name.contains("wasm") ? WASM : other;
  }

  /** The snippet itself. */
  public abstract void run() throws Exception;

  /** The file that stands for a name in a snippet or a command; null if none does. */
  static Path known(String name) {
    return FILES.get(name);
  }

  /** The file that stands for a name in a snippet. */
  protected static Path file(String name) {
    Path file = known(name);
    if (file == null) {
      throw new IllegalArgumentException("no file stands for " + name + " in SnippetWorld");
    }
    return file;
  }
}
