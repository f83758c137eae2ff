package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import java.util.List;

/**
 * Tells whether bytes that count as code may be of variables: tables among functions. They are of
 * symbols that are no functions, or of none at all where a file has lost its symbols.
 */
public final class DataInCode {
  private DataInCode() {}

  /** Whether any may be; asks for nothing that debug information says. */
  public static boolean mayBeIn(Attribution attribution) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    List<BinaryImage> images = attribution.file().images();
    boolean[] isNamed = new boolean[images.size()];
    for (int image = 0; image < isNamed.length; image++) {
      isNamed[image] = hasVariables(images.get(image).symbols());
    }
    for (int span = 0; span < partition.spanCount(); span++) {
      if (partition.kind(span) == Kind.CODE && partition.image(span) >= 0) {
        int owner = partition.owner(span);
        boolean isSymbol = owner >= 0 && owners.isSymbol(owner);
        boolean isCode =
            (isSymbol && isSized(owners, owner))
                ? isFunction(owners, owner)
                : isNamed[partition.image(span)];
        if (!isCode) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSized(Owners owners, int owner) {
    return owners.symbols(owner).memorySize(owners.symbolRow(owner)) > 0;
  }

  private static boolean isFunction(Owners owners, int owner) {
    return owners.symbols(owner).type(owners.symbolRow(owner)) == SymbolType.FUNCTION;
  }

  /** Whether the symbols name variables, so that one without a symbol is none. */
  private static boolean hasVariables(SymbolTable symbols) {
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.type(row) == SymbolType.OBJECT && symbols.memorySize(row) > 0) {
        return true;
      }
    }
    return false;
  }
}
