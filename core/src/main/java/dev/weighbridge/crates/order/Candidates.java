package dev.weighbridge.crates.order;

import dev.weighbridge.formats.columns.IntColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The crates that the paths of panic locations name, each with a number. */
final class Candidates {
  /** What a path without a crate stands for. */
  static final int NONE = -1;

  /** The crates of the standard library itself, as one: any crate inlines and compiles theirs. */
  static final int STANDARD = 0;

  /** The crates that std uses, as one; only std compiles them. */
  static final int SHIPPED = 1;

  /** The first crate of a program. */
  static final int FIRST = 2;

  /** What std uses wherever its own crates and those of the program come from one folder. */
  private static final Set<String> OWN_OF_STD =
      Set.of("gimli", "addr2line", "miniz_oxide", "rustc_demangle", "object");

  private final List<SourcePath> crates = new ArrayList<>();
  private final Map<SourcePath, Integer> numbers = new HashMap<>();
  private final int program;
  private final IntColumn ofPath = new IntColumn(0);

  /** Numbers the crates of some paths. */
  Candidates(List<SourcePath> paths) {
    crates.add(new SourcePath(SourcePath.Origin.STANDARD, ""));
    crates.add(new SourcePath(SourcePath.Origin.SHIPPED, ""));
    program = number(new SourcePath(SourcePath.Origin.LOCAL, ""));
    boolean isOneTree = false;
    for (SourcePath path : paths) {
      isOneTree |= path.origin() == SourcePath.Origin.SHIPPED && !path.isShipped();
    }
    for (SourcePath path : paths) {
      ofPath.add(number(path, isOneTree));
    }
  }

  private int number(SourcePath path, boolean isOneTree) {
    return switch (path.origin()) {
      case UNKNOWN -> NONE;
      case STANDARD -> STANDARD;
      case SHIPPED ->
          !isOneTree || OWN_OF_STD.contains(path.name())
              ? SHIPPED
              : number(new SourcePath(SourcePath.Origin.REGISTRY, path.name()));
      case LOCAL, REGISTRY -> number(path);
    };
  }

  private int number(SourcePath crate) {
    Integer known = numbers.putIfAbsent(crate, crates.size());
    if (known == null) {
      crates.add(crate);
      return crates.size() - 1;
    }
    return known;
  }

  /** The number of the crate of a path. */
  int ofPath(int row) {
    return ofPath.get(row);
  }

  /** How many numbers there are. */
  int count() {
    return crates.size();
  }

  /** The program, if nothing tells what it is called. */
  int program() {
    return program;
  }

  /** Whether a crate was built with the program. */
  boolean isLocal(int candidate) {
    return crates.get(candidate).origin() == SourcePath.Origin.LOCAL;
  }

  /** What a candidate is called. */
  String name(int candidate) {
    return crates.get(candidate).name();
  }
}
