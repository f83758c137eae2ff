package dev.weighbridge.cli.options;

import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.plugin.Plugins;
import dev.weighbridge.project.ProjectSettings;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The arguments of a command as values of the library; what is wrong with one names itself. */
public final class Arguments {
  private static final String[] CRATE_POLICIES = {"responsible", "defining", "instantiating"};

  private static final int USUAL_ROWS = 20;

  private final ParseResult given;
  private final ParseResult parsed;
  private final Optional<ProjectSettings> project;
  private final StandardInput input;
  private @Nullable Plugins plugins;

  /**
   * The arguments of a command.
   *
   * @param given what the command line says
   * @param parsed the same with the defaults of the project
   */
  public Arguments(
      ParseResult given,
      ParseResult parsed,
      Optional<ProjectSettings> project,
      StandardInput input) {
    this.given = given;
    this.parsed = parsed;
    this.project = project;
    this.input = input;
  }

  /** The text of a parameter, or null if it was not given. */
  public @Nullable String parameter(int index) {
    return parsed.matchedPositionalValue(index, null);
  }

  /** All parameters, as names. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (PositionalParamSpec parameter : parsed.matchedPositionals()) {
      names.addAll(parameter.stringValues());
    }
    return names;
  }

  /** Whether debug information is to be shown, too. */
  public boolean isDebugInformationWanted() {
    return parsed.hasMatchedOption(Options.DEBUG_INFO);
  }

  /** Whether the command has an option. */
  boolean knows(String option) {
    return parsed.commandSpec().findOption(option) != null;
  }

  /** The settings of the project, if there are any. */
  public Optional<ProjectSettings> project() {
    return project;
  }

  /** What plug-ins bring; loaded when first asked for. */
  public Plugins plugins() {
    Plugins loaded = plugins;
    if (loaded == null) {
      try {
        loaded = PluginJars.open(files(Options.PLUGIN));
      } catch (IOException e) {
        throw new UsageException(Console.sentence(e));
      }
      plugins = loaded;
    }
    return loaded;
  }

  /** Whether an option is given, or the project has a default for it. */
  public boolean isGiven(String option) {
    return parsed.hasMatchedOption(option);
  }

  /** Refuses options that mean nothing to what is asked; defaults just have no effect. */
  public void refuse(String asked, String... options) {
    for (String option : options) {
      if (given.hasMatchedOption(option)) {
        throw new UsageException(option, "none, as " + asked + " has no use for it", "one");
      }
    }
  }

  /** Whether limits that have room are to be brought down. */
  public boolean isTightened() {
    return parsed.hasMatchedOption(Options.TIGHTEN);
  }

  /** Whether hashes stay in names. */
  public boolean isHashKept() {
    return parsed.hasMatchedOption(Options.HASH);
  }

  /** The file that must be named. */
  public Path file() {
    return file(0, "FILE");
  }

  /** The file that a parameter must name. */
  public Path file(int index, String label) {
    String text = parameter(index);
    if (text == null) {
      throw new UsageException(label, "a file", "none");
    }
    return given(label, text);
  }

  /** The files that a parameter must name, one or more. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String name : names()) {
      files.add(given("FILE", name));
    }
    if (files.isEmpty()) {
      throw new UsageException("FILE", "one file or more", "none");
    }
    return files;
  }

  /** Where the result goes, if not to standard output. */
  public Optional<Path> output() {
    String text = text(Options.OUTPUT);
    return text == null ? Optional.empty() : Optional.of(path(Options.OUTPUT, text));
  }

  private Path given(String what, String text) {
    return text.equals(StandardInput.SIGN) ? input.file() : path(what, text);
  }

  public static Path path(String what, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      boolean isForeign = text.chars().anyMatch(c -> c > '~');
      String hint = isForeign ? ", which this locale cannot say; try LC_ALL=C.UTF-8" : "";
      throw new UsageException(what, "the name of a file", quoted(text) + hint);
    }
  }

  /** The format of the result, one of those its report can be written in. */
  public OutputFormat format(List<OutputFormat> usual) {
    List<OutputFormat> known = new ArrayList<>(usual);
    known.addAll(plugins().outputFormats());
    String[] keys = new String[known.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = known.get(i).name();
    }
    return OutputFormat.named(oneOf(Options.FORMAT, keys[0], keys), known).orElseThrow();
  }

  /** Rows to show; 0 for all. */
  public int limit() {
    return count(Options.LIMIT, Integer.toString(USUAL_ROWS));
  }

  /** Which rows to show by themselves. */
  public RowLimit rowLimit() {
    return rowLimit(USUAL_ROWS);
  }

  /** The same where so many rows are usual; 0 for all. */
  public RowLimit rowLimit(int usual) {
    int rows = count(Options.LIMIT, Integer.toString(usual));
    return new RowLimit(rows, pattern(Options.EXCLUDE), count(Options.MIN_SIZE, "0"));
  }

  /** Type arguments and crates to show of each generic item. */
  public int causes() {
    return count(Options.CAUSES, "0");
  }

  /** Ways to show; 0 for all. */
  public int ways() {
    return count(Options.LIMIT, "3");
  }

  /** Levels of a tree to show. */
  public int depth() {
    int depth = count(Options.DEPTH, "2");
    if (depth < 1 || depth > RetainedTree.MOST_LEVELS) {
      String expected = "a whole number from 1 to " + RetainedTree.MOST_LEVELS;
      throw new UsageException(Options.DEPTH, expected, quoted(Integer.toString(depth)));
    }
    return depth;
  }

  /** The function whose call sites are asked for; null if none is. */
  public @Nullable String of() {
    return text(Options.OF);
  }

  /** The name of a crate, if the option is given. */
  public Optional<String> crate() {
    return Optional.ofNullable(text(Options.CRATE));
  }

  /** The pattern that names of symbols must match, if the option is given. */
  public Optional<Pattern> symbol() {
    return pattern(Options.SYMBOL);
  }

  private int count(String option, String otherwise) {
    String text = text(option, otherwise);
    try {
      int count = Integer.parseInt(text);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one complaint for both.
    }
    throw new UsageException(option, "a whole number of 0 or more", quoted(text));
  }

  /** By what libraries are known: the rules of the file that is given go first. */
  private LibraryRules libraries() throws IOException {
    String text = parsed.hasMatchedOption(Options.RULES) ? text(Options.RULES) : null;
    return text == null ? LibraryRules.builtIn() : LibraryRules.read(path(Options.RULES, text));
  }

  /** The kinds of bytes to count, if the option is given. */
  public Optional<Set<Kind>> kinds() {
    String text = text(Options.ONLY);
    if (text == null) {
      return Optional.empty();
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String name : text.split(",", -1)) {
      kinds.add(Words.kind(name));
    }
    return Optional.of(kinds);
  }

  /** The pattern that labels must match, if the option is given. */
  public Optional<Pattern> filter() {
    return pattern(Options.FILTER);
  }

  private Optional<Pattern> pattern(String option) {
    String text = text(option);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      String found = quoted(text) + " (" + e.getDescription() + ")";
      throw new UsageException(option, "a regular expression", found);
    }
  }

  /** What counts in the price of a symbol. */
  Pricing pricing() {
    String text = oneOf(Options.PRICING, "full", "full", "own");
    return text.equals("own") ? Pricing.OWN : Pricing.FULL;
  }

  /** How to open the one file to look at, as far as the command has options for it. */
  public OpenOptions opening() throws IOException {
    return weighing()
        .withDebugFiles(debugFiles())
        .withLinkerMaps(maps())
        .withMemoryMap(memoryMap())
        .withCargoFiles(cargoFiles());
  }

  /** How to open a file of which no option says more. */
  public OpenOptions plain() {
    Plugins brought = plugins();
    return brought == Plugins.NONE
        ? OpenOptions.DEFAULT
        : OpenOptions.DEFAULT.withFormats(brought.formats());
  }

  /** How to price symbols, and which crates own them. */
  public OpenOptions weighing() throws IOException {
    OpenOptions options =
        plain().withPricing(pricing()).withStdView(stdView()).withLibraries(libraries());
    if (!parsed.hasMatchedOption(Options.CRATE_POLICY)) {
      return options;
    }
    String key = oneOf(Options.CRATE_POLICY, "", CRATE_POLICIES);
    return options.withCratePolicy(CratePolicy.named(key).orElseThrow());
  }

  /** How tables of crates show the standard library. */
  StdView stdView() {
    return StdView.named(oneOf(Options.STD, "split", "split", "collapsed")).orElseThrow();
  }

  /** The folders that an option names, all of which must be there. */
  static List<Path> folders(String option, List<Path> folders) {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new UsageException(option, "a folder", quoted(folder.toString()));
      }
    }
    return folders;
  }

  /** The separate debug files given, and the folders to look for some in. */
  public List<Path> debugFiles() {
    List<Path> files = new ArrayList<>(files(Options.DEBUG_FILE));
    files.addAll(folders(Options.DEBUG_DIR, files(Options.DEBUG_DIR)));
    return files;
  }

  /** The files that Cargo wrote. */
  public List<Path> cargoFiles() {
    List<Path> files = new ArrayList<>(files(Options.CARGO_METADATA));
    files.addAll(files(Options.CARGO_LOCK));
    return files;
  }

  /** The files that an option names, which may be given several times. */
  public List<Path> files(String option) {
    return texts(option).stream().map(text -> path(option, text)).toList();
  }

  /** The linker maps given. */
  public List<Path> maps() {
    return files(Options.MAP);
  }

  /** The regions of memory told; inferred if none are. */
  public MemoryMap memoryMap() throws IOException {
    return Regions.of(texts(Options.REGION), settings(Options.REGIONS), settings(Options.SCRIPT));
  }

  public List<String> texts(String option) {
    return parsed.hasMatchedOption(option)
        ? parsed.matchedOption(option).stringValues()
        : List.of();
  }

  /** The file of settings that an option names. */
  public Optional<Path> settings(String option) {
    String text = text(option);
    return text == null ? Optional.empty() : Optional.of(path(option, text));
  }

  /** From which severity on findings fail, if the option is given. */
  public Optional<Severity> failOn() {
    String text = text(Options.FAIL_ON);
    if (text == null) {
      return Optional.empty();
    }
    return Severity.named(oneOf(Options.FAIL_ON, text, "note", "warning", "error"));
  }

  /** The day to take for today: the one given, or that of the clock in UTC. */
  public LocalDate today() {
    String text = text(Options.TODAY);
    if (text == null) {
      return LocalDate.now(ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new UsageException(Options.TODAY, "a day such as 2027-01-31", quoted(text));
    }
  }

  /** Which rows of a tree to show. */
  public RowSelection rows() {
    return new RowSelection(rowLimit(), filter(), MeasuresAsked.order(this));
  }

  /** How rows are sorted, one of the orders a command knows; the first is the usual one. */
  public String order(String... known) {
    return oneOf(Options.SORT, known[0], known);
  }

  /** The width that tables are cut to; 0 leaves names whole. */
  int width(Console console) {
    return parsed.hasMatchedOption(Options.WIDE) ? 0 : console.width();
  }

  /** One of the words that an option knows; the first is the usual one. */
  public String word(String option, String... known) {
    return oneOf(option, known[0], known);
  }

  private String oneOf(String option, String otherwise, String... known) {
    return Words.known(option, text(option, otherwise), known);
  }

  /** A parameter that must be one of some words. */
  public String parameterOf(int index, String label, String... known) {
    String text = parameter(index);
    if (text == null) {
      throw new UsageException(label, "one of " + String.join(", ", known), "none");
    }
    return Words.known(label, text, known);
  }

  /** The text of an option, or null if it was not given. */
  public @Nullable String text(String option) {
    return parsed.matchedOptionValue(option, null);
  }

  /** The text of an option, or another if it was not given. */
  public String text(String option, String otherwise) {
    return parsed.matchedOptionValue(option, otherwise);
  }

  public static String quoted(String text) {
    return "'" + text + "'";
  }
}
