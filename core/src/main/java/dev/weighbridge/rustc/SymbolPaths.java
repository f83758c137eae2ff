package dev.weighbridge.rustc;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.generics.GenericNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The symbols of a program by the paths that the compiler prints. Where it prints another path than
 * that of the symbol, because a crate hands an item on under a name of its own, there is none.
 */
final class SymbolPaths {
  private static final String EVERYWHERE = "";

  /** Bytes of symbols. */
  static final class Weight {
    int symbols;
    long codeSize;
    long fileSize;
    boolean isAmbiguous;

    void add(Weight other) {
      symbols += other.symbols;
      codeSize += other.codeSize;
      fileSize += other.fileSize;
    }
  }

  private final boolean isByItem;
  private final Collection<String> crates;

  /** By the crate in which such a path is printed, then by path. */
  private final Map<String, Map<String, Weight>> weights = new HashMap<>();

  private long code;

  /**
   * Reads the symbols.
   *
   * @param crates those that were compiled
   * @param isByItem whether type arguments count
   */
  SymbolPaths(Attribution program, Collection<String> crates, boolean isByItem) {
    this.isByItem = isByItem;
    this.crates = crates;
    Weight[] own = weigh(program);
    for (int owner = 0; owner < own.length; owner++) {
      Weight weight = own[owner];
      if (weight != null) {
        add(GenericNames.readable(program.owners().text(owner)), weight);
      }
    }
  }

  private @Nullable Weight[] weigh(Attribution program) {
    Partition partition = program.partition();
    @Nullable Weight[] own = new Weight[program.owners().firstLabel()];
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int payer = program.payer(span, Pricing.FULL);
      boolean isCode = partition.kind(span) == Kind.CODE;
      long size = partition.fileSize(span);
      code += isCode ? size : 0;
      if (payer < 0 || payer >= own.length || !program.owners().isSymbol(payer)) {
        continue;
      }
      Weight weight = own[payer];
      if (weight == null) {
        weight = new Weight();
        weight.symbols = 1;
        own[payer] = weight;
      }
      weight.fileSize += size;
      weight.codeSize += isCode && partition.owner(span) == payer ? size : 0;
    }
    return own;
  }

  private void add(String symbol, Weight weight) {
    String everywhere = path(symbol);
    put(EVERYWHERE, everywhere, weight);
    for (String crate : crates) {
      String inside = path(PrintedPath.inside(symbol, crate));
      if (!inside.equals(everywhere)) {
        put(crate, inside, weight);
      }
    }
  }

  private String path(String symbol) {
    return isByItem
        ? PrintedPath.printed(symbol).orElse("")
        : PrintedPath.key(PrintedPath.generic(symbol));
  }

  private void put(String crate, String path, Weight weight) {
    if (path.isEmpty()) {
      return;
    }
    Map<String, Weight> inCrate = weights.computeIfAbsent(crate, none -> new HashMap<>());
    Weight sum = inCrate.computeIfAbsent(path, none -> new Weight());
    sum.isAmbiguous |= isByItem && sum.symbols > 0;
    sum.add(weight);
  }

  /** The bytes of what the compiler printed in some crates; none if nothing has its very path. */
  Optional<Weight> of(String printed, Collection<String> asking) {
    String path = isByItem ? withoutShim(printed) : PrintedPath.key(printed);
    Optional<Weight> found = find(EVERYWHERE, path);
    for (String crate : asking) {
      Optional<Weight> inside = find(crate, path);
      if (inside.isPresent() && found.isPresent()) {
        return Optional.empty();
      }
      found = inside.isPresent() ? inside : found;
    }
    return found.filter(weight -> !weight.isAmbiguous);
  }

  private static String withoutShim(String printed) {
    int shim = printed.indexOf(" - shim(Some(");
    return shim < 0 ? printed : printed.substring(0, shim);
  }

  private Optional<Weight> find(String crate, String path) {
    Map<String, Weight> inCrate = weights.get(crate);
    return inCrate == null ? Optional.empty() : Optional.ofNullable(inCrate.get(path));
  }

  /** Bytes of all code of the program. */
  long code() {
    return code;
  }
}
