package dev.weighbridge.cli.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documentation of the project: README.md, then {@code docs/*.md} by name. */
public final class Pages {
  /** The root of the project; tests run in the folder of their module. */
  public static final Path ROOT = Path.of("..", "..");

  /** Whether pages are to be rewritten, not compared. */
  static final boolean IS_UPDATE = Boolean.getBoolean("golden.update");

  private static final String FENCE = "```";

  /**
   * A fenced block of a page.
   *
   * @param page the page it stands on
   * @param line the line of its fence, counted from 1
   * @param language the word behind the fence; empty if there is none
   * @param text what is between the fences
   */
  record Block(Path page, int line, String language, String text) {
    /** The page and the line, for messages. */
    String where() {
      return page.getFileName() + ":" + line;
    }
  }

  private Pages() {}

  static List<Path> all() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      Stream<Path> pages = docs.filter(page -> page.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages).toList();
    }
  }

  /** The blocks of all pages that are of a language. */
  static List<Block> blocks(String language) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Path page : all()) {
      blocks(page).stream().filter(block -> block.language().equals(language)).forEach(blocks::add);
    }
    return blocks;
  }

  static List<Block> blocks(Path page) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = Files.readAllLines(page);
    int begin = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith(FENCE)) {
        continue;
      }
      if (begin >= 0) {
        String language = lines.get(begin).substring(FENCE.length()).strip();
        String text = String.join("\n", lines.subList(begin + 1, i)) + "\n";
        blocks.add(new Block(page, begin + 1, language, text));
      }
      begin = begin < 0 ? i : -1;
    }
    return blocks;
  }

  /** A page without its fenced blocks, so that prose is told from what programs print. */
  static String prose(Path page) throws IOException {
    StringBuilder prose = new StringBuilder();
    boolean isFenced = false;
    for (String line : Files.readAllLines(page)) {
      boolean isFence = line.startsWith(FENCE);
      if (!isFenced && !isFence) {
        prose.append(line).append('\n');
      }
      isFenced ^= isFence;
    }
    return prose.toString();
  }
}
