package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell.Outcome;
import dev.weighbridge.cli.pages.Pages;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.SourceJar;
import dev.weighbridge.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins reach the command: that of the page about them, and the format of the examples. */
class PluginTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();
  private static final String FOLDER = "weighbridge.plugins";

  @TempDir static Path folder;

  private static String house;
  private static String shelf;
  private static String fruit;

  @BeforeAll
  static void makeJars() throws IOException {
    house = house("house.jar");
    shelf = shelf(folder.resolve("shelf.jar"));
    ByteWriter file = new ByteWriter().u32(0x464C_4853).u32(1);
    byte[] bytes = file.u32(24).u32(4).text("plums").padTo(24).u32(7).array();
    fruit = Files.write(folder.resolve("fruit.shelf"), bytes).toString();
  }

  private static String house(String jar) throws IOException {
    String name = "org.example.house.HousePlugin";
    Path source = Path.of("src/plugin/java/org/example/house/HousePlugin.java");
    String text = Files.readString(source);
    return SourceJar.write(folder.resolve(jar), Plugin.class.getName(), name, text).toString();
  }

  private static String shelf(Path jar) throws IOException {
    Path source =
        Pages.ROOT.resolve(
            "examples/shelf-format/src/main/java/dev/weighbridge/shelf/ShelfFormat.java");
    String text = Files.readString(source);
    String name = "dev.weighbridge.shelf.ShelfFormat";
    return SourceJar.write(jar, BinaryFormat.class.getName(), name, text).toString();
  }

  @AfterEach
  void forgetFolder() {
    System.clearProperty(FOLDER);
  }

  private static Outcome with(String jar, String... args) {
    List<String> line = new ArrayList<>(List.of(args));
    line.addAll(List.of("--plugin", jar));
    return Shell.run(line.toArray(String[]::new));
  }

  @Test
  void aFormatIsWeighed() {
    assertThat(Shell.run("size", fruit).status()).isEqualTo(Weighbridge.UNUSABLE);
    Outcome outcome = with(shelf, "size", fruit, "--by", "symbol", "--format", "csv");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("plums");
    assertThat(with(shelf, "compare", fruit, fruit).status()).isZero();
    assertThat(with(shelf, "inspect", fruit).out()).contains("Shelf");
  }

  @Test
  void wordsAreKnown() {
    Outcome outcome =
        with(house, "size", "--by", "loaded", "--measure", "stored,file", "--format", "csv", "-n0");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().skip(1).map(line -> line.replaceAll("\\d+", "N")))
        .hasSize(2)
        .allMatch(line -> line.startsWith("loaded,") || line.startsWith("on disk only,"));
    assertThat(with(house, "size", "--sort", "stored", "--measure", "stored").status()).isZero();
    assertThat(with(house, "spans", SAMPLE, "--columns", "loaded").out()).contains("on disk only");
    assertThat(with(house, "size", "--by", "loadet").err())
        .endsWith("found 'loadet'; did you mean loaded?\n");
    assertThat(with(house, "generics", SAMPLE, "--format", "title").out()).isEqualTo("tally");
    assertThat(with(house, "size", "--format", "titel").err())
        .isEqualTo(
            "weighbridge: --format: expected one of text, json, csv, markdown, html, svg, title,"
                + " found 'titel'; did you mean title?\n");
  }

  @Test
  void rulesFind() throws IOException {
    Outcome outcome = with(house, "lint", SAMPLE);
    assertThat(outcome.out()).contains("small").contains("bytes more than we allow");
    assertThat(outcome.status()).isEqualTo(Weighbridge.FAILED);
    Path config = Files.writeString(folder.resolve("lint.toml"), "[rules]\nsmall = 'off'\n");
    Outcome off = with(house, "lint", SAMPLE, "--config", config.toString());
    assertThat(off.out()).isNotEmpty().doesNotContain("more than we allow");
  }

  @Test
  void answersAnswer() {
    Outcome outcome = with(house, "answer", "by-load", SAMPLE, "--format", "json");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("\"by\":[\"loaded\",\"kind\"]");
    assertThat(with(house, "answer", "by-loat", SAMPLE).err())
        .isEqualTo(
            "weighbridge: NAME: expected one of by-load, found 'by-loat'; did you mean by-load?\n");
    assertThat(Shell.run("answer", "by-load", SAMPLE).err())
        .isEqualTo(
            "weighbridge: NAME: expected a plug-in that brings answers; see --plugin, found"
                + " none\n");
  }

  @Test
  void jarsInTheFolderOfADistributionAreThere() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    shelf(plugins.resolve("shelf-1.jar"));
    System.setProperty(FOLDER, plugins.toString());
    assertThat(Shell.run("size", fruit).status()).isZero();
    assertThat(with(house, "size", fruit, "--by", "loaded").status()).isZero();
    // A second version of a plug-in is put beside the first.
    shelf(plugins.resolve("shelf-2.jar"));
    String name = "dev.weighbridge.shelf.ShelfFormat in ";
    assertThat(Shell.run("size", fruit))
        .isEqualTo(
            new Outcome(
                Weighbridge.UNUSABLE,
                "",
                "weighbridge: format Shelf: expected one, found "
                    + (name + plugins.resolve("shelf-1.jar"))
                    + " and "
                    + (name + plugins.resolve("shelf-2.jar"))
                    + "\n"));
  }

  @Test
  void noFileOfSettingsRunsCode() throws IOException {
    Path config =
        Files.writeString(folder.resolve("bad.toml"), "[defaults]\nplugin = '" + house + "'\n");
    assertThat(Shell.run("size", "--config", config.toString()).err())
        .isEqualTo(
            "weighbridge: "
                + config
                + ": line 2: defaults.plugin: expected an option of any command that a file may"
                + " give, found 'plugin'\n");
    assertThat(with("none.jar", "size").err())
        .isEqualTo("weighbridge: none.jar: expected a jar with a plug-in, found nothing there\n");
  }
}
