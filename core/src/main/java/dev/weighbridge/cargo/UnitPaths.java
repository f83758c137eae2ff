package dev.weighbridge.cargo;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.Crate;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.debug.UnitTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells versions of a crate from each other by debug information: the compiler of Rust names a unit
 * by the file that its crate begins with, and by the crate's disambiguator, as in {@code
 * /registry/src/index/dup-1.0.0/src/lib.rs/@/dup.c467968dc459f219-cgu.0}.
 */
final class UnitPaths {
  private static final Pattern UNIT =
      Pattern.compile("(.+)[/\\\\]@[/\\\\](\\w+)\\.([0-9a-f]{1,16})-cgu\\.\\d+.*");

  /** The files that crates begin with, by their names and disambiguators. */
  private final Map<String, String> paths = new HashMap<>();

  UnitPaths(Attribution attribution) {
    for (BinaryImage image : attribution.file().images()) {
      UnitTable units = image.debug().units();
      for (int unit = 0; unit < units.count(); unit++) {
        Matcher name = UNIT.matcher(units.name(unit));
        if (name.matches()) {
          String file = name.group(1).replace('\\', '/');
          String path = isAbsolute(file) ? file : units.directory(unit) + "/" + file;
          long disambiguator = Long.parseUnsignedLong(name.group(3), 16);
          paths.putIfAbsent(key(name.group(2), disambiguator), path.replace('\\', '/'));
        }
      }
    }
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':');
  }

  private static String key(String name, long disambiguator) {
    return name + " " + Long.toHexString(disambiguator);
  }

  /** Those of some packages that a crate's path is of; all of them if it tells nothing. */
  List<CargoPackage> narrowed(Crate crate, List<CargoPackage> some) {
    String path = paths.getOrDefault(key(crate.name(), crate.disambiguator()), "");
    List<CargoPackage> found =
        path.isEmpty() ? some : some.stream().filter(one -> isOf(path, one)).toList();
    return found.isEmpty() ? some : found;
  }

  private static boolean isOf(String path, CargoPackage one) {
    return path.equals(one.libraryPath().replace('\\', '/'))
        || path.contains("/" + one.name() + "-" + one.version() + "/");
  }
}
