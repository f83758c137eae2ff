package dev.weighbridge.inlines;

import dev.weighbridge.debug.FunctionTexts;
import dev.weighbridge.debug.LegacyInstances;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.generics.GenericNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The generic items that functions are copies of; one that is no copy is called as ever. */
final class FoldedNames {
  private final GenericNames generics = new GenericNames();

  /** The names for linkers of the copies of each item. */
  private final Map<Long, List<String>> copies = new HashMap<>();

  private final Map<Long, String> labels = new HashMap<>();

  /** Notes the functions of an image. */
  void add(FunctionNames names) {
    for (int function = 0; function < names.count(); function++) {
      String linkage = names.linkageName(function);
      long item = linkage.isEmpty() ? 0 : generics.id(linkage);
      if (!linkage.isEmpty() && isCopy(names, function)) {
        copies.computeIfAbsent(item, id -> new ArrayList<>()).add(linkage);
      }
    }
  }

  /** Asked directly behind the identity of the same name. */
  private boolean isCopy(FunctionNames names, int function) {
    String linkage = names.linkageName(function);
    return generics.isCopy() || !LegacyInstances.arguments(linkage, names.name(function)).isEmpty();
  }

  /** The item that a function is a copy of, for people; else the function. */
  String of(FunctionNames names, int function) {
    String linkage = names.linkageName(function);
    if (linkage.isEmpty()) {
      return withoutArguments(FunctionTexts.of(names, function));
    }
    long item = generics.id(linkage);
    List<String> all = copies.get(item);
    return all == null
        ? FunctionTexts.of(names, function)
        : labels.computeIfAbsent(item, id -> GenericNames.label(all));
  }

  /** A name of the source, whose last arguments are those of the function: {@code max<_>}. */
  private static String withoutArguments(String name) {
    if (!name.endsWith(">") || name.contains("operator")) {
      return name;
    }
    int depth = 0;
    for (int at = name.length() - 1; at > 0; at--) {
      char c = name.charAt(at);
      boolean isArrow = c == '>' && name.charAt(at - 1) == '-';
      depth += c == '>' && !isArrow ? 1 : c == '<' ? -1 : 0;
      if (depth == 0) {
        return name.substring(0, at) + "<_>";
      }
    }
    return name;
  }
}
