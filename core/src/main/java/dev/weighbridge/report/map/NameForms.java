package dev.weighbridge.report.map;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names made shorter so that what tells them from others stays, as {@code names.js} does it. */
final class NameForms {
  /** Characters below which a cut name tells nothing. */
  private static final int SHORTEST = 4;

  /** What leads to a name in lower case, with the hash that tells crates of one name apart. */
  private static final Pattern QUALIFIERS =
      Pattern.compile("(?:[a-z_]\\w*(?:\\[[0-9a-f…]+\\])?::)+(?=[A-Za-z_])");

  private static final Pattern ARGUMENTS = Pattern.compile("[<( ]");

  /** The share of the height of letters that they are wide; of usual fonts without serifs. */
  private static final double NARROW = 0.36;

  private static final double USUAL = 0.61;
  private static final double WIDE = 0.95;

  private NameForms() {}

  /** The longest form that fits a width, or nothing if hardly a word would be left. */
  static String fitted(String text, double size, double width) {
    List<String> forms = of(text);
    for (String form : forms) {
      if (width(form, size) <= width) {
        return form;
      }
    }
    String last = forms.get(forms.size() - 1);
    int length = last.codePointCount(0, last.length());
    for (int kept = length - 1; kept >= Math.min(SHORTEST, length); kept--) {
      String cut = cut(last, kept);
      if (width(cut, size) <= width) {
        return cut;
      }
    }
    return "";
  }

  /** About how wide a text is at a size of letters. */
  static double width(String text, double size) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      width +=
          "iljtfr.,:;'|![]() ".indexOf(c) >= 0 ? NARROW : "mwMW@%…".indexOf(c) >= 0 ? WIDE : USUAL;
    }
    return width * size;
  }

  /** The forms of a name, the longest first. */
  static List<String> of(String text) {
    List<String> forms = new ArrayList<>(List.of(text));
    if (text.startsWith("[")) {
      return forms;
    }
    if (text.contains("/") && !text.contains("::")) {
      addWithoutHeads(forms, List.of(text.split("/", -1)), "/");
      return shorterAndShorter(forms);
    }
    var found = ARGUMENTS.matcher(text);
    String head = found.find() ? text.substring(0, found.start()) : text;
    List<String> parts = new ArrayList<>(List.of(head.split("::", -1)));
    int last = parts.size() - 1;
    parts.set(last, parts.get(last) + text.substring(head.length()));
    addWithoutHeads(forms, parts, "::");
    forms.add(QUALIFIERS.matcher(text).replaceAll(""));
    String brief = brief(text);
    forms.add(brief);
    // Names of one program often begin alike: rustc_hir_analysis, rustc_hir_typeck.
    for (int at = brief.indexOf('_', 1);
        at > 0 && brief.length() - at > SHORTEST;
        at = brief.indexOf('_', at + 1)) {
      forms.add("…" + brief.substring(at + 1));
    }
    return shorterAndShorter(forms);
  }

  private static List<String> shorterAndShorter(List<String> forms) {
    List<String> kept = new ArrayList<>(List.of(forms.get(0)));
    for (int i = 1; i < forms.size(); i++) {
      if (forms.get(i).length() < forms.get(i - 1).length()) {
        kept.add(forms.get(i));
      }
    }
    return kept;
  }

  private static void addWithoutHeads(List<String> forms, List<String> parts, String separator) {
    for (int from = 1; from < parts.size(); from++) {
      String rest = String.join(separator, parts.subList(from, parts.size()));
      if (!rest.isEmpty() && !rest.startsWith("<") && !rest.startsWith("{")) {
        forms.add(from < parts.size() - 1 ? "…" + separator + rest : rest);
      }
    }
  }

  /**
   * A text cut in its middle to a number of characters, the ellipsis not counted; one cut before
   * already is cut further.
   */
  private static String cut(String text, int length) {
    int count = text.codePointCount(0, text.length());
    if (text.startsWith("…")) {
      return "…" + text.substring(text.offsetByCodePoints(0, count - length));
    }
    int tail = length / 2;
    return text.substring(0, text.offsetByCodePoints(0, length - tail))
        + "…"
        + text.substring(text.offsetByCodePoints(0, count - tail));
  }

  /** What a reader looks for in a long path: {@code Context::new} of a method of a type. */
  private static String brief(String text) {
    String self = "";
    String rest = text;
    if (text.startsWith("<")) {
      int end = closing(text);
      String type = plain(text.substring(1, end)).split(" as ", -1)[0];
      self = type.substring(type.lastIndexOf(':') + 1) + "::";
      rest = text.substring(Math.min(text.length(), end + 1));
    }
    List<String> parts = new ArrayList<>(List.of(plain(rest).split("::", -1)));
    parts.removeIf(String::isEmpty);
    int from = parts.size() - 1;
    while (from > 0 && parts.get(from).startsWith("{")) {
      from--;
    }
    // A method without its type says little: new, fmt, drop.
    if (from > 0 && parts.get(from - 1).charAt(0) >= 'A' && parts.get(from - 1).charAt(0) <= 'Z') {
      from--;
    }
    String brief = self + String.join("::", parts.subList(Math.max(0, from), parts.size()));
    return brief.isEmpty() ? text : brief;
  }

  /** The index of the bracket that closes the first one; the end of the text if none does. */
  private static int closing(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '<') {
        depth++;
      } else if (text.charAt(i) == '>' && text.charAt(i - 1) != '-' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** A path without what stands in angle brackets or parentheses. */
  private static String plain(String path) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean isArrow = c == '>' && i > 0 && path.charAt(i - 1) == '-';
      if (c == '<' || c == '(') {
        depth++;
      } else if (c == ')' || (c == '>' && !isArrow)) {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
