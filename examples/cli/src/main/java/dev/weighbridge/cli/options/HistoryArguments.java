package dev.weighbridge.cli.options;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.budget.Gate;
import dev.weighbridge.history.HistoryEntry;
import dev.weighbridge.history.HistoryFigure;
import dev.weighbridge.history.HistoryFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The arguments that are about builds of a history.
 *
 * @param arguments all of them
 */
public record HistoryArguments(Arguments arguments) {
  /** The commit that a build was made from. */
  public String commit() {
    String text = arguments.text(Options.COMMIT);
    if (text == null || text.isBlank() || text.chars().anyMatch(Character::isWhitespace)) {
      String found = text == null ? "none" : Arguments.quoted(text);
      throw new UsageException(Options.COMMIT, "the commit that FILE was built from", found);
    }
    return text;
  }

  /** The time of a build: the one given, or that of the clock. */
  public Instant time() {
    String text = arguments.text(Options.TIME);
    try {
      return text == null ? Instant.now() : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      String expected = "a time such as 2027-01-31T12:00:00Z";
      throw new UsageException(Options.TIME, expected, Arguments.quoted(String.valueOf(text)));
    }
  }

  /** The same gate over the history that is given, if one is. */
  public Gate over(Gate gate, BinaryModel program) throws IOException {
    Optional<Path> history = arguments.settings(Options.HISTORY);
    if (history.isEmpty()) {
      return gate;
    }
    String name = name().orElse(program.file().name());
    String target = target().orElse(HistoryEntry.target(program.file()));
    return gate.over(HistoryFile.at(history.get()).read().series(name, target));
  }

  /** The name of the program, if the option is given. */
  public Optional<String> name() {
    return named(Options.NAME);
  }

  /** The target of its builds, if the option is given. */
  public Optional<String> target() {
    return named(Options.TARGET);
  }

  private Optional<String> named(String option) {
    String text = arguments.text(option);
    if (text != null && text.isBlank()) {
      throw new UsageException(option, "a name", Arguments.quoted(text));
    }
    return Optional.ofNullable(text);
  }

  /** Whether a build is of the program that is meant; all are if none is named. */
  public boolean isMeant(HistoryEntry build) {
    return name().map(build.file()::equals).orElse(true)
        && target().map(build.target()::equals).orElse(true);
  }

  /** The figure of builds that is asked for. */
  public HistoryFigure figure() {
    String text = arguments.text(Options.OF, HistoryFigure.FILE.name());
    return Words.parsed(Options.OF, () -> HistoryFigure.parse(text));
  }
}
