package dev.weighbridge.truth;

import dev.weighbridge.formats.MemberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom an object was compiled for, by what a linker map calls it.
 *
 * @param name of its crate, or of its file if it is no object of rustc
 * @param isRust whether it came with a crate
 * @param group what else it may be called: where no names tell more, a row stands for several
 * @param isOfRust whether the program has crates at all
 */
record CompiledFor(String name, boolean isRust, String group, boolean isOfRust) {
  private static final Pattern RLIB = Pattern.compile("lib(\\w+?)(?:-[0-9a-f]+)?\\.rlib");

  /** An object of the program itself: {@code app.app.a6f31df3-cgu.0.rcgu.o}, with a hash or not. */
  private static final Pattern OWN = Pattern.compile("(\\w+?)(?:-[0-9a-f]{16})?\\..*rcgu\\.o");

  private static final Pattern CPP_RUNTIME =
      Pattern.compile("lib(?:(?:std|sup)c\\+\\+(?:fs)?|gcc|gcc_eh)\\.a");

  private static final String CPP = "[C++ runtime]";

  /** Rows that stand for the crates of one group. */
  private static final Set<String> GROUPS = Set.of("[standard library]", "[program]", CPP);

  /** Whom each object of a map was compiled for. */
  static List<CompiledFor> all(MemberTable objects) {
    List<CompiledFor> all = new ArrayList<>();
    for (int object = 0; object < objects.count(); object++) {
      all.add(of(objects.name(object), objects.container(object)));
    }
    boolean isOfRust = all.stream().anyMatch(CompiledFor::isRust);
    all.replaceAll(one -> new CompiledFor(one.name, one.isRust, one.group, isOfRust));
    return all;
  }

  private static CompiledFor of(String object, String archive) {
    Matcher library = RLIB.matcher(fileName(archive));
    if (library.matches()) {
      boolean isStandard = archive.contains("/rustlib/");
      return new CompiledFor(library.group(1), true, isStandard ? "[standard library]" : "", true);
    }
    Matcher own = OWN.matcher(fileName(object));
    if (own.matches()) {
      return new CompiledFor(own.group(1), true, "[program]", true);
    }
    boolean isCpp = CPP_RUNTIME.matcher(fileName(archive)).matches();
    boolean isWasi = fileName(archive).equals("libc.a") && archive.contains("wasi");
    String group = isCpp ? CPP : isWasi ? "wasi-libc" : "";
    return new CompiledFor(stem(fileName(object)), false, group, false);
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String stem(String file) {
    int dot = file.indexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  /** Whether a label claims bytes for some crate, or the crates of one group, or some unit. */
  boolean isClaim(String label) {
    boolean isCrate = !(label.isEmpty() || label.startsWith("[") || label.contains("."));
    return isCrate || GROUPS.contains(label) || (!isOfRust && label.contains("."));
  }

  /** Whether a label is right; none is if nothing of a program was compiled for a crate. */
  boolean isCalled(String label) {
    if (!isClaim(label)) {
      return isOfRust && !isRust;
    }
    return label.equals(group) || (isRust ? label.equals(name) : stem(label).equals(name));
  }
}
