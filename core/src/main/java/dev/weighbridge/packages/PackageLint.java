package dev.weighbridge.packages;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.packages.PackageFinding.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks through a package for what makes it larger than it need be. */
final class PackageLint {
  /**
   * A link to debug information elsewhere (.gnu_debuglink) stays when a file is stripped, and is
   * less than this.
   */
  private static final long LEAST_SYMBOLS = 512;

  /** Where package managers, compilers and interpreters keep what they can get again. */
  private static final Pattern CACHE =
      Pattern.compile(
          "(var/cache/(apt|apk|yum|dnf|zypp|pacman|man|debconf)|var/lib/apt/lists"
              + "|root/\\.(cache|cargo/registry|npm|gradle|m2)|home/[^/]+/\\.(cache|npm|gradle|m2)"
              + "|usr/local/cargo/registry|usr/local/share/\\.cache)/.+|(.*/)?__pycache__/.+");

  private final EntryTable table;
  private final Map<PackageRule, List<Place>> found = new EnumMap<>(PackageRule.class);

  /** Entries that travel in vain with the whole they are in, of which nothing else is told. */
  private final BitSet told = new BitSet();

  private PackageLint(EntryTable table) {
    this.table = table;
  }

  /**
   * What was found, by rule.
   *
   * @param scan of a package whose binaries were asked for kinds, their sections and what they ship
   * @param question what they answered
   * @param baseLayers how many layers the history says the base has; 0 if it does not say
   */
  static List<PackageFinding> of(
      PackageScan scan, BinaryQuestion question, List<CopiedContent> copies, int baseLayers) {
    PackageLint lint = new PackageLint(scan.table());
    lint.wholes();
    for (int entry = 0; entry < lint.table.count(); entry++) {
      if (!lint.told.get(entry)) {
        lint.entry(entry, question.answers().get(entry));
      }
    }
    scan.deflated().forEach(lint::deflated);
    lint.architectures();
    for (CopiedContent copy : CopiedContent.seen(lint.table, copies)) {
      String label = lint.label(copy.entries().get(0).index());
      String more = label + " and " + (copy.entries().size() - 1) + " more";
      lint.add(PackageRule.DUPLICATES, new Place(more, copy.saving()));
    }
    List<PackageFinding> findings = lint.findings();
    BaseImage.of(scan.table(), question.needed(), baseLayers).ifPresent(findings::add);
    findings.sort(
        Comparator.comparing(PackageFinding::severity)
            .thenComparing(PackageFinding::saving)
            .reversed());
    return findings;
  }

  /** Less than a tenth is not worth a word. */
  private void deflated(int entry, long size) {
    long saving = table.shipped(entry) - size;
    if (saving > table.shipped(entry) / 10) {
      boolean isStored = table.codec(entry).isEmpty();
      add(isStored ? PackageRule.STORED : PackageRule.BADLY_COMPRESSED, entry, saving);
    }
  }

  /** Finds what is hidden or a cache, each with all that is in it if it is a package itself. */
  private void wholes() {
    for (int entry = 0; entry < table.count(); entry++) {
      Work.checkAt(entry);
      boolean isHidden = table.isHidden(entry);
      if (table.isNested(entry) || !(isHidden || isCached(entry))) {
        continue;
      }
      int first = entry - table.inside(entry).count();
      long whole = 0;
      for (int in = first; in <= entry; in++) {
        whole += table.overhead(in) + table.shipped(in);
      }
      told.set(first, entry + 1);
      add(isHidden ? PackageRule.HIDDEN : PackageRule.CACHES, entry, whole);
    }
  }

  /** Folders are there before anything is put into them. */
  private boolean isCached(int entry) {
    return table.kind(entry) != EntryKind.DIRECTORY && CACHE.matcher(table.path(entry)).matches();
  }

  private void entry(int entry, @Nullable PackageRow binary) {
    long whole = table.overhead(entry) + table.shipped(entry);
    if (isCached(entry)) {
      add(PackageRule.CACHES, entry, whole);
      return;
    }
    String type = table.type(entry).label();
    switch (type) {
      case "debug file" -> add(PackageRule.DEBUG_FILES, entry, whole);
      case "static library", "object file" -> add(PackageRule.STATIC_LIBRARIES, entry, whole);
      case "ELF executable", "ELF shared object", "Wasm", "PE executable", "PE library" ->
          unstripped(entry, binary, List.of(Kind.DEBUG, Kind.NAMES));
      // Names of Mach-O are also those that it is linked by.
      case "Mach-O executable", "Mach-O library", "Mach-O universal" ->
          unstripped(entry, binary, List.of(Kind.DEBUG));
      default -> {}
    }
  }

  private void unstripped(int entry, @Nullable PackageRow binary, List<Kind> kinds) {
    long bytes = 0;
    if (binary == null) {
      return;
    }
    boolean isElf = table.type(entry).format().equals("ELF");
    for (Kind kind : kinds) {
      PackageRow row = binary.belowByLabel().get("[" + kind.key() + "]");
      bytes += row == null ? 0 : removable(row, isElf);
    }
    add(PackageRule.UNSTRIPPED, entry, bytes < LEAST_SYMBOLS ? 0 : bytes);
  }

  /** Of ELF strip leaves all that is loaded, such as the .BTF of a kernel. */
  private static long removable(PackageRow kind, boolean isElf) {
    long bytes = kind.value(PackageMeasures.SHIPPED);
    for (PackageRow section : kind.belowByLabel().values()) {
      bytes -= isElf && section.memorySize() > 0 ? section.value(PackageMeasures.SHIPPED) : 0;
    }
    return bytes;
  }

  private void architectures() {
    Map<String, Long> machines = new TreeMap<>();
    for (int entry = 0; entry < table.count(); entry++) {
      String machine = table.type(entry).machine();
      // A module of Wasm runs on every machine.
      boolean isOfOne = !machine.isEmpty() && !table.type(entry).format().equals("Wasm");
      if (isOfOne && !table.isHidden(entry)) {
        machines.merge(machine, table.shipped(entry), Long::sum);
      }
    }
    if (machines.size() > 1) {
      machines.forEach(
          (machine, bytes) -> add(PackageRule.ARCHITECTURES, new Place(machine, bytes)));
    }
  }

  private String label(int entry) {
    String layer = table.layer(entry) == 0 ? "" : layerName(entry) + "!";
    return layer + table.path(entry);
  }

  private String layerName(int entry) {
    return table.layers().get(table.layer(entry)).label();
  }

  private void add(PackageRule rule, int entry, long bytes) {
    add(rule, new Place(label(entry), bytes));
  }

  private void add(PackageRule rule, Place place) {
    if (place.shipped() > 0) {
      found.computeIfAbsent(rule, key -> new ArrayList<>()).add(place);
    }
  }

  private List<PackageFinding> findings() {
    List<PackageFinding> findings = new ArrayList<>();
    found.forEach((rule, places) -> findings.add(finding(rule, places)));
    return findings;
  }

  private static PackageFinding finding(PackageRule rule, List<Place> places) {
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparingLong(Place::shipped).reversed());
    long sum = sorted.stream().mapToLong(Place::shipped).sum();
    // Of several machines one stays.
    long stays = rule == PackageRule.ARCHITECTURES ? sorted.get(0).shipped() : 0;
    String bytes = String.format(Locale.ROOT, "%,d bytes of ", sum - stays);
    return new PackageFinding(
        rule.id(), rule.severity(), bytes + rule.what(), sum - stays, rule.help(), sorted);
  }
}
