package dev.weighbridge.cli.options;

import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.report.answer.TextStyle;
import dev.weighbridge.report.answer.Units;
import java.util.Map;
import java.util.Optional;

/**
 * How a result looks as text: as the options say, or else as it suits where it goes. A terminal is
 * asked when somebody wants to know, as that takes time.
 */
public final class TextLook {
  private final Arguments arguments;
  private final Console console;
  private final boolean isShown;
  private final Optional<Units> units;
  private final Optional<Boolean> isColored;

  /**
   * The look of a result.
   *
   * @param isShown whether it goes to where the process writes, not to a file of its own
   */
  TextLook(Arguments arguments, Console console, boolean isShown) {
    this.arguments = arguments;
    this.console = console;
    this.isShown = isShown;
    units = arguments.knows(Options.UNITS) ? units(arguments) : Optional.of(Units.BYTES);
    isColored = arguments.knows(Options.COLOR) ? isColored(arguments) : Optional.of(false);
  }

  private static Optional<Units> units(Arguments arguments) {
    return arguments.isGiven(Options.UNITS)
        ? Units.named(arguments.word(Options.UNITS, "bytes", "binary", "decimal"))
        : Optional.empty();
  }

  private static Optional<Boolean> isColored(Arguments arguments) {
    String word = arguments.word(Options.COLOR, "auto", "always", "never");
    return word.equals("auto") ? Optional.empty() : Optional.of(word.equals("always"));
  }

  /** Characters in a line; 0 for any number. */
  int width() {
    return arguments.width(console);
  }

  TextStyle style() {
    boolean isTerminal =
        (units.isEmpty() || isColored.isEmpty()) && isShown && console.isTerminal();
    return new TextStyle(
        units.orElse(isTerminal ? Units.BINARY : Units.BYTES),
        isColored.orElse(isTerminal && isForColors(System.getenv())));
  }

  /** Whether a terminal takes colours, by what its environment says. */
  public static boolean isForColors(Map<String, String> environment) {
    boolean isRefused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    String terminal = environment.getOrDefault("TERM", "");
    boolean isKnown = !terminal.isEmpty() || environment.containsKey("WT_SESSION");
    return !isRefused && isKnown && !terminal.equals("dumb");
  }
}
