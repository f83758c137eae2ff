package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.crates.names.SwiftNames;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.demangle.TextBuffer;
import dev.weighbridge.formats.columns.DenseIds;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.golang.GoName;
import dev.weighbridge.golang.GoPackages;
import dev.weighbridge.internal.names.SymbolNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The modules in which the symbols of a file are written, such as {@code serde_json::de}.
 *
 * <p>The module is that of the source: an instance of a generic function is in the module of the
 * function, a method of an impl in the module of the impl. Legacy names do not tell modules from
 * types; a word that starts with a lower-case letter is taken for a module, and {@code <A as B>::f}
 * for a part of the module of A.
 *
 * <p>Packages of Go are modules, too: {@code net/http}; and modules of Swift.
 *
 * <p>Rows are in the order in which the modules were found, which is the same in every run.
 * Immutable and safe for several threads.
 */
public final class ModuleTable {
  private static final DerivedKey<ModuleTable> KEY = new Key();

  private final List<String> paths = new ArrayList<>();
  private final int[] moduleOf;

  private final List<String> labels = new ArrayList<>();
  private final List<CrateName> crates = new ArrayList<>();

  private ModuleTable(Attribution attribution) {
    Owners owners = attribution.owners();
    moduleOf = new int[owners.count()];
    Arrays.fill(moduleOf, -1);
    RustNameReader reader = new RustNameReader();
    SymbolNames names = new SymbolNames();
    DenseIds rows = new DenseIds();
    boolean[] isPayer = OwnersWithBytes.of(attribution);
    for (int owner = 0; owner < isPayer.length; owner++) {
      Work.checkAt(owner);
      if (isPayer[owner]
          && owners.isSymbol(owner)
          && reader.read(names.of(owners.symbols(owner), owners.symbolRow(owner)))
          && reader.definingCrate().isPresent()) {
        moduleOf[owner] = rows.add(reader.moduleId());
        if (moduleOf[owner] == paths.size()) {
          addPath(reader);
        }
      }
    }
    addPackages(GoPackages.of(attribution), isPayer);
    addSwift(owners, isPayer);
    tellCratesApart();
  }

  /** Packages of Go are what modules are in Rust. */
  private void addPackages(GoPackages packages, boolean[] isPayer) {
    int[] rowOf = new int[packages.count()];
    Arrays.fill(rowOf, -1);
    for (int owner = 0; rowOf.length > 0 && owner < isPayer.length; owner++) {
      int of = isPayer[owner] && moduleOf[owner] < 0 ? packages.ofOwner(owner) : -1;
      if (of >= 0 && !packages.path(of).equals(GoName.TYPE_ALGORITHMS)) {
        if (rowOf[of] < 0) {
          rowOf[of] = paths.size();
          paths.add(packages.path(of));
          crates.add(new CrateName(packages.path(of), 0));
        }
        moduleOf[owner] = rowOf[of];
      }
    }
  }

  private void addSwift(Owners owners, boolean[] isPayer) {
    Map<String, Integer> rowOf = new HashMap<>();
    for (int owner = 0; owner < isPayer.length; owner++) {
      String module = isPayer[owner] && moduleOf[owner] < 0 ? SwiftNames.module(owners, owner) : "";
      if (!module.isEmpty()) {
        Integer row = rowOf.get(module);
        if (row == null) {
          row = paths.size();
          rowOf.put(module, row);
          paths.add(module);
          crates.add(new CrateName(module, 0));
        }
        moduleOf[owner] = row;
      }
    }
  }

  private void addPath(RustNameReader reader) {
    TextBuffer text = new TextBuffer();
    reader.appendModulePath(text);
    paths.add(text.toString());
    crates.add(reader.definingCrate().toCrateName());
  }

  /**
   * Writes {@code name[hash]} for crates that share a name, as {@link CrateTable#label} does; but
   * where all that tells two apart is that legacy names have no hash they are taken for one.
   */
  private void tellCratesApart() {
    Map<String, Set<Long>> numbers = new HashMap<>();
    for (CrateName crate : crates) {
      Set<Long> ofName = numbers.computeIfAbsent(crate.name(), name -> new HashSet<>());
      if (crate.disambiguator() != 0) {
        ofName.add(crate.disambiguator());
      }
    }
    for (int row = 0; row < paths.size(); row++) {
      CrateName crate = crates.get(row);
      Set<Long> ofName = numbers.getOrDefault(crate.name(), Set.of());
      boolean isShared = ofName.size() > 1 && crate.disambiguator() != 0;
      String below = paths.get(row).substring(crate.name().length());
      labels.add(isShared ? crate + below : paths.get(row));
    }
  }

  private record Key() implements DerivedKey<ModuleTable> {
    @Override
    public String name() {
      return "modules";
    }

    @Override
    public ModuleTable derive(Attribution attribution, Work work) {
      return new ModuleTable(attribution);
    }
  }

  /** The modules of a file; found when first asked for, then kept. */
  public static ModuleTable of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return attribution.uncut().get(KEY);
  }

  /** How many modules there are. */
  public int count() {
    return paths.size();
  }

  /** The path of a module from its crate: {@code serde_json::de}. */
  public String path(int module) {
    return paths.get(module);
  }

  /** The path of a module, its crate as {@code name[hash]} where two crates share the name. */
  public String label(int module) {
    return labels.get(module);
  }

  /**
   * The module of an owner, as a row.
   *
   * @return -1 if none is known, or if the owner has no bytes and is the subject of none
   */
  public int ofOwner(int owner) {
    return moduleOf[owner];
  }

  @Override
  public String toString() {
    return count() + " modules";
  }
}
