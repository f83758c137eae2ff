package dev.weighbridge.golang;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packages that the symbols of a program of Go are of. Immutable. */
public final class GoPackages {
  private static final DerivedKey<GoPackages> KEY = new Key();
  private static final String TABLE = "gopclntab";

  private final List<String> paths = new ArrayList<>();
  private final int[] packageOf;

  private GoPackages(Attribution attribution) {
    Owners owners = attribution.owners();
    packageOf = new int[isGo(attribution.file()) ? owners.firstLabel() : 0];
    Arrays.fill(packageOf, -1);
    Map<String, Integer> known = new HashMap<>();
    for (int owner = 0; owner < packageOf.length; owner++) {
      String path = isDefined(owners, owner) ? path(attribution.file(), owners, owner) : "";
      if (!path.isEmpty()) {
        Integer row = known.putIfAbsent(path, paths.size());
        packageOf[owner] = row == null ? paths.size() : row;
        if (row == null) {
          paths.add(path);
        }
      }
    }
  }

  private static boolean isDefined(Owners owners, int owner) {
    return owners.isSymbol(owner)
        && owners.symbols(owner).section(owners.symbolRow(owner)) != SymbolTable.UNDEFINED;
  }

  private record Key() implements DerivedKey<GoPackages> {
    @Override
    public String name() {
      return "packages of Go";
    }

    @Override
    public GoPackages derive(Attribution attribution, Work work) {
      return new GoPackages(attribution);
    }
  }

  /** The packages of a file, none if it is not of Go; found when first asked for, then kept. */
  public static GoPackages of(Attribution attribution) {
    return attribution.uncut().get(KEY);
  }

  /** Whether a file has the functions that Go's runtime lists, or a section for them. */
  public static boolean isGo(BinaryFile file) {
    for (BinaryImage image : file.images()) {
      for (int row = 0; row < image.sections().count(); row++) {
        if (image.sections().row(row).name().endsWith(TABLE)) {
          return true;
        }
      }
      if (image.structures().labels().contains("Go table head") || hasTable(image.symbols())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasTable(SymbolTable symbols) {
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.source(row) == SymbolSource.FUNCTION_TABLE) {
        return true;
      }
    }
    return false;
  }

  /** Tables of symbols of Mach-O have an underscore in front of each name. */
  private static String path(BinaryFile file, Owners owners, int owner) {
    String name = owners.text(owner);
    SymbolSource source = owners.symbols(owner).source(owners.symbolRow(owner));
    boolean isMarked =
        file.format().equals("Mach-O")
            && source != SymbolSource.FUNCTION_TABLE
            && name.startsWith("_");
    return GoName.packageOf(isMarked ? name.substring(1) : name);
  }

  /** How many packages there are. */
  public int count() {
    return paths.size();
  }

  /** The path of a package; {@link GoName#TYPE_ALGORITHMS} is in its place. */
  public String path(int row) {
    return paths.get(row);
  }

  /** The row of the package of an owner; -1 if it is of none. */
  public int ofOwner(int owner) {
    return owner < packageOf.length ? packageOf[owner] : -1;
  }
}
