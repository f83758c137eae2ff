package dev.weighbridge.demangle;

import dev.weighbridge.demangle.rust.CrateMention;
import dev.weighbridge.demangle.rust.LegacyHash;
import dev.weighbridge.demangle.rust.PathElements;
import dev.weighbridge.demangle.text.Utf8Buffer;
import dev.weighbridge.demangle.v0.V0Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the structure of one name into objects. */
final class RustNameBuilder {
  private static final String DROP_GLUE = "drop_in_place<";

  private final RustNameReader reader;
  private final V0Printer printer = new V0Printer();
  private final Utf8Buffer buffer = new Utf8Buffer();
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
    new RustPrinter().print(name, HashVisibility.HIDDEN, buffer);
    text = buffer.toString();
    return Optional.of(new RustName(reader.scheme(), text, crates(), item(), hash(), suffixes()));
  }

  private RustItem item() {
    return new RustItem(
        elementsText(reader.elements().moduleCount()),
        generic(),
        reader.genericId(),
        enclosingFunction(),
        shim(),
        reader.isGenericInstance());
  }

  private boolean isV0() {
    return reader.scheme() == ManglingScheme.V0;
  }

  private RustCrates crates() {
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
    CrateCollector found = new CrateCollector();
    if (isV0()) {
      printer.tellCratesOfType(reader.spine(), found);
    } else {
      reader.legacy().tellCratesOfType(found);
    }
    return found.crates;
  }

  private List<CrateName> traitCrates() {
    CrateCollector found = new CrateCollector();
    if (isV0()) {
      printer.tellCratesOfTrait(reader.spine(), found);
    } else {
      reader.legacy().tellCratesOfTrait(found);
    }
    return found.crates;
  }

  private List<CrateName> argumentCrates() {
    CrateCollector found = new CrateCollector();
    if (isV0()) {
      printer.tellCratesOfArguments(reader.spine(), found);
    } else {
      reader.legacy().tellCratesOfArguments(found);
    }
    return found.crates;
  }

  private String generic() {
    if (isV0()) {
      return elementsText(reader.elements().count());
    }
    int glue = text.indexOf(DROP_GLUE);
    return glue < 0 ? text : text.substring(0, glue + DROP_GLUE.length() - 1);
  }

  private String elementsText(int count) {
    buffer.clear();
    reader.print(count, buffer);
    return buffer.toString();
  }

  /** Closures and shims are printed as one word in braces each, without any in them. */
  private Optional<String> enclosingFunction() {
    if (!reader.isClosure()) {
      return Optional.empty();
    }
    PathElements elements = reader.elements();
    int end = text.length();
    for (int i = elements.enclosingCount(); i < elements.count(); i++) {
      end = text.lastIndexOf("::{", end - 1);
    }
    return Optional.of(text.substring(0, Math.max(end, 0)));
  }

  private Optional<String> shim() {
    return reader.isShim()
        ? Optional.of(reader.text(reader.shimStart(), reader.shimEnd()))
        : Optional.empty();
  }

  private Optional<String> hash() {
    if (!reader.hasHash()) {
      return Optional.empty();
    }
    int start = reader.hashStart();
    return Optional.of(reader.text(start, LegacyHash.end(start)));
  }

  /** What is left when all known words are split off is one word of its own. */
  private List<SymbolSuffix> suffixes() {
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
      NameSlice rest = new NameSlice(name.array(), start, end - start);
      words.add(0, new SymbolSuffix(SuffixKind.OTHER, rest.toString()));
    }
    return List.copyOf(words);
  }

  /** Keeps the crates it is told of, in that order, each once. */
  private static final class CrateCollector implements Consumer<CrateMention> {
    final List<CrateName> crates = new ArrayList<>();

    @Override
    public void accept(CrateMention mention) {
      CrateName crate = new CrateRange(mention).toCrateName();
      if (!crates.contains(crate)) {
        crates.add(crate);
      }
    }
  }
}
