package dev.weighbridge.generics;

import dev.weighbridge.debug.LegacyInstances;
import dev.weighbridge.demangle.ItaniumNameReader;
import dev.weighbridge.demangle.ManglingScheme;
import dev.weighbridge.demangle.MsvcNameReader;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustName;
import dev.weighbridge.demangle.TextBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the names of the copies of one item have in common, and what each has of its own. */
final class CopyNames {
  /**
   * Characters of readable names that are looked at for one label. A hundred thousand copies have
   * fewer; a file made for it may have a million that are a million characters each.
   */
  private static final long MAX_TEXT = 1L << 26;

  private final ItaniumNameReader cpp = new ItaniumNameReader();
  private final MsvcNameReader microsoft = new MsvcNameReader();
  private final String label;

  /** Null if the names are of C++ or Go. */
  private final @Nullable CopyPattern pattern;

  private final LegacyInstances debug;

  /** Reads the raw names of all copies. */
  CopyNames(List<String> names) {
    this(names, LegacyInstances.NONE);
  }

  /** The same, with arguments that only debug information tells. */
  CopyNames(List<String> names, LegacyInstances debug) {
    this.debug = debug;
    Optional<GoInstance> go = goInstance(names.get(0));
    Optional<String> path = go.isPresent() ? Optional.empty() : cppPath(names.get(0));
    pattern = path.isPresent() || go.isPresent() ? null : pattern(names);
    label =
        pattern != null
            ? pattern.label()
            : go.map(GoInstance::bare).orElseGet(() -> path.get() + "<_>");
  }

  /** Of names in both manglings, those of the newer: it tells more. */
  private CopyPattern pattern(List<String> all) {
    List<String> newer = all.stream().filter(CopyNames::isV0).toList();
    List<String> names = newer.isEmpty() ? all : newer;
    CopyPattern pattern = new CopyPattern(rustText(names.get(0)));
    long read = 0;
    for (int i = 1; i < names.size() && read < MAX_TEXT; i++) {
      String text = rustText(names.get(i));
      pattern.widen(text);
      read += text.length();
    }
    return pattern;
  }

  private static boolean isV0(String name) {
    return RustDemangler.read(name).map(read -> read.scheme() == ManglingScheme.V0).orElse(false);
  }

  /** Names of Go are as they are written; those of others do not read as such. */
  private static Optional<GoInstance> goInstance(String name) {
    return RustDemangler.read(name).isPresent() ? Optional.empty() : GoInstance.of(name);
  }

  /** The path of a C++ name without template arguments and parameters. */
  private Optional<String> cppPath(String name) {
    TextBuffer text = new TextBuffer();
    if (cpp.read(NameSlice.of(name))) {
      cpp.appendGeneric(text);
    } else if (microsoft.read(NameSlice.of(name))) {
      microsoft.appendGeneric(text);
    } else {
      return Optional.empty();
    }
    return Optional.of(text.toString());
  }

  /** The readable name without what compilers put behind it. */
  private String rustText(String name) {
    Optional<RustName> read = RustDemangler.read(name);
    return read.isPresent() ? debug.added(read.get().text(), name) : name;
  }

  /** The item for people. */
  String label() {
    return label;
  }

  /** The type arguments of a copy. */
  String arguments(String name) {
    String told = debug.arguments(name);
    if (!told.isEmpty()) {
      return told.substring(1, told.length() - 1);
    }
    if (pattern != null) {
      return pattern.arguments(rustText(name));
    }
    return goInstance(name).map(GoInstance::arguments).orElseGet(() -> cppArguments(name));
  }

  private String cppArguments(String name) {
    TextBuffer text = new TextBuffer();
    if (microsoft.read(NameSlice.of(name))) {
      for (int i = 0; i < microsoft.argumentCount(); i++) {
        text.append(NameSlice.of(i > 0 ? ", " : ""));
        microsoft.appendArgument(i, text);
      }
      return text.toString();
    }
    cpp.read(NameSlice.of(name));
    for (int i = 0; i < cpp.argumentCount(); i++) {
      if (i > 0) {
        text.append(',');
        text.append(' ');
      }
      cpp.appendArgument(i, text);
    }
    return text.toString();
  }
}
