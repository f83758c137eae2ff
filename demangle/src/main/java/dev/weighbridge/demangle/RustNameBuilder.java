package dev.weighbridge.demangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the structure of one name into objects. */
final class RustNameBuilder {
  private static final String DROP_GLUE = "drop_in_place<";

  private final RustNameReader reader;
  private final V0Printer printer = new V0Printer();
  private final TextBuffer buffer = new TextBuffer();
  private NameSlice name = new NameSlice();
  private String text = "";

  RustNameBuilder(StandardCrates standard) {
    reader = new RustNameReader(standard);
  }

  Optional<RustName> build(NameSlice newName) {
    if (!reader.read(newName)) {
      return Optional.empty();
    }
    name = newName;
    buffer.clear();
    new RustDemangler().appendPath(name, false, buffer);
    text = buffer.toString();
    return Optional.of(new RustName(this));
  }

  private boolean isV0() {
    return reader.scheme() == ManglingScheme.V0;
  }

  ManglingScheme scheme() {
    return reader.scheme();
  }

  String text() {
    return text;
  }

  boolean isGenericInstance() {
    return reader.isGenericInstance();
  }

  long genericId() {
    return reader.genericId();
  }

  RustCrates crates() {
    Optional<CrateName> responsible = lasting(reader.responsibleCrate());
    return new RustCrates(
        lasting(reader.definingCrate()),
        reader.isDefiningCrateExact(),
        responsible,
        lasting(reader.instantiatingCrate()),
        typeCrates(),
        firstOf(traitCrates()),
        argumentCrates());
  }

  private static Optional<CrateName> lasting(CrateRange crate) {
    return crate.isPresent() ? Optional.of(crate.toCrateName()) : Optional.empty();
  }

  private static Optional<CrateName> firstOf(List<CrateName> crates) {
    return crates.isEmpty() ? Optional.empty() : Optional.of(crates.get(0));
  }

  private List<CrateName> typeCrates() {
    return isV0()
        ? printedCrates(Step.TYPE, reader.spine().selfTypeAt())
        : reader.legacy().cratesOfType();
  }

  private List<CrateName> traitCrates() {
    return isV0()
        ? printedCrates(Step.PATH, reader.spine().traitAt())
        : reader.legacy().cratesOfTrait();
  }

  private List<CrateName> argumentCrates() {
    return isV0()
        ? printedCrates(Step.ARGUMENTS, reader.spine().argumentsAt())
        : reader.legacy().cratesOfArguments();
  }

  private List<CrateName> printedCrates(int step, int at) {
    return at < 0
        ? List.of()
        : printer.crates(step, at, name.array(), reader.origin(), reader.mangledEnd());
  }

  String modulePath() {
    return elementsText(reader.elements().moduleCount());
  }

  String generic() {
    if (isV0()) {
      return elementsText(reader.elements().count());
    }
    int glue = text.indexOf(DROP_GLUE);
    return glue < 0 ? text : text.substring(0, glue + DROP_GLUE.length() - 1);
  }

  private String elementsText(int count) {
    buffer.clear();
    new ElementsPrinter(reader, name.array(), buffer).print(count);
    return buffer.toString();
  }

  /** Closures and shims are printed as one word in braces each, without any in them. */
  Optional<String> enclosingFunction() {
    if (!reader.isClosure()) {
      return Optional.empty();
    }
    SpineElements elements = reader.elements();
    int end = text.length();
    for (int i = elements.enclosingCount(); i < elements.count(); i++) {
      end = text.lastIndexOf("::{", end - 1);
    }
    return Optional.of(text.substring(0, Math.max(end, 0)));
  }

  Optional<String> shim() {
    return reader.isShim()
        ? Optional.of(textOf(reader.shimStart(), reader.shimEnd()))
        : Optional.empty();
  }

  Optional<String> hash() {
    if (!reader.hasHash()) {
      return Optional.empty();
    }
    int start = reader.hashStart();
    return Optional.of(textOf(start, start + LegacyCursor.HASH_DIGITS));
  }

  private String textOf(int start, int end) {
    return new NameSlice(name.array(), start, end - start).toString();
  }

  /** What is left when all known words are split off is one word of its own. */
  List<SymbolSuffix> suffixes() {
    List<SymbolSuffix> words = new ArrayList<>();
    int start = reader.suffixStart();
    int end = name.offset() + name.length();
    SuffixSplitter splitter = new SuffixSplitter();
    splitter.start(name.array(), start - 1, end);
    while (splitter.next()) {
      words.add(0, splitter.word());
      end = start - 1 + splitter.length();
    }
    if (end > start) {
      words.add(0, new SymbolSuffix(SuffixKind.OTHER, textOf(start, end)));
    }
    return List.copyOf(words);
  }
}
