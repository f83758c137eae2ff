package dev.weighbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Manual pages of section 1, in the macros of man(7): one of the whole command, one of each of its
 * commands. They say what the help says, which is where they are made from.
 */
final class ManPages {
  private final StringBuilder text = new StringBuilder();

  private ManPages(CommandSpec spec) {
    String name = fileName(spec);
    line(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"weighbridge " + Version.text() + "\"");
    section("NAME");
    String[] description = spec.usageMessage().description();
    line(plain(name) + " \\- " + plain(description[0]));
    section("SYNOPSIS");
    synopsis(spec);
    section("DESCRIPTION");
    for (String paragraph : description) {
      paragraph(paragraph);
    }
  }

  /**
   * Writes the pages.
   *
   * @param args the folder to write to, made if it is not there
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    CommandSpec top = Commands.all().getCommandSpec();
    Files.writeString(folder.resolve(fileName(top) + ".1"), of(top));
    for (CommandLine command : top.subcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      Files.writeString(folder.resolve(fileName(spec) + ".1"), of(spec));
    }
  }

  /** The page of a command. */
  static String of(CommandSpec spec) {
    ManPages page = new ManPages(spec);
    page.commands(spec.subcommands());
    page.arguments(spec);
    page.section("EXIT STATUS");
    page.entry("0", "Done.");
    page.entry("1", "Done, and what was given does not pass (check, lint).");
    page.entry(
        "2", "Not done: one line on standard error says what was expected and what was found.");
    page.section("SEE ALSO");
    page.line(spec.subcommands().isEmpty() ? ".BR weighbridge (1)" : ".BR weighbridge-size (1)");
    return page.text.toString();
  }

  private static String fileName(CommandSpec spec) {
    return spec.name().replace(' ', '-');
  }

  private void synopsis(CommandSpec spec) {
    line(".B " + plain(spec.name()));
    if (!spec.subcommands().isEmpty()) {
      line(".I COMMAND");
    }
    line("[\\fIOPTIONS\\fR]");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      line(".I " + plain(parameter.paramLabel()));
    }
  }

  private void commands(Map<String, CommandLine> commands) {
    if (commands.isEmpty()) {
      return;
    }
    section("COMMANDS");
    for (Map.Entry<String, CommandLine> command : commands.entrySet()) {
      String[] told = command.getValue().getCommandSpec().usageMessage().description();
      entry(command.getKey(), told[0]);
    }
  }

  private void arguments(CommandSpec spec) {
    section("OPTIONS");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      entry(parameter.paramLabel(), told(parameter));
    }
    for (OptionSpec option : spec.options()) {
      String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
      entry(String.join(", ", option.names()) + value, told(option));
    }
  }

  private static String told(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void paragraph(String words) {
    line(".PP");
    line(plain(words));
  }

  private void entry(String name, String words) {
    line(".TP");
    line(".B " + plain(name));
    line(plain(words));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Words without a meaning for the formatter: neither a request nor an escape. */
  private static String plain(String words) {
    String escaped = words.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
