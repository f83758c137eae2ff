package dev.weighbridge.cli.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of documentation taken apart: the commands it shows, and what it says they print.
 *
 * <p>A command is a line that begins with {@code $} in a block of {@code console}; its output is
 * what follows, up to the next command or the end of the block.
 */
final class Transcript {
  private static final String BEGIN = "```console";
  private static final String END = "```";
  private static final String PROMPT = "$ ";

  /** Prose if {@code command} is empty, else a command and what it prints. */
  record Part(String command, String text) {
    boolean isCommand() {
      return !command.isEmpty();
    }
  }

  private Transcript() {}

  static List<Part> parts(String page) {
    List<Part> parts = new ArrayList<>();
    String command = "";
    StringBuilder text = new StringBuilder();
    boolean isInBlock = false;
    for (String line : page.split("(?<=\n)", -1)) {
      boolean isEnd = isInBlock && line.startsWith(END);
      boolean isNext = isInBlock && line.startsWith(PROMPT);
      if (isEnd || isNext) {
        parts.add(new Part(command, text.toString()));
        command = isNext ? line.substring(PROMPT.length()).strip() : "";
        text.setLength(0);
      }
      if (!isNext) {
        text.append(line);
      }
      isInBlock = !isEnd && (isInBlock || line.startsWith(BEGIN));
    }
    parts.add(new Part(command, text.toString()));
    return parts;
  }

  static String page(List<Part> parts) {
    StringBuilder page = new StringBuilder();
    for (Part part : parts) {
      if (part.isCommand()) {
        page.append(PROMPT).append(part.command()).append('\n');
      }
      page.append(part.text());
    }
    return page.toString();
  }
}
