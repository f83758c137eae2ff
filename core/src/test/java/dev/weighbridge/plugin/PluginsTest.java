package dev.weighbridge.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.PluginException;
import dev.weighbridge.formats.testing.SourceJar;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.lint.RuleSet;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.measure.Quantity;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.OutputFormat;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
  private static final String FORMAT =
      """
      package org.example;

      import dev.weighbridge.formats.BinaryFile;
      import dev.weighbridge.formats.ImageBuilder;
      import dev.weighbridge.formats.Kind;
      import dev.weighbridge.formats.bytes.Bytes;
      import dev.weighbridge.formats.problems.Diagnostics;
      import dev.weighbridge.formats.spi.BinaryFormat;
      import java.util.List;

      public final class NoteFormat implements BinaryFormat {
        public String name() {
          return "Note";
        }

        public boolean recognises(Bytes file) {
          return file.length() >= 4 && file.u32(0) == 0x65746F4E;
        }

        public BinaryFile read(String name, Bytes file) {
          Diagnostics diagnostics = new Diagnostics();
          ImageBuilder image = new ImageBuilder(file, 0, diagnostics);
          image.structure("note", Kind.HEADERS, 0, file.length());
          return new BinaryFile(name, name(), file, file, List.of(image.build()), diagnostics.list());
        }
      }
      """;

  private static final String RULES =
      """
      package org.example;

      import dev.weighbridge.lint.*;
      import java.util.List;

      public final class Rules implements RuleSet {
        private record Some(RuleInfo info) implements Rule {
          public void check(LintContext context, Findings findings) {}
        }

        public List<Rule> rules() {
          return List.of(new Some(RuleInfo.of("NAME", Severity.NOTE, "Some").build()));
        }
      }
      """;

  @TempDir Path folder;

  private Path format(String jar) throws IOException {
    Path file = folder.resolve(jar);
    return SourceJar.write(file, BinaryFormat.class.getName(), "org.example.NoteFormat", FORMAT);
  }

  private Path rules(String jar, String name) throws IOException {
    String source = RULES.replace("NAME", name);
    Path file = folder.resolve(jar);
    return SourceJar.write(file, RuleSet.class.getName(), "org.example.Rules", source);
  }

  @Test
  void aFormatOfAnyClassLoaderIsRead() throws IOException {
    Path note = Files.writeString(folder.resolve("note"), "Note: buy bread");
    assertThatThrownBy(() -> BinaryModel.open(note)).isInstanceOf(UnsupportedBinaryException.class);
    URL[] jars = {format("note.jar").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(jars, getClass().getClassLoader())) {
      Plugins plugins = Plugins.of(loader);
      OpenOptions options = OpenOptions.DEFAULT.withFormats(plugins.formats());
      BinaryModel model = BinaryModel.open(note, options);
      assertThat(model.file().format()).isEqualTo("Note");
      assertThat(model.by(Dimensions.KIND).fileSize()).isEqualTo(15);
    }
    assertThat(FormatRegistry.installed().formats()).noneMatch(f -> f.name().equals("Note"));
  }

  @Test
  void twoOfOneNameAreAnErrorThatNamesBothJars() throws IOException {
    Path one = format("one.jar");
    Path other = format("other.jar");
    assertThatThrownBy(() -> Plugins.ofJars(List.of(one, other)))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "format Note: expected one, found org.example.NoteFormat in "
                + one
                + " and org.example.NoteFormat in "
                + other);
    Path first = rules("first.jar", "house");
    Path second = rules("second.jar", "house");
    assertThatThrownBy(() -> Plugins.ofJars(List.of(first, second)))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            "rule house: expected one, found org.example.Rules$Some in "
                + first
                + " and org.example.Rules$Some in "
                + second);
    Path builtIn = rules("third.jar", "strip-symbols");
    assertThatThrownBy(() -> Plugins.ofJars(List.of(builtIn)))
        .hasMessageStartingWith("rule strip-symbols: expected one, found dev.weighbridge.lint.")
        .hasMessageEndingWith(" and org.example.Rules$Some in " + builtIn);
  }

  @Test
  void rulesComeBesideThoseOfOurs() throws IOException {
    Linter linter = Plugins.ofJars(List.of(rules("rules.jar", "house"))).linter();
    assertThat(linter.rules()).hasSize(Linter.installed().rules().size() + 1);
    assertThat(linter.rules()).last().matches(rule -> rule.info().id().equals("house"));
  }

  @Test
  void jarsThatAreNoneAreToldApart() throws IOException {
    Path none = folder.resolve("none.jar");
    assertThatThrownBy(() -> Plugins.ofJars(List.of(none)))
        .isInstanceOf(IOException.class)
        .hasMessage(none + ": expected a jar with a plug-in, found nothing there");
    Path text = Files.writeString(folder.resolve("text.jar"), "text");
    assertThatThrownBy(() -> Plugins.ofJars(List.of(text)))
        .hasMessage(
            text
                + ": expected a jar with a plug-in, found no service"
                + " dev.weighbridge.plugin.Plugin");
    String broken = FORMAT.replace("public final class", "public abstract class");
    Path jar = folder.resolve("broken.jar");
    SourceJar.write(jar, BinaryFormat.class.getName(), "org.example.NoteFormat", broken);
    assertThatThrownBy(() -> Plugins.ofJars(List.of(jar)))
        .isInstanceOf(PluginException.class)
        .hasMessageStartingWith(jar + ": expected services that load, found ");
  }

  @Test
  void namesAreWordsThatNothingHas() {
    assertRefused("measure file: expected one, found ", new Named("file", List.of()));
    assertRefused("dimension crate: expected one, found ", new Named("", List.of("crate")));
    assertRefused(
        "expected dimensions of lower-case letters, digits and hyphens, found 'My own'",
        new Named("", List.of("My own")));
    assertRefused("dimension own: expected one, found ", new Named("", List.of("own", "own")));
    Plugins plugins = Plugins.of(List.of(new Named("mine", List.of("own", "house-2"))));
    assertThat(Dimensions.parse("own,crate,house-2", List.of(), plugins.dimensions())).hasSize(3);
    assertThat(Measures.parse("mine,file", plugins.measures())).hasSize(2);
    assertThat(plugins.outputFormats()).extracting(OutputFormat::name).containsExactly("title");
    assertThatThrownBy(() -> Measures.parse("mone", plugins.measures()))
        .hasMessageEndingWith("found 'mone'; did you mean mine?");
  }

  private static void assertRefused(String message, Plugin plugin) {
    assertThatThrownBy(() -> Plugins.of(List.of(plugin)))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(message);
  }

  /** A plug-in with a measure, unless it has no name, and dimensions. */
  private record Named(String measure, List<String> words) implements Plugin {
    @Override
    public List<Measure> measures() {
      return measure.isEmpty() ? List.of() : List.of(measure(measure));
    }

    private static Measure measure(String name) {
      return new Measure() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public String title() {
          return name;
        }

        @Override
        public Quantity quantity() {
          return Measures.FILE.quantity();
        }

        @Override
        public MeasureValues values(Query query) {
          return Measures.FILE.values(query);
        }
      };
    }

    @Override
    public List<Dimension> dimensions() {
      return words.stream().map(Named::dimension).toList();
    }

    private static Dimension dimension(String name) {
      return new Dimension() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public Labels labels(Query query) {
          return Dimensions.KIND.labels(query);
        }
      };
    }

    @Override
    public List<OutputFormat> outputFormats() {
      return List.of(
          new OutputFormat(
              "title", "text/plain", "txt", (answer, width, out) -> out.append(answer.title())));
    }
  }
}
