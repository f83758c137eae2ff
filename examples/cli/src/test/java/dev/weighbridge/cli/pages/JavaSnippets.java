package dev.weighbridge.cli.pages;

import dev.weighbridge.cli.pages.Pages.Block;
import dev.weighbridge.cli.pages.PublicTypes.Exported;
import dev.weighbridge.cli.pages.PublicTypes.PublicType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java that the documentation shows: on its pages, and in the comments of exported packages.
 */
final class JavaSnippets {
  private static final Pattern IN_COMMENT =
      Pattern.compile("<pre>\\{@code *\n(.*?)\n *\\* *}</pre>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*");

  /** What stands at the head of each class; types of the library are imported one by one. */
  private static final String HEAD =
      """
      import static dev.weighbridge.dimension.Dimensions.*;
      import static dev.weighbridge.formats.dwarf.DwarfConstants.*;
      import static dev.weighbridge.formats.elf.headers.ElfConstants.*;
      import static org.assertj.core.api.Assertions.assertThat;
      import java.io.*;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.regex.Pattern;
      """;

  /**
   * A snippet.
   *
   * @param name the name of the class that is made of it
   * @param where where it stands, for messages
   * @param packageName the package whose types it may name though others have the same name
   * @param code its statements
   */
  record Snippet(String name, String where, String packageName, String code) {}

  private final List<Exported> packages = PublicTypes.packages();
  private final Map<String, List<PublicType>> types = new TreeMap<>();

  JavaSnippets() throws IOException {
    for (Exported exported : packages) {
      for (PublicType type : exported.types()) {
        types.computeIfAbsent(type.simpleName(), name -> new ArrayList<>()).add(type);
      }
    }
  }

  /** Snippets that are statements, not whole files. */
  List<Snippet> all() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (Block block : Pages.blocks("java")) {
      if (!block.text().startsWith("package ")) {
        String name = block.page().getFileName().toString().replaceAll("\\W", "_");
        String packageName = "dev.weighbridge";
        snippets.add(
            new Snippet(name + "_" + block.line(), block.where(), packageName, block.text()));
      }
    }
    for (Exported exported : packages) {
      inComments(exported, snippets);
    }
    return snippets;
  }

  private static void inComments(Exported exported, List<Snippet> snippets) throws IOException {
    try (Stream<Path> files = Files.list(exported.folder())) {
      for (Path file : files.sorted().toList()) {
        String source = Files.isRegularFile(file) ? Files.readString(file) : "";
        Matcher matcher = IN_COMMENT.matcher(source);
        while (matcher.find()) {
          String code = matcher.group(1).replaceAll("(?m)^ *\\* ?", "");
          // Comments show configuration, too.
          if (!code.startsWith("[")) {
            int line = 1 + (int) source.substring(0, matcher.start()).lines().count();
            String stem = (exported.name() + "_" + file.getFileName()).replaceAll("\\W", "_");
            String where = exported.name() + "/" + file.getFileName() + ":" + line;
            snippets.add(new Snippet(stem + "_" + line, where, exported.name(), code));
          }
        }
      }
    }
  }

  /** The packages whose comment has no snippet. */
  List<String> withoutSnippet() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Exported exported : packages) {
      String comment = Files.readString(exported.folder().resolve("package-info.java"));
      if (!IN_COMMENT.matcher(comment).find()) {
        missing.add(exported.name());
      }
    }
    return missing;
  }

  /** A snippet as a class that runs it. */
  String source(Snippet snippet) {
    StringBuilder source = new StringBuilder(HEAD);
    Matcher word = WORD.matcher(snippet.code());
    List<String> imported = new ArrayList<>();
    while (word.find()) {
      List<PublicType> candidates = types.getOrDefault(word.group(), List.of());
      if (!candidates.isEmpty() && !imported.contains(word.group())) {
        imported.add(word.group());
        PublicType type = best(candidates, snippet.packageName());
        source.append("import ").append(type.packageName()).append('.').append(type.name());
        source.append(";\n");
      }
    }
    source.append("public final class ").append(snippet.name());
    source.append(" extends dev.weighbridge.cli.pages.SnippetWorld {\n  public ");
    source.append(snippet.name()).append("() throws Exception {}\n\n");
    source.append("  public void run() throws Exception {\n");
    source.append(snippet.code().replaceAll("Path\\.of\\((\"[^\"]*\")\\)", "file($1)"));
    return source.append("\n  }\n}\n").toString();
  }

  /** Of types of one name that of the package at hand, else one that is not inside another. */
  private static PublicType best(List<PublicType> candidates, String packageName) {
    PublicType best = candidates.get(0);
    for (PublicType type : candidates) {
      boolean isHere = type.packageName().equals(packageName);
      boolean isBestHere = best.packageName().equals(packageName);
      boolean isOuter = best.isNested() && !type.isNested();
      if (isHere == isBestHere ? isOuter : isHere) {
        best = type;
      }
    }
    return best;
  }
}
