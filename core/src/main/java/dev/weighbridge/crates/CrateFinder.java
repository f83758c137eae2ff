package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.crates.names.AnonymousNames;
import dev.weighbridge.crates.names.PathName;
import dev.weighbridge.crates.names.ReservedNames;
import dev.weighbridge.crates.names.UnitName;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.golang.GoPackages;
import dev.weighbridge.language.Language;
import dev.weighbridge.language.NativeLanguage;
import dev.weighbridge.libraries.LibrarySymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the crate of every owner: first from its name, then from its compile unit, then, where it
 * has lost its name, from the order of the link, then from what lies around it.
 */
final class CrateFinder {
  /** References that lead further than this are rare. */
  private static final int LONGEST_CHAIN = 8;

  static final String OUTLINED = "[outlined code]";
  private static final String ANY_NATIVE = "[C/C++]";
  static final String REPLACED = "[replaced by BOLT]";
  static final String IMPORTS = "[imports]";

  /** A function {@code main} in the root of a crate, in either mangling. */
  private static final Pattern MAIN =
      Pattern.compile(
          "_?_(?:RNvC(?:s[0-9a-zA-Z]*_)?[0-9]+\\w+?4main|ZN[0-9]+\\w+?4main17h[0-9a-f]{16}E)");

  /** Crates that come compiled, with names of one mangling, or are compiled by who uses them. */
  private static final Set<String> NEVER_LEGACY = Set.of("core", "alloc", "std", "hashbrown");

  private static final PathName NO_PATH = PathName.of("");

  private final Attribution attribution;
  private final Owners owners;
  private final CratePolicy policy;
  private final LibrarySymbols libraries;
  private final Work work;
  private final CrateRows crates = new CrateRows();
  private final UnitEvidence units;
  private final VendoredCrates vendored = new VendoredCrates(crates);
  private final NameEvidence names;
  private final LegacyCopies copies;
  private final OwnerCrates found;
  private final IntColumn nameless = new IntColumn(0);
  private boolean[] isInV0Names = new boolean[64];
  private final List<Section> boltSections;
  private int std = -1;
  private boolean hasRustNames;
  private String anyNative = "";

  // meanLegacyNames() fills it before it is asked.
  @SuppressWarnings("NullAway.Init")
  private LegacyCrates legacy;

  CrateFinder(Attribution attribution, CratePolicy policy, LibrarySymbols libraries, Work work) {
    this.attribution = attribution;
    this.policy = policy;
    this.libraries = libraries;
    this.work = work;
    owners = attribution.owners();
    boltSections = boltSections(attribution.sections());
    units = new UnitEvidence(attribution, crates);
    copies = new LegacyCopies(attribution, crates);
    names = new NameEvidence(owners, policy, crates, units, vendored);
    found = new OwnerCrates(owners.count(), policy, units);
  }

  CrateTable find() {
    readNames();
    meanLegacyNames();
    vendored.decide(attribution, units, isStdInV0());
    readVendoredAgain();
    if (policy == CratePolicy.INSTANTIATING) {
      askUnits();
    }
    new GoEvidence(attribution, crates, found).settle(nameless);
    new SwiftEvidence(owners, crates, found).settle(nameless);
    new CppLibrary(attribution, units, crates, found).settle(nameless);
    settleNameless();
    new LibraryEvidence(attribution, libraries, units, crates, found).settle(nameless);
    settleByUsers();
    if (policy == CratePolicy.INSTANTIATING) {
      new RunEvidence(attribution, units, found).settle(work);
    }
    if (policy == CratePolicy.INSTANTIATING && attribution.file().format().equals("Wasm")) {
      new NamedOrderEvidence(attribution, crates, found).settle(crateOfEntry());
    }
    new UnnamedCode(attribution, policy, crates, found).settle(work);
    SpanCrates spanCrates = around();
    new MapEvidence(attribution, policy, units, found).settle(spanCrates);
    if (policy == CratePolicy.INSTANTIATING && isStdInV0()) {
      leaveLegacyStd();
    }
    new ModuleEvidence(owners, found).settle(nameless);
    settleRest();
    return new CrateTable(attribution, crates, found, spanCrates);
  }

  /** Go's linker lays out data by size and type: what lies around it tells nothing. */
  private SpanCrates around() {
    boolean isGo = !hasRustNames && GoPackages.of(attribution).count() > 0;
    return isGo
        ? new SpanCrates(attribution.partition().spanCount())
        : new AroundEvidence(attribution, policy, units, crates, found).find();
  }

  private void readNames() {
    boolean[] isPayer = OwnersWithBytes.of(attribution);
    names.announce(isPayer);
    for (int owner = 0; owner < owners.firstLabel(); owner++) {
      Work.tellAt("finding crates in names", owner, owners.firstLabel());
      if (isPayer[owner] && owners.isSymbol(owner) && names.read(owner)) {
        readCrate(owner);
      } else if (isPayer[owner]) {
        nameless.add(owner);
      }
    }
  }

  private void readCrate(int owner) {
    int crate = names.crate();
    if (crate < 0) {
      nameless.add(owner);
      return;
    }
    hasRustNames = true;
    boolean isV0 = names.isV0();
    found.settle(owner, crate, isV0 ? CrateEvidence.V0_NAME : CrateEvidence.LEGACY_NAME);
    names.learn(owner);
    if (policy == CratePolicy.INSTANTIATING && names.namesCompiler()) {
      found.nameTellsCompiler(owner);
    }
    if (isV0) {
      if (crate >= isInV0Names.length) {
        isInV0Names = Arrays.copyOf(isInV0Names, 2 * crate);
      }
      isInV0Names[crate] = true;
    }
  }

  /** Gives the crates of legacy names the disambiguators that are known from elsewhere. */
  private void meanLegacyNames() {
    legacy = new LegacyCrates(crates, Arrays.copyOf(isInV0Names, crates.count()));
    for (int owner = 0; owner < found.count(); owner++) {
      if (found.evidence(owner) == CrateEvidence.LEGACY_NAME) {
        found.correct(owner, meantBy(owner, found.crate(owner)));
      }
    }
  }

  /** Where std has v0 names, what has a legacy name was compiled by some other crate. */
  private void leaveLegacyStd() {
    for (int owner = 0; owner < found.count(); owner++) {
      if (found.evidence(owner) == CrateEvidence.LEGACY_NAME
          && !found.nameTold(owner)
          && NEVER_LEGACY.contains(crates.crate(found.crate(owner)).name())) {
        found.settle(owner, -1, CrateEvidence.NONE);
      }
    }
  }

  private boolean isStdInV0() {
    for (int row = 0; row < Math.min(isInV0Names.length, crates.count()); row++) {
      if (isInV0Names[row] && crates.crate(row).name().equals("core")) {
        return true;
      }
    }
    return false;
  }

  /** A legacy name that mentions the crate of its own unit means that one, if sources agree. */
  private int meantBy(int owner, int crate) {
    int unitCrate = units.soleCrate(units.of(owner));
    boolean isOwn =
        unitCrate >= 0 && crates.crate(unitCrate).name().equals(crates.crate(crate).name());
    return isOwn ? copies.own(owner, unitCrate, crate) : copies.meant(owner, legacy.meant(crate));
  }

  /**
   * Reads names again that belong to a crate of std after all: somebody else may have caused it.
   */
  private void readVendoredAgain() {
    if (policy != CratePolicy.RESPONSIBLE) {
      return;
    }
    names.standard(vendored);
    for (int owner = 0; owner < found.count(); owner++) {
      int crate = found.crate(owner);
      if (crate >= 0 && vendored.isCandidate(crate)) {
        if (crates.crate(crate).origin() == CrateOrigin.STANDARD && names.read(owner)) {
          int other = names.crate();
          found.correct(owner, other >= 0 ? meantBy(owner, other) : crate);
        }
      }
    }
  }

  /** Legacy names do not tell who made a copy, nor do v0 names of inline functions. */
  private void askUnits() {
    for (int owner = 0; owner < found.count(); owner++) {
      int crate = found.crate(owner) < 0 ? -1 : units.soleCrate(units.of(owner));
      if (crate >= 0 && crate != found.crate(owner)) {
        found.settle(owner, crate, CrateEvidence.UNIT);
      }
    }
  }

  private void settleNameless() {
    for (int i = 0; i < nameless.count(); i++) {
      Work.checkAt(i);
      int owner = nameless.get(i);
      if (found.crate(owner) < 0) {
        settleNameless(owner);
      }
    }
  }

  private void settleNameless(int owner) {
    String name = owners.isSymbol(owner) ? owners.text(owner) : "";
    if (ReservedNames.isRust(name)) {
      found.settle(owner, standard(), CrateEvidence.RESERVED_NAME);
    } else if (ReservedNames.isRuntimeOfC(name)) {
      found.settle(owner, nativeRow(UnitName.C_RUNTIME), CrateEvidence.RESERVED_NAME);
    } else if (AnonymousNames.isOutlined(name)) {
      found.settle(owner, nativeRow(OUTLINED), CrateEvidence.RESERVED_NAME);
    } else if (isImport(owner)) {
      found.settle(owner, nativeRow(IMPORTS), CrateEvidence.PLAIN_NAME);
    } else if (!settleByPath(owner, name)) {
      settleByUnit(owner);
    }
  }

  /** Names that are paths are read where the compiler of Rust gave them. */
  private boolean settleByPath(int owner, String name) {
    int unit = name.contains("::") ? units.of(owner) : -1;
    PathName path = unit >= 0 && units.isRust(unit) ? PathName.of(name) : NO_PATH;
    boolean asksUnit = policy == CratePolicy.INSTANTIATING && units.soleCrate(unit) >= 0;
    if (!path.isPath() || asksUnit) {
      return false;
    }
    boolean isResponsible = policy == CratePolicy.RESPONSIBLE;
    String crate = isResponsible ? path.responsible() : path.defining();
    found.settle(owner, crates.named(crate, units.crate(unit)), CrateEvidence.LEGACY_NAME);
    return true;
  }

  private void settleByUnit(int owner) {
    int crate = units.soleCrate(units.of(owner));
    if (crate >= 0) {
      found.settle(owner, crate, CrateEvidence.UNIT);
    } else if (isReplaced(owner)) {
      found.settle(owner, nativeRow(REPLACED), CrateEvidence.RESERVED_NAME);
    }
  }

  /** Data that a compiler named is of who refers to it, perhaps through more such data. */
  private void settleByUsers() {
    boolean isChanged = true;
    for (int round = 0; isChanged && round < LONGEST_CHAIN; round++) {
      isChanged = false;
      for (int i = 0; i < nameless.count(); i++) {
        int owner = nameless.get(i);
        int user = found.crate(owner) >= 0 ? -1 : owners.user(owner);
        if (user >= 0 && found.crate(user) >= 0) {
          found.settle(owner, found.crate(user), CrateEvidence.REFERENCE);
          isChanged = true;
        }
      }
    }
  }

  /** BOLT leaves the code it has replaced in sections of these names. */
  private boolean isReplaced(int owner) {
    if (!owners.isFunction(owner)) {
      return false;
    }
    long address = owners.address(owner);
    for (Section section : boltSections) {
      if (address >= section.address() && address < section.address() + section.memorySize()) {
        return true;
      }
    }
    return false;
  }

  private static List<Section> boltSections(List<Section> sections) {
    List<Section> found = new ArrayList<>();
    for (Section section : sections) {
      if (section.name().startsWith(".bolt.org.")) {
        found.add(section);
      }
    }
    return found;
  }

  private boolean isImport(int owner) {
    return owners.isSymbol(owner)
        && owners.symbols(owner).section(owners.symbolRow(owner)) == SymbolTable.UNDEFINED;
  }

  private int nativeRow(String name) {
    return crates.of(new CrateName(name, 0), CrateOrigin.NATIVE);
  }

  /** The row of std, which has a disambiguator if anything tells it. */
  private int standard() {
    for (int row = 0; std < 0 && row < crates.count(); row++) {
      if (crates.crate(row).name().equals("std") && crates.crate(row).disambiguator() != 0) {
        std = row;
      }
    }
    std = std < 0 ? crates.of(new CrateName("std", 0), CrateOrigin.STANDARD) : std;
    return std;
  }

  /**
   * Symbols that nothing else tells of are of some C or C++, or of nobody known. But a plain name
   * in a merged unit of Rust is for others to call, so it is of the crate that was built.
   */
  private void settleRest() {
    for (int i = 0; i < nameless.count(); i++) {
      Work.checkAt(i);
      int owner = nameless.get(i);
      if (found.crate(owner) < 0 && owners.isSymbol(owner)) {
        settleRest(owner);
      }
    }
  }

  private void settleRest(int owner) {
    int program = isEntry(owner) ? crateOfEntry() : -1;
    if (program >= 0) {
      found.settle(owner, program, CrateEvidence.RESERVED_NAME);
    } else if (!isMadeByCompiler(owner)) {
      int unit = units.of(owner);
      boolean isExport = unit >= 0 && units.isRust(unit) && units.crate(unit) >= 0;
      int crate = isExport ? units.crate(unit) : nativeRow(anyNative());
      found.settle(owner, crate, isExport ? CrateEvidence.UNIT : CrateEvidence.PLAIN_NAME);
    }
  }

  /** What stands for code whose name tells nothing: its language, if the file has but one. */
  private String anyNative() {
    if (anyNative.isEmpty()) {
      Optional<Language> language =
          hasRustNames ? Optional.empty() : NativeLanguage.of(attribution.file());
      anyNative = language.map(one -> "[" + one.text() + "]").orElse(ANY_NATIVE);
    }
    return anyNative;
  }

  /** Whether C starts a program there. */
  private boolean isEntry(int owner) {
    String name = owners.text(owner);
    return name.equals("main") || name.equals("_main");
  }

  /**
   * The crate of where C starts a program of Rust: the compiler writes that, with the crate that
   * has a {@code main} of its own, to call into std. -1 if no crate has one.
   */
  private int crateOfEntry() {
    for (int owner = 0; owner < owners.firstLabel(); owner++) {
      if (found.crate(owner) >= 0 && MAIN.matcher(owners.text(owner)).matches()) {
        return policy == CratePolicy.INSTANTIATING ? found.crate(owner) : standard();
      }
    }
    return -1;
  }

  /** Whether a name was not given by a person: then it tells nothing of the language either. */
  private boolean isMadeByCompiler(int owner) {
    return AnonymousNames.contains(owners.text(owner));
  }
}
