package dev.weighbridge.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a rule says of itself, whatever the file.
 *
 * @param id its name in settings and output: {@code strip-symbols}
 * @param title what it finds, in a few words
 * @param severity how much its findings matter unless settings say otherwise
 * @param why what is going on, for someone who meets it for the first time
 * @param fix the lines to put into {@code Cargo.toml} or the commands and flags to use
 * @param since the least version that understands the fix: {@code Rust 1.77}, {@code nightly Rust}
 * @param tradeOff what is lost
 * @param help where to read more
 * @param parameters what can be set
 * @param touches which parts of a file its advice makes smaller: {@code code}, {@code names}; two
 *     that touch one part may save the same bytes
 */
public record RuleInfo(
    String id,
    String title,
    Severity severity,
    String why,
    List<String> fix,
    String since,
    String tradeOff,
    String help,
    List<Parameter> parameters,
    List<String> touches) {

  /**
   * A number that settings can change.
   *
   * @param name its key in the rule's table
   * @param standard its value if not set
   * @param isBytes whether it is written as a size
   * @param meaning what it is
   */
  public record Parameter(String name, long standard, boolean isBytes, String meaning) {
    /** Refuses null. */
    public Parameter {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(meaning, "meaning");
    }
  }

  /** Checks that nothing is missing. */
  public RuleInfo {
    Objects.requireNonNull(fix, "fix");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(touches, "touches");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(tradeOff, "tradeOff");
    Objects.requireNonNull(help, "help");
    fix = List.copyOf(fix);
    parameters = List.copyOf(parameters);
    touches = List.copyOf(touches);
  }

  /** What can be done about its findings unless they say otherwise. */
  public Remedy remedy() {
    return new Remedy(fix, since, tradeOff, help);
  }

  /** Starts the description of a rule. */
  public static Builder of(String id, Severity severity, String title) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(title, "title");
    return new Builder(id, severity, title);
  }

  /** Collects what a rule says of itself. */
  public static final class Builder {
    private final String id;
    private final Severity severity;
    private final String title;
    private String why = "";
    private List<String> fix = List.of();
    private String since = "any version";
    private String tradeOff = "none";
    private String help = "";
    private List<String> touches = List.of();
    private final List<Parameter> parameters = new ArrayList<>();

    private Builder(String id, Severity severity, String title) {
      this.id = id;
      this.severity = severity;
      this.title = title;
    }

    /** What is going on. */
    public Builder why(String text) {
      Objects.requireNonNull(text, "text");
      why = text;
      return this;
    }

    /** The lines that change it. */
    public Builder fix(String... lines) {
      Objects.requireNonNull(lines, "lines");
      fix = List.of(lines);
      return this;
    }

    /** The least version that understands them. */
    public Builder since(String version) {
      Objects.requireNonNull(version, "version");
      since = version;
      return this;
    }

    /** What is lost. */
    public Builder tradeOff(String text) {
      Objects.requireNonNull(text, "text");
      tradeOff = text;
      return this;
    }

    /** Where to read more. */
    public Builder help(String address) {
      Objects.requireNonNull(address, "address");
      help = address;
      return this;
    }

    /** The parts of a file that become smaller. */
    public Builder touches(String... parts) {
      Objects.requireNonNull(parts, "parts");
      touches = List.of(parts);
      return this;
    }

    /** A size that settings can change. */
    public Builder bytes(String name, long standard, String meaning) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(meaning, "meaning");
      parameters.add(new Parameter(name, standard, true, meaning));
      return this;
    }

    /** A number that settings can change. */
    public Builder count(String name, long standard, String meaning) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(meaning, "meaning");
      parameters.add(new Parameter(name, standard, false, meaning));
      return this;
    }

    /** The description. */
    public RuleInfo build() {
      return new RuleInfo(
          id, title, severity, why, fix, since, tradeOff, help, parameters, touches);
    }
  }
}
