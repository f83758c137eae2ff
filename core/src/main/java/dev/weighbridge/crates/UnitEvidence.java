package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.crates.names.PathName;
import dev.weighbridge.crates.names.UnitName;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.columns.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The compile units of a file: which owners are of which, and whose each is.
 *
 * <p>Link-time optimisation merges units: what it makes carries the name of one of them but holds
 * code of all. Such a unit tells nothing; it is known by what its symbols say, of which a few are
 * looked at, or by the want of std's units.
 */
final class UnitEvidence {
  private static final int SAMPLES = 64;

  /** A unit of which every fourth sample was compiled elsewhere is merged. */
  private static final int MERGED_SHARE = 4;

  /** Where a toolchain keeps std: {@code lib/rustlib/TARGET/lib}. */
  private static final String STD_FOLDER = "/rustlib/";

  private final Attribution attribution;
  private final CrateRows crates;
  private final int[] unitOf;
  private final int[] base;
  private final int[] crateOfUnit;
  private final String[] start;
  private final boolean[] isRust;
  private final boolean[] isObject;
  private final ArchivePlace[] places;
  private final int[] samples;
  private final int[] foreignSamples;
  private final boolean[] isOfMergedProgram;
  private final UnitRanges[] ranges;

  /** Whether units of any image say at which addresses they lie. */
  private final boolean haveRanges;

  UnitEvidence(Attribution attribution, CrateRows crates) {
    this.attribution = attribution;
    this.crates = crates;
    List<BinaryImage> images = attribution.file().images();
    base = new int[images.size() + 1];
    for (int i = 0; i < images.size(); i++) {
      base[i + 1] = base[i] + images.get(i).members().count();
    }
    int count = base[images.size()];
    crateOfUnit = new int[count];
    start = new String[count];
    isRust = new boolean[count];
    isObject = new boolean[count];
    places = new ArchivePlace[count];
    samples = new int[count];
    foreignSamples = new int[count];
    isOfMergedProgram = new boolean[count];
    ranges = new UnitRanges[images.size()];
    unitOf = new int[count == 0 ? 0 : attribution.owners().count()];
    Arrays.fill(unitOf, -1);
    for (int i = 0; i < images.size(); i++) {
      MemberTable units = images.get(i).members();
      name(units, base[i]);
      runs(units, i);
      if (MergedProgram.of(attribution).isImage(i)) {
        merge(base[i], base[i + 1]);
      }
      ranges[i] = new UnitRanges(units);
    }
    boolean haveAny = false;
    for (UnitRanges known : ranges) {
      haveAny |= known.exist();
    }
    haveRanges = haveAny;
  }

  private void name(MemberTable units, int first) {
    List<UnitName> names = new ArrayList<>(units.count());
    for (int unit = 0; unit < units.count(); unit++) {
      names.add(UnitName.of(units.name(unit), units.container(unit)));
    }
    Map<String, CrateName> numbered = numbered(names);
    for (int unit = 0; unit < units.count(); unit++) {
      UnitName name = names.get(unit);
      start[first + unit] = name.start();
      isRust[first + unit] = name.isRust();
      isObject[first + unit] = units.name(unit).endsWith(".o");
      places[first + unit] = ArchivePlace.of(units.container(unit));
      crateOfUnit[first + unit] = -1;
      if (name.crate().isPresent()) {
        CrateName told = name.crate().get();
        CrateName meant =
            told.disambiguator() == 0 ? numbered.getOrDefault(told.name(), told) : told;
        crateOfUnit[first + unit] = crates.of(meant, CrateOrigin.USER);
      } else if (!name.isRust()) {
        crateOfUnit[first + unit] = crates.of(new CrateName(name.library(), 0), CrateOrigin.NATIVE);
      }
    }
  }

  /** Crates by name, of which units of one number are there: what has no number is of that one. */
  private static Map<String, CrateName> numbered(List<UnitName> units) {
    Map<String, CrateName> numbered = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (UnitName unit : units) {
      Optional<CrateName> crate = unit.crate();
      if (crate.isPresent() && crate.get().disambiguator() != 0) {
        CrateName first = numbered.putIfAbsent(crate.get().name(), crate.get());
        if (first != null && !first.equals(crate.get())) {
          several.add(first.name());
        }
      }
    }
    numbered.keySet().removeAll(several);
    return numbered;
  }

  private void merge(int start, int end) {
    for (int unit = start; unit < end; unit++) {
      isOfMergedProgram[unit] = isRust[unit] && !isStandard(crateOfUnit[unit]);
    }
  }

  /** The compiler's own functions are never merged. */
  private boolean isStandard(int crate) {
    return crate >= 0 && PathName.isStandard(crates.crate(crate).name());
  }

  private void runs(MemberTable units, int image) {
    Owners owners = attribution.owners();
    for (int run = 0; run < units.runCount(); run++) {
      for (int row = units.runStart(run); row < units.runEnd(run); row++) {
        int owner = owners.ofSymbol(image, row);
        if (owner >= 0 && unitOf[owner] < 0) {
          unitOf[owner] = base[image] + units.runMember(run);
        }
      }
    }
  }

  /** How many units there are. */
  int count() {
    return crateOfUnit.length;
  }

  /** The unit of an owner, numbered over all images; -1 if unknown. */
  int of(int owner) {
    if (unitOf.length == 0 || !haveRanges) {
      return unitOf.length == 0 ? -1 : unitOf[owner];
    }
    return ofAddress(owner);
  }

  private int ofAddress(int owner) {
    Owners owners = attribution.owners();
    int image = unitOf[owner] >= 0 ? -1 : owners.image(owner);
    return image < 0 || !ranges[image].exist()
        ? unitOf[owner]
        : unit(image, ranges[image].at(owners.address(owner), 1));
  }

  /** The unit that all bytes of a span without an owner are of; -1 if unknown. */
  int ofSpan(int span) {
    return haveRanges ? ofAddresses(span) : -1;
  }

  private int ofAddresses(int span) {
    int image = attribution.partition().image(span);
    long address = image < 0 || !ranges[image].exist() ? -1 : attribution.address(span);
    long size = attribution.partition().end(span) - attribution.partition().start(span);
    return address == -1 ? -1 : unit(image, ranges[image].at(address, size));
  }

  /** Says in which unit an owner is after all; nothing where no units are known. */
  void place(int owner, int unit) {
    if (unitOf.length > 0) {
      unitOf[owner] = unit;
    }
  }

  private int unit(int image, int row) {
    return row < 0 ? -1 : base[image] + row;
  }

  /** The row of the crate or library that a unit is of; -1 if its name does not tell. */
  int crate(int unit) {
    return crateOfUnit[unit];
  }

  /** Says whose a unit is after all. */
  void tell(int unit, int crate) {
    crateOfUnit[unit] = crate;
  }

  /** The name of the file that a unit is of, without folders. */
  String file(int unit) {
    int image = Arrays.binarySearch(base, unit);
    image = image < 0 ? -image - 2 : image;
    while (base[image + 1] <= unit) {
      image++;
    }
    String name = attribution.file().images().get(image).members().name(unit - base[image]);
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  /** Whether the compiler of Rust made a unit. */
  boolean isRust(int unit) {
    return isRust[unit];
  }

  /** Whether the compiler of Rust made any unit of an image. */
  boolean hasRust(int image) {
    boolean hasRust = false;
    for (int unit = base[image]; unit < base[image + 1]; unit++) {
      hasRust |= isRust[unit];
    }
    return hasRust;
  }

  /** Whether a unit is named like an object file: linkers name those so that name no source. */
  boolean isObject(int unit) {
    return isObject[unit];
  }

  /** Where the archive of a unit stands. */
  ArchivePlace archive(int unit) {
    return places[unit];
  }

  /** Where the archive of a unit stands, as far as its path tells. */
  enum ArchivePlace {
    /** Nothing tells, or there is no archive. */
    UNKNOWN,
    /** In the folder in which toolchains keep std. */
    TOOLCHAIN,
    /** In another folder. */
    ELSEWHERE;

    private static ArchivePlace of(String archive) {
      String path = archive.replace('\\', '/');
      if (path.indexOf('/') < 0) {
        return UNKNOWN;
      }
      return path.contains(STD_FOLDER) ? TOOLCHAIN : ELSEWHERE;
    }
  }

  /** Whether a unit still takes samples. */
  boolean wantsSample(int unit) {
    return unit >= 0 && samples[unit] < SAMPLES;
  }

  /** Tells in which crate a symbol of a unit was compiled by its name; -1 if that is silent. */
  void sample(int unit, int crate) {
    if (crate >= 0) {
      samples[unit]++;
      if (crateOfUnit[unit] < 0) {
        crateOfUnit[unit] = crate;
      } else if (crateOfUnit[unit] != crate) {
        foreignSamples[unit]++;
      }
    }
  }

  /**
   * Tells of a crate some of whose own code is in a unit: it is the unit's if the unit has only the
   * start of a name, and it is the only one that starts so.
   */
  void mention(int unit, int crate) {
    if (unit < 0 || crate < 0 || start[unit].isEmpty()) {
      return;
    }
    if (crates.crate(crate).name().startsWith(start[unit])) {
      if (crateOfUnit[unit] >= 0 && crateOfUnit[unit] != crate) {
        start[unit] = "";
        crateOfUnit[unit] = -1;
      } else {
        crateOfUnit[unit] = crate;
      }
    }
  }

  /** Whether a unit holds the code of several crates, after all samples. */
  boolean isMerged(int unit) {
    return isNamelessMerger(unit) || foreignSamples[unit] * MERGED_SHARE > samples[unit];
  }

  /** Whether a unit holds the code of a whole program, and no mangled name says whose. */
  boolean isNamelessMerger(int unit) {
    return isOfMergedProgram[unit] && samples[unit] == 0;
  }

  /** The crate or library that everything in a unit is of; -1 if there is no one such. */
  int soleCrate(int unit) {
    return unit < 0 || isMerged(unit) ? -1 : crateOfUnit[unit];
  }

  /** Ranges of addresses by unit, in ascending order. */
  private static final class UnitRanges {
    private final long[] start;
    private final int[] order;
    private final MemberTable units;

    UnitRanges(MemberTable units) {
      this.units = units;
      long[] starts = new long[units.rangeCount()];
      for (int i = 0; i < starts.length; i++) {
        starts[i] = units.rangeAddress(i);
      }
      order = Order.ascending(starts, starts.length);
      start = new long[starts.length];
      for (int i = 0; i < starts.length; i++) {
        start[i] = starts[order[i]];
      }
    }

    boolean exist() {
      return start.length > 0;
    }

    /** The unit of the range that holds some bytes, or -1. */
    int at(long address, long size) {
      int found = Arrays.binarySearch(start, address);
      int position = found >= 0 ? found : -found - 2;
      if (position < 0) {
        return -1;
      }
      int range = order[position];
      boolean holds = address + size <= units.rangeAddress(range) + units.rangeSize(range);
      return holds ? units.rangeMember(range) : -1;
    }
  }
}
