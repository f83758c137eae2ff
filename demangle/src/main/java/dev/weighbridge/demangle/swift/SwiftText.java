package dev.weighbridge.demangle.swift;

import dev.weighbridge.demangle.swift.old.OldReader;
import dev.weighbridge.demangle.swift.printer.SwiftPrinter;
import dev.weighbridge.demangle.swift.reader.SwiftReader;
import dev.weighbridge.demangle.swift.tree.SwiftModules;
import dev.weighbridge.demangle.swift.tree.SwiftNode;
import dev.weighbridge.demangle.swift.tree.SwiftRefusal;
import java.util.List;
import java.util.Optional;

/** Names as text. */
public final class SwiftText {
  /** Longer names are refused; Swift itself puts longer ones under a hash. */
  private static final int LONGEST = 1 << 16;

  /** Names in names in names. */
  private static final int DEEPEST = 4;

  /** Prefixes since Swift 4.2, those that macOS puts another underscore before included. */
  private static final List<String> PREFIXES =
      List.of("$s", "_$s", "$S", "_$S", "$e", "_$e", "@__swiftmacro_");

  private static final String LABELLED = "_T0";
  private static final String OLD = "_T";

  /** The underscore that macOS puts before names, which older ones have themselves. */
  private static final String TWICE = "__T";

  private SwiftText() {}

  /**
   * The text of a name; empty if it is not of this mangling, or if something in it is not known.
   *
   * @param isBrief whether without modules, types of results, signatures of closures and the like
   */
  public static Optional<String> of(String name, boolean isBrief) {
    return of(name, isBrief, 0);
  }

  /** The module whose source a name is of; empty if it tells of none. */
  public static Optional<String> module(String name) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(SwiftModules.of(tree(name))).filter(module -> !module.isEmpty());
    } catch (SwiftRefusal e) {
      return Optional.empty();
    }
  }

  private static Optional<String> of(String name, boolean isBrief, int depth) {
    if (name.length() > LONGEST || depth > DEEPEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SwiftPrinter.text(
              tree(name),
              isBrief,
              // The reference writes names in names in full.
              depth == 0,
              inner -> of(inner, false, depth + 1).orElse(inner)));
    } catch (SwiftRefusal e) {
      return Optional.empty();
    }
  }

  private static SwiftNode tree(String whole) {
    String name = whole.startsWith(TWICE) ? whole.substring(1) : whole;
    if (name.startsWith(LABELLED)) {
      return SwiftReader.read(name.substring(LABELLED.length()), true);
    }
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return SwiftReader.read(name.substring(prefix.length()), false);
      }
    }
    if (name.startsWith(OLD)) {
      return OldReader.read(name.substring(OLD.length()));
    }
    throw new SwiftRefusal();
  }
}
