package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.crates.names.SourceFolders;
import dev.weighbridge.crates.names.SourceVersions;
import dev.weighbridge.crates.names.UnitName;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.libraries.LibraryRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The crates that units of debug information are of. The compiler of Rust names a unit by the file
 * that its crate begins with, and by the crate and its number: {@code
 * /registry/src/index/dup-1.0.0/src/lib.rs/@/dup.c467968dc459f219-cgu.0}. Folders tell versions.
 *
 * <p>Only the first entries of units are read. May be used by several threads.
 */
public final class CrateUnits {
  /** Where the toolchain was built, for crates of std, and for copies that std ships. */
  private static final List<String> STD_FOLDERS = List.of("/rustc/", "/rust/deps/");

  private static final DerivedKey<CrateUnits> KEY = new Key();

  private record Key() implements DerivedKey<CrateUnits> {
    @Override
    public String name() {
      return "crates of units";
    }

    @Override
    public CrateUnits derive(Attribution attribution, Work work) {
      return new CrateUnits(attribution);
    }
  }

  /** A unit that is of some crate: the first of that crate. */
  private record FirstUnit(UnitTable units, int row) {}

  /** What sources are looked up by. */
  private record FolderKey(String crate, int image) {}

  private final List<BinaryImage> images;
  private final Map<CrateName, FirstUnit> firsts = new HashMap<>();
  private final Map<String, List<CrateName>> byName = new HashMap<>();
  private final Map<CrateName, String> versions = new HashMap<>();
  private final Map<FolderKey, SourceFolders> folders = new HashMap<>();
  private @Nullable SourceVersions sources;

  private CrateUnits(Attribution attribution) {
    images = attribution.file().images();
    for (BinaryImage image : images) {
      if (image.debug().isPresent()) {
        add(image.debug().units());
      }
    }
  }

  private void add(UnitTable units) {
    for (int row = 0; row < units.count(); row++) {
      Optional<CrateName> crate = crate(units, row);
      if (crate.isPresent() && firsts.putIfAbsent(crate.get(), new FirstUnit(units, row)) == null) {
        byName.computeIfAbsent(crate.get().name(), name -> new ArrayList<>()).add(crate.get());
      }
    }
  }

  private static Optional<CrateName> crate(UnitTable units, int row) {
    String name = units.name(row);
    boolean isRust = name.contains(UnitName.BEHIND_SOURCE);
    Optional<CrateName> crate = isRust ? UnitName.of(name, "").crate() : Optional.empty();
    return crate.filter(known -> known.disambiguator() != 0);
  }

  /** What the debug information of a file says; units are read when first asked for, then kept. */
  public static CrateUnits of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return attribution.uncut().get(KEY);
  }

  /** Whether any image of a file has debug information; tells it without reading. */
  static boolean mayTell(Attribution attribution) {
    for (BinaryImage image : attribution.file().images()) {
      if (image.debug().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The crates of a name that have units, with their numbers; in the order of the units. */
  List<CrateName> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** The crate whose unit has the code at an address of an image, if any has. */
  Optional<CrateName> at(int image, long address) {
    UnitTable units = images.get(image).debug().units();
    int row = units.code().rowAt(address);
    return row < 0 ? Optional.empty() : crate(units, row);
  }

  /**
   * Whether a crate was compiled where the standard library is; of one without a number, whether
   * all of its name were. Empty if no unit tells, or if they differ.
   */
  Optional<Boolean> isOfStd(Crate crate) {
    if (crate.disambiguator() != 0) {
      return isOfStd(new CrateName(crate.name(), crate.disambiguator()));
    }
    Set<Boolean> told = new LinkedHashSet<>();
    named(crate.name()).forEach(name -> isOfStd(name).ifPresent(told::add));
    return told.size() == 1 ? Optional.of(told.iterator().next()) : Optional.empty();
  }

  private Optional<Boolean> isOfStd(CrateName crate) {
    FirstUnit unit = firsts.get(crate);
    if (unit == null) {
      return Optional.empty();
    }
    String name = unit.units().name(unit.row());
    String folder = unit.units().directory(unit.row());
    return Optional.of(
        STD_FOLDERS.stream().anyMatch(std -> name.startsWith(std) || folder.startsWith(std)));
  }

  /** The version that the folders of a crate's units tell; empty if none does. */
  synchronized String version(CrateName crate) {
    FirstUnit unit = firsts.get(crate);
    return unit == null
        ? ""
        : versions.computeIfAbsent(
            crate,
            known ->
                LibraryRules.builtIn()
                    .of(unit.units().directory(unit.row()), unit.units().name(unit.row()))
                    .version());
  }

  /**
   * The version of a crate: by its units, or, where the name has no number, by those of the only
   * crate of the name.
   *
   * @return empty if nothing tells, or if several could be meant
   */
  public String version(Crate crate) {
    Objects.requireNonNull(crate, "crate");
    CrateName name = new CrateName(crate.name(), crate.disambiguator());
    if (crate.disambiguator() != 0 || crate.origin() == CrateOrigin.NATIVE) {
      return version(name);
    }
    List<CrateName> known = named(crate.name());
    boolean isOne =
        known.size() == 1
            && isOfStd(known.get(0)).orElse(false) == (crate.origin() == CrateOrigin.STANDARD);
    return isOne ? version(known.get(0)) : "";
  }

  /**
   * The version of a crate of the program that has no unit, because all of it was compiled where it
   * was needed: by the folders of its sources. Lines are read for it.
   *
   * @return empty if none tells, if several could be meant, or if the crate has a unit
   */
  public String versionOfSources(Crate crate) {
    Objects.requireNonNull(crate, "crate");
    boolean mayBe = crate.origin() == CrateOrigin.USER && named(crate.name()).isEmpty();
    Set<String> found = mayBe ? sources().of(crate.name()) : Set.of();
    return found.size() == 1 ? found.iterator().next() : "";
  }

  /**
   * The crate that some code of a crate without a number is of, where there are several of the
   * name: that in whose folder all of its sources lie that are in the folder of any.
   */
  Optional<CrateName> ofSources(String name, int image, long address, long size) {
    int found = folders(name, image).at(address, size);
    return found < 0 ? Optional.empty() : Optional.of(named(name).get(found));
  }

  /**
   * Whether code that the unit of a crate has can be of that crate, where there are several of its
   * name: units have copies of what generic code of other crates they need. The first line of code
   * is mostly where its function is written.
   */
  boolean isOwn(CrateName crate, int image, long address, long size) {
    SourceFolders known = folders(crate.name(), image);
    int own = named(crate.name()).indexOf(crate);
    int found = known.first(address, size);
    return found == own || (found < 0 && known.isLibrary(own));
  }

  private synchronized SourceFolders folders(String name, int image) {
    return folders.computeIfAbsent(
        new FolderKey(name, image),
        key -> new SourceFolders(images.get(image).debug().lines(), rootsOf(name)));
  }

  /** The files that the crates of a name begin with. */
  private List<String> rootsOf(String name) {
    List<String> found = new ArrayList<>();
    for (CrateName crate : named(name)) {
      FirstUnit unit = Objects.requireNonNull(firsts.get(crate), "a crate of a unit");
      String source = unit.units().name(unit.row());
      source = source.substring(0, source.lastIndexOf(UnitName.BEHIND_SOURCE)).replace('\\', '/');
      found.add(root(unit.units().directory(unit.row()).replace('\\', '/'), source));
    }
    return found;
  }

  /** The path of a file as lines have it; where paths were remapped, both parts may be relative. */
  private static String root(String directory, String source) {
    boolean isAbsolute = source.startsWith("/") || source.startsWith(":/", 1);
    boolean isWhole = isAbsolute || directory.isEmpty() || source.startsWith(directory + "/");
    String path = isWhole ? source : directory + "/" + source;
    return path.startsWith("./") ? path.substring(2) : path;
  }

  private synchronized SourceVersions sources() {
    if (sources == null) {
      sources = new SourceVersions(images);
    }
    return sources;
  }

  @Override
  public String toString() {
    return byName.size() + " crates";
  }
}
