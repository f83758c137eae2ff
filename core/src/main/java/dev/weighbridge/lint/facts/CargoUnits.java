package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.work.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units in which rustc compiled the crates, as far as symbol tables still tell.
 *
 * <p>They tell by file symbols {@code name.hash-cgu.3}, and the suffix {@code .llvm.123} of what
 * one unit lends another.
 */
public final class CargoUnits {
  private static final DerivedKey<CargoUnits> KEY = new Key();
  private static final Pattern UNIT = Pattern.compile("(.+)\\.[0-9a-f]{8,16}-cgu\\.[0-9]+");

  private final Map<String, Integer> units = new LinkedHashMap<>();
  private int lent;
  private int names;

  private CargoUnits(Attribution attribution) {
    for (BinaryImage image : attribution.file().images()) {
      SymbolTable symbols = image.symbols();
      for (int row = 0; row < symbols.count(); row++) {
        if (symbols.nameLength(row) > 0 && symbols.section(row) != SymbolTable.UNDEFINED) {
          take(symbols, row);
        }
      }
    }
  }

  private void take(SymbolTable symbols, int row) {
    SymbolType type = symbols.type(row);
    if (type == SymbolType.FILE) {
      Matcher matcher = UNIT.matcher(symbols.name(row));
      if (matcher.matches()) {
        units.merge(matcher.group(1), 1, Integer::sum);
      }
    } else if (type == SymbolType.FUNCTION || type == SymbolType.OBJECT) {
      names++;
      if (isLent(symbols, row)) {
        lent++;
      }
    }
  }

  /** Whether a name has the part {@code .llvm.}; looked for from its end, without making text. */
  private static boolean isLent(SymbolTable symbols, int row) {
    long start = symbols.nameStart(row);
    long end = start + symbols.nameLength(row) - 6;
    for (long at = end; at >= start; at--) {
      int c = symbols.nameBytes(row).u8(at);
      if (c == '.' && symbols.nameBytes(row).text(at, at + 6).equals(".llvm.")) {
        return true;
      }
      if (at < end - 24) {
        break;
      }
    }
    return false;
  }

  private record Key() implements DerivedKey<CargoUnits> {
    @Override
    public String name() {
      return "units of crates";
    }

    @Override
    public CargoUnits derive(Attribution attribution, Work work) {
      return new CargoUnits(attribution);
    }
  }

  /** The units of a file. */
  public static CargoUnits of(Attribution attribution) {
    return attribution.get(KEY);
  }

  /** How many units each crate has, in the order of the file; empty if nothing tells. */
  public Map<String, Integer> units() {
    return Map.copyOf(units);
  }

  /** How many crates have units, those of the compiler's own small helpers apart. */
  public int crates() {
    return units.containsKey("compiler_builtins") ? units.size() - 1 : units.size();
  }

  /** The most units that one crate has, the compiler's own helpers apart. */
  public int most() {
    int most = 0;
    for (Map.Entry<String, Integer> entry : units.entrySet()) {
      if (!entry.getKey().equals("compiler_builtins")) {
        most = Math.max(most, entry.getValue());
      }
    }
    return most;
  }

  /** How many symbols were lent from one unit to another. */
  public int lent() {
    return lent;
  }

  /** How many named functions and objects there are. */
  public int names() {
    return names;
  }
}
