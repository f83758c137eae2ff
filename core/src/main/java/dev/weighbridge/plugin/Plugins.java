package dev.weighbridge.plugin;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.spi.BinaryFormat;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.PluginException;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What plug-ins bring, beside what is built in. They are found by class loaders: that of the
 * library, any other, or one for each of some jars; or they are made by hand. Immutable.
 */
public final class Plugins {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final String WORDS = "lower-case letters, digits and hyphens";

  /** None. */
  public static final Plugins NONE = new Plugins();

  private final List<BinaryFormat> formats;
  private final List<Rule> rules;
  private final List<Dimension> dimensions;
  private final List<Measure> measures;
  private final List<ModelAnswer> answers;
  private final List<OutputFormat> outputFormats;

  /** None, in next to no time, as nearly every run of the command has none. */
  private Plugins() {
    formats = List.of();
    rules = List.of();
    dimensions = List.of();
    measures = List.of();
    answers = List.of();
    outputFormats = List.of();
  }

  private Plugins(List<Plugin> plugins) {
    formats = all(plugins, Plugin::formats);
    if (!formats.isEmpty()) {
      FormatRegistry.installed().and(formats);
    }
    Supplier<List<Rule>> ownRules = () -> Linter.installed().rules();
    rules = named("rule", rule -> rule.info().id(), ownRules, all(plugins, Plugin::rules));
    dimensions =
        named("dimension", Dimension::name, Plugins::builtIn, all(plugins, Plugin::dimensions));
    measures = named("measure", Measure::name, Measures::all, all(plugins, Plugin::measures));
    answers = named("answer", ModelAnswer::name, List::of, all(plugins, Plugin::answers));
    outputFormats =
        named(
            "output format",
            OutputFormat::name,
            () -> OutputFormat.GENERAL,
            all(plugins, Plugin::outputFormats));
  }

  private static List<Dimension> builtIn() {
    return Dimensions.names().stream().flatMap(name -> Dimensions.named(name).stream()).toList();
  }

  private static <T> List<T> all(List<Plugin> plugins, Function<Plugin, List<T>> part) {
    return plugins.stream().flatMap(plugin -> part.apply(plugin).stream()).toList();
  }

  /**
   * What plug-ins bring of one sort, each with a name that no other has.
   *
   * @param builtIn the others, made only if anything is brought
   */
  private static <T> List<T> named(
      String what, Function<T, String> name, Supplier<List<T>> builtIn, List<T> brought) {
    if (brought.isEmpty()) {
      return List.of();
    }
    Map<String, T> homes = new HashMap<>();
    builtIn.get().forEach(each -> homes.put(name.apply(each), each));
    for (T each : brought) {
      String word = name.apply(each);
      if (!WORD.matcher(word).matches()) {
        String place = PluginException.place(home(each).getClass());
        throw new PluginException(
            place + ": expected " + what + "s of " + WORDS + ", found '" + word + "'");
      }
      T other = homes.put(word, each);
      if (other != null) {
        throw PluginException.twice(what + " " + word, home(other), home(each));
      }
    }
    return brought;
  }

  /**
   * Whose class tells where a thing is from: that of an output format is ours, but not its
   * writer's.
   */
  private static Object home(Object each) {
    return each instanceof OutputFormat format ? format.writer() : each;
  }

  /**
   * Plug-ins on the class path or module path of this library; errors as for {@link
   * #of(ClassLoader)}.
   */
  public static Plugins installed() {
    return of(Plugins.class.getClassLoader());
  }

  /**
   * The plug-ins that a class loader finds; formats and sets of rules that are services by
   * themselves are among them.
   *
   * @throws PluginException if one does not load, or if two things have one name: of each it says
   *     which jar it is from
   */
  public static Plugins of(ClassLoader loader) {
    Objects.requireNonNull(loader, "loader");
    FoundServices found = new FoundServices();
    found.addAll("plug-ins", loader);
    return new Plugins(found.plugins());
  }

  /** Plug-ins made by hand; errors as for {@link #of(ClassLoader)}. */
  public static Plugins of(List<? extends Plugin> plugins) {
    Objects.requireNonNull(plugins, "plugins");
    return new Plugins(List.copyOf(plugins));
  }

  /**
   * Plug-ins in jars, those of the library's class path among them. Each jar has a class loader of
   * its own, which stays open: it sees the library and what {@code Class-Path} of its manifest
   * names, but no other plug-in.
   *
   * @throws IOException if a jar cannot be read
   * @throws PluginException as for {@link #of(ClassLoader)}, or if there is no plug-in in a jar
   */
  public static Plugins ofJars(List<Path> jars) throws IOException {
    Objects.requireNonNull(jars, "jars");
    FoundServices found = new FoundServices();
    ClassLoader library = Plugins.class.getClassLoader();
    found.addAll("plug-ins", library);
    for (Path jar : jars) {
      if (!Files.isReadable(jar) || !Files.isRegularFile(jar)) {
        String what = Files.notExists(jar) ? "nothing there" : "none that can be read";
        throw new IOException(jar + ": expected a jar with a plug-in, found " + what);
      }
      // Not closed: its classes are used as long as anybody uses these plug-ins.
      @SuppressWarnings("resource")
      URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, library);
      if (!found.addAll(jar.toString(), loader)) {
        throw new PluginException(
            jar + ": expected a jar with a plug-in, found no service " + Plugin.class.getName());
      }
    }
    return new Plugins(found.plugins());
  }

  /** All formats: those installed, and those that plug-ins bring. */
  public FormatRegistry formats() {
    return FormatRegistry.installed().and(formats);
  }

  /** A linter with all rules: those installed, and those that plug-ins bring. */
  public Linter linter() {
    return Linter.installed().and(rules);
  }

  /** The dimensions that plug-ins bring. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** The measures that plug-ins bring. */
  public List<Measure> measures() {
    return measures;
  }

  /** The answers that plug-ins bring. */
  public List<ModelAnswer> answers() {
    return answers;
  }

  /** The output formats that plug-ins bring. */
  public List<OutputFormat> outputFormats() {
    return outputFormats;
  }

  @Override
  public String toString() {
    return formats.size()
        + " formats, "
        + rules.size()
        + " sets of rules, "
        + dimensions.size()
        + " dimensions";
  }
}
