package dev.weighbridge.cli.options;

import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options, each described once for all commands that take it. */
public final class Options {
  public static final String BY = "--by";
  public static final String LIMIT = "-n";
  public static final String FILTER = "--filter";
  public static final String EXCLUDE = "--exclude";
  public static final String MIN_SIZE = "--min-size";
  public static final String DEPTH = "--depth";
  public static final String OF = "--of";
  public static final String CRATE = "--crate";
  public static final String SYMBOL = "--symbol";
  public static final String CAUSES = "--causes";
  public static final String ONLY = "--only";
  public static final String RULES = "--rules";
  public static final String COLUMNS = "--columns";
  public static final String CRATE_POLICY = "--crate-policy";
  public static final String STD = "--std";
  public static final String PRICING = "--pricing";
  public static final String MEASURE = "--measure";
  public static final String COMPRESS = "--compress";
  public static final String COMPRESSED = "--compressed";
  public static final String SORT = "--sort";
  public static final String FOLD = "--fold";
  public static final String FORMAT = "--format";
  public static final String OUTPUT = "-o";
  static final String WIDE = "-w";
  static final String UNITS = "--units";
  static final String COLOR = "--color";

  /** What it means, mostly, that tables may be wider than a terminal. */
  public static final String UNCUT = "Do not cut names.";

  /** What it means of text that is no table. */
  public static final String UNBROKEN = "Do not break lines.";

  public static final String DEBUG_FILE = "--debug-file";
  public static final String MAP = "--map";
  public static final String REGION = "--region";
  public static final String REGIONS = "--regions";
  public static final String SCRIPT = "--script";
  public static final String DEBUG_DIR = "--debug-dir";
  public static final String CONTENTS = "--contents";
  public static final String IMAGE = "--image";
  public static final String DEBUG_INFO = "--debug-info";
  public static final String HASH = "--hash";
  public static final String CONFIG = "--config";
  public static final String NO_CONFIG = "--no-config";
  public static final String PLUGIN = "--plugin";
  public static final String BASELINE = "--baseline";
  public static final String FAIL_ON = "--fail-on";
  public static final String TODAY = "--today";
  public static final String BUDGET = "--budget";
  public static final String TIGHTEN = "--tighten";
  public static final String COMMENT = "--comment";
  public static final String THRESHOLD = "--threshold";
  public static final String HISTORY = "--history";
  public static final String COMMIT = "--commit";
  public static final String TIME = "--time";
  public static final String NAME = "--name";
  public static final String TARGET = "--target";
  public static final String CARGO_METADATA = "--cargo-metadata";
  public static final String CARGO_LOCK = "--cargo-lock";
  public static final String SINCE = "--since";
  public static final String BINARY = "--binary";
  public static final String DEBUG = "--debug";
  public static final int HELP_WIDTH = 100;

  private Options() {}

  /** A command without parameters and options yet. */
  public static CommandSpec command(String name, String... description) {
    CommandSpec spec = CommandSpec.create().name("weighbridge " + name);
    spec.usageMessage()
        .width(HELP_WIDTH)
        .abbreviateSynopsis(true)
        .sortOptions(false)
        .description(description);
    return spec;
  }

  /** The next parameter. A command itself tells what is missing, in the words of its errors. */
  public static PositionalParamSpec parameter(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .arity(label.startsWith("[") ? "0..1" : "1")
        .required(false)
        .type(String.class)
        .paramLabel(label.replace("[", "").replace("]", ""))
        .description(description)
        .build();
  }

  /** One parameter or more, all of one sort. */
  public static PositionalParamSpec parameters(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity("0..*")
        .required(false)
        .type(String[].class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** Adds what commands take that weigh by dimensions. */
  public static void weighing(CommandSpec spec) {
    spec.addOption(
        value(
            BY,
            "DIM[,DIM...]",
            "Group by these, one level each (crate,symbol where there are Rust names, else"
                + " section,symbol): "
                + String.join(", ", Dimensions.names())
                + "; module:2 cuts module paths to two names, module:1-3 makes a tree of"
                + " three levels; line:func groups the lines of each function."));
    rules(spec);
    spec.addOption(
        value(
            MEASURE,
            "NAME[,NAME...]",
            "Have a column for each of these, the first of which sorts (file,memory): "
                + String.join(", ", Measures.names())
                + ", and region:NAME for each region of memory."));
    limit(spec, " per level");
    filter(spec, "whose label at any level");
    spec.addOption(
        value(ONLY, "KIND[,KIND...]", "Count only bytes of these kinds: " + kindNames() + "."));
    owners(spec);
    spec.addOption(
        value(SORT, "MEASURE|label", "Sort rows by this measure (the first), or by label."));
  }

  /** Adds groupings and libraries of the user. */
  public static void rules(CommandSpec spec) {
    spec.addOption(
        value(
            RULES,
            "FILE",
            "Group by rules of your own too: each [[grouping]] of this TOML file is a word for"
                + " --by, each [[library]] tells a library of C or C++."));
  }

  /** Adds what belongs to a symbol, and to whom it belongs. */
  public static void owners(CommandSpec spec) {
    spec.addOption(
        value(
            PRICING,
            "full|own",
            "What a symbol's price has (full): all that would go with it, its unwind entries,"
                + " names and relocations too; or only its own bytes."));
    cratePolicy(spec);
    spec.addOption(
        value(
            STD,
            "split|collapsed",
            "Show each crate of the standard library by itself (split), or all as one."));
  }

  /** The names of the kinds there are. */
  static String kindNames() {
    StringJoiner names = new StringJoiner(", ");
    for (int kind = 0; kind < Kind.count(); kind++) {
      names.add(Kind.of(kind).key());
    }
    return names.toString();
  }

  /** Adds which crate owns a symbol. */
  public static void cratePolicy(CommandSpec spec) {
    spec.addOption(
        value(
            CRATE_POLICY,
            "POLICY",
            "Which crate owns a symbol (responsible, or instantiating where code has no names):"
                + " responsible, whose type caused the code; defining, whose source holds it;"
                + " instantiating, whose compilation made it."));
  }

  /** Adds how many rows are shown, and of what: {@code " per level"}. */
  public static void limit(CommandSpec spec, String ofWhat) {
    String text = "Show N rows" + ofWhat + " (20; 0 = all); what is cut is summed in one more row.";
    spec.addOption(rows(text));
  }

  /** How many rows are shown, as its description says. */
  public static OptionSpec rows(String description) {
    return valueBuilder("N", description).names(LIMIT, "--rows").build();
  }

  /** Adds the pattern that rows must match, and in what: {@code "whose label"}. */
  public static void filter(CommandSpec spec, String where) {
    filterLines(spec, where);
    smallest(spec);
  }

  /** Adds how few bytes are too few for a row. */
  public static void smallest(CommandSpec spec) {
    spec.addOption(
        value(
            MIN_SIZE,
            "BYTES",
            "Sum rows of fewer bytes than this in one more row, with those that are cut."));
  }

  /** Adds the patterns for rows that do not weigh bytes. */
  public static void filterLines(CommandSpec spec, String where) {
    spec.addOption(value(FILTER, "REGEX", "Keep rows " + where + " the pattern is found in."));
    exclude(spec);
  }

  /** Adds the pattern that cuts rows. */
  public static void exclude(CommandSpec spec) {
    spec.addOption(
        value(
            EXCLUDE,
            "REGEX",
            "Sum rows in whose label the pattern is found in one more row, with those that are"
                + " cut."));
  }

  /** Adds the formats a report can be written in. */
  public static void format(CommandSpec spec, List<OutputFormat> formats) {
    format(spec, formats, "");
  }

  /** Adds the formats a report can be written in, and what is to be known of them. */
  public static void format(CommandSpec spec, List<OutputFormat> formats, String note) {
    StringJoiner keys = new StringJoiner("|");
    for (OutputFormat format : formats) {
      keys.add(format.name());
    }
    spec.addOption(value(FORMAT, keys.toString(), "Write this format (text)" + note + "."));
  }

  /** Adds the files beside the one to look at, of whatever kind. */
  public static void sideFiles(CommandSpec spec) {
    debugFiles(spec, "instead of looking for one beside FILE");
    maps(spec);
    cargo(spec, "");
  }

  /** Adds which image is meant of a file that holds several. */
  public static void image(CommandSpec spec, String note) {
    spec.addOption(
        values(
            IMAGE,
            "NAME",
            "Of a file with several container images the one of this name or platform, such as"
                + " linux/arm64, or of this digest"
                + note
                + "."));
  }

  /** Adds the separate debug files of what is weighed. */
  public static void debugFiles(CommandSpec spec, String note) {
    spec.addOption(
        values(
            DEBUG_FILE,
            "FILE",
            "Take names and debug information from this PDB, ELF debug file, dSYM, dwp or dwo "
                + note
                + "; repeatable."));
    spec.addOption(
        values(
            DEBUG_DIR,
            "DIR",
            "Look for debug files in this folder, too, by build id and by name; repeatable."));
  }

  /** Adds the linker maps of what is weighed. */
  public static void maps(CommandSpec spec) {
    spec.addOption(
        values(
            MAP,
            "FILE",
            "Take object files, archives and regions of memory from this linker map of the same"
                + " build (LLD, GNU ld, gold, ld64, link.exe); repeatable."));
  }

  /** Adds how what is weighed travels. */
  public static void shipping(CommandSpec spec, String note) {
    spec.addOption(
        value(
            COMPRESS,
            "ALG[:LEVEL]",
            "Compress the file in memory, with gzip (9) or xz (6), and tell by the measure shipped"
                + " what its bytes cost there."));
    spec.addOption(
        values(
            COMPRESSED,
            "FILE",
            "As --compress, in this ready .gz, .zst, .xz or .br of the file" + note + "."));
  }

  /** Adds where regions of memory are told. */
  public static void regions(CommandSpec spec) {
    spec.addOption(
        values(
            REGION,
            "NAME=START+LENGTH",
            "A region of memory, such as FLASH=0x08000000+512K; repeatable."));
    spec.addOption(value(REGIONS, "FILE", "Regions of memory, as TOML."));
    spec.addOption(
        value(SCRIPT, "FILE", "Regions of memory from the MEMORY block of this linker script."));
  }

  /** Adds what Cargo says of programs, and how often to say it. */
  public static void cargo(CommandSpec spec, String note) {
    spec.addOption(
        values(
            CARGO_METADATA,
            "FILE",
            "Take crate versions and features from the JSON of cargo metadata, best of the"
                + " program's target and features; what cargo-auditable embeds is known without"
                + note
                + "."));
    spec.addOption(
        values(
            CARGO_LOCK,
            "FILE",
            "Take crate versions from this Cargo.lock, which knows no features" + note + "."));
  }

  /** Adds which of the programs of a history is meant. */
  public static void series(CommandSpec spec, String otherwise) {
    spec.addOption(
        value(NAME, "NAME", "The program by its name in the history (" + otherwise + ")."));
    spec.addOption(
        value(TARGET, "TARGET", "The target of its builds, such as x86_64-unknown-linux-gnu."));
  }

  /** Adds how tables of bytes look as text. */
  public static void look(CommandSpec spec) {
    look(spec, UNCUT);
    spec.addOption(
        value(
            UNITS,
            "bytes|binary|decimal",
            "Show sizes in tables of text as whole bytes, or with three digits in units of 1,024"
                + " (binary: KiB) or 1,000 bytes (decimal: kB). A terminal shows binary, all else"
                + " bytes."));
  }

  /** Adds how tables look as text, and what it means that they may be wider than a terminal. */
  public static void look(CommandSpec spec, String wide) {
    wide(spec, wide);
    spec.addOption(
        value(
            COLOR,
            "auto|always|never",
            "Colour tables of text and put bars beside shares (auto: in a terminal, unless"
                + " NO_COLOR is set)."));
  }

  /** Adds that text may be wider than a terminal, and what that means. */
  public static void wide(CommandSpec spec, String meaning) {
    spec.addOption(flag(WIDE, "--wide").description(meaning).build());
  }

  /** Adds what every command takes. */
  public static CommandSpec common(CommandSpec spec) {
    String output = "Write the result to this file instead of standard output.";
    return spec.addOption(valueBuilder("FILE", output).names(OUTPUT, "--output").build())
        .addOption(
            value(
                CONFIG,
                "FILE",
                "Take settings and defaults of options from this TOML file (weighbridge.toml here,"
                    + " or in the nearest folder above)."))
        .addOption(flag(NO_CONFIG).description("Take them from no file.").build())
        .addOption(
            values(
                PLUGIN,
                "JAR",
                "Take formats, rules, words and answers from this jar, beside those in the folder"
                    + " plugins of a distribution; repeatable."))
        .addOption(flag(DEBUG).description("Show the stack trace of an error.").build())
        .addOption(flag("-h", "--help").usageHelp(true).description("Show this help.").build());
  }

  /** An option with a value; its text is checked by {@link Arguments}. */
  public static OptionSpec value(String name, String label, String... description) {
    return valueBuilder(label, description).names(name).build();
  }

  private static OptionSpec.Builder valueBuilder(String label, String... description) {
    OptionSpec.Builder option =
        OptionSpec.builder("--")
            .type(String.class)
            .arity("1")
            .paramLabel(label)
            .description(description);
    // A label such as text|json lists the words there are, for shells to complete.
    boolean isOfWords = label.contains("|") && label.equals(label.toLowerCase(Locale.ROOT));
    return isOfWords ? option.completionCandidates(List.of(label.split("\\|", -1))) : option;
  }

  /** An option that may be given several times. */
  public static OptionSpec values(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .type(String[].class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An option without a value. */
  public static OptionSpec.Builder flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0");
  }
}
