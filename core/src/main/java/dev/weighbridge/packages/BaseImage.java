package dev.weighbridge.packages;

import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.packages.PackageFinding.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What of the base image of a container image the programs above it are linked to: what they need,
 * and what that needs, by the names of libraries. All else a smaller base would leave out.
 */
final class BaseImage {
  /** What a root file system has, whoever made it. */
  private static final List<String> ROOT_FILES =
      List.of("etc/os-release", "usr/lib/os-release", "etc/alpine-release");

  private static final int SHOWN = 4;

  private final EntryTable table;
  private final Map<Integer, List<String>> needed;
  private final int baseLayers;

  /** Files by the last part of their paths; links lead to that of another. */
  private final Map<String, Integer> files = new HashMap<>();

  private final Map<String, String> links = new HashMap<>();

  private BaseImage(EntryTable table, Map<Integer, List<String>> needed, int baseLayers) {
    this.table = table;
    this.needed = needed;
    this.baseLayers = baseLayers;
    for (int entry = 0; entry < table.count(); entry++) {
      if (isSeen(entry) && !table.isNested(entry)) {
        note(entry);
      }
    }
  }

  /**
   * What is found; nothing if there is no base, or no program above it.
   *
   * @param needed the libraries that binaries need, by entry
   * @param told how many layers the history says the base has; 0 if it does not say
   */
  static Optional<PackageFinding> of(
      EntryTable table, Map<Integer, List<String>> needed, int told) {
    int layers = told > 0 ? told : rootLayer(table);
    return layers == 0 ? Optional.empty() : new BaseImage(table, needed, layers).finding();
  }

  /** The lowest layer, if it is a root file system and not the only one. */
  private static int rootLayer(EntryTable table) {
    for (int entry = 0; entry < table.count() && table.layers().size() > 2; entry++) {
      if (table.layer(entry) == 1 && ROOT_FILES.contains(table.path(entry))) {
        return 1;
      }
    }
    return 0;
  }

  private boolean isSeen(int entry) {
    return table.layer(entry) > 0 && !table.isHidden(entry);
  }

  private boolean isBase(int entry) {
    return table.layer(entry) <= baseLayers;
  }

  private void note(int entry) {
    String name = lastOf(table.path(entry));
    if (table.kind(entry) == EntryKind.FILE) {
      files.put(name, entry);
    } else if (!table.link(entry).isEmpty()) {
      links.put(name, lastOf(table.link(entry)));
    }
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Optional<PackageFinding> finding() {
    BitSet kept = new BitSet();
    Collection<String> names = new TreeSet<>();
    Collection<String> missing = new TreeSet<>();
    if (!follow(kept, names, missing)) {
      return Optional.empty();
    }
    long[] left = new long[baseLayers + 1];
    long keptBytes = 0;
    int scripts = 0;
    for (int entry = 0; entry < table.count(); entry++) {
      if (!isSeen(entry)) {
        continue;
      }
      long bytes = table.overhead(entry) + table.shipped(entry);
      if (!isBase(entry)) {
        boolean isFile = !table.isNested(entry);
        scripts += isFile && table.type(entry).label().equals("script") ? 1 : 0;
      } else if (kept.get(entry)) {
        keptBytes += bytes;
      } else {
        left[table.layer(entry)] += bytes;
      }
    }
    List<Place> places = new ArrayList<>();
    long sum = 0;
    for (int layer = 1; layer <= baseLayers; layer++) {
      sum += left[layer];
      places.add(new Place(table.layers().get(layer).label(), left[layer]));
    }
    if (sum == 0) {
      return Optional.empty();
    }
    PackageRule rule = PackageRule.BASE_IMAGE;
    String message = String.format(Locale.ROOT, "%,d bytes of %s", sum, rule.what());
    String help = share() + help(names, missing, keptBytes, scripts);
    return Optional.of(new PackageFinding(rule.id(), rule.severity(), message, sum, help, places));
  }

  /** What of the whole image the base is, what a later layer hides and its own headers included. */
  private String share() {
    long base = 0;
    long all = 0;
    for (int entry = 0; entry < table.count(); entry++) {
      long bytes = table.overhead(entry) + table.shipped(entry);
      all += bytes;
      base += table.layer(entry) > 0 && isBase(entry) ? bytes : 0;
    }
    for (OwnBytes own : table.own()) {
      all += own.shipped();
      base += own.layer() > 0 && own.layer() <= baseLayers ? own.shipped() : 0;
    }
    return String.format(
        Locale.ROOT, "the base is %,d bytes, %.1f %% of the image; ", base, 100.0 * base / all);
  }

  /** Follows the programs above the base; whether there are any. */
  private boolean follow(BitSet kept, Collection<String> names, Collection<String> missing) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int entry : needed.keySet()) {
      if (isSeen(entry) && !isBase(entry)) {
        open.add(entry);
      }
    }
    boolean areAny = !open.isEmpty();
    while (!open.isEmpty()) {
      for (String library : needed.getOrDefault(open.remove(), List.of())) {
        names.add(library);
        Integer found = files.get(resolved(library));
        if (found == null) {
          missing.add(library);
        } else if (!kept.get(found)) {
          kept.set(found);
          open.add(found);
        }
      }
    }
    return areAny;
  }

  private String resolved(String library) {
    String name = lastOf(library);
    // Links to links are two or three.
    for (int i = 0; i < 8 && !files.containsKey(name) && links.containsKey(name); i++) {
      name = links.getOrDefault(name, name);
    }
    return name;
  }

  private static String help(
      Collection<String> names, Collection<String> missing, long keptBytes, int scripts) {
    StringBuilder text = new StringBuilder();
    if (names.isEmpty()) {
      text.append("programs above it need no library: an empty base is enough for them");
    } else {
      text.append("programs above it need ").append(some(names));
      text.append(String.format(Locale.ROOT, ", %,d bytes of it: ", keptBytes));
      text.append(
          "a distroless base leaves the rest out, with a static musl target all of it goes");
    }
    if (!missing.isEmpty()) {
      text.append("; not in the image: ").append(some(missing));
    }
    if (scripts > 0) {
      text.append(
          scripts == 1 ? "; a script above it needs" : "; " + scripts + " scripts above it need");
      text.append(" an interpreter, too");
    }
    return text.append("; what is loaded by name at run time is not seen").toString();
  }

  private static String some(Collection<String> names) {
    List<String> first = names.stream().limit(SHOWN).toList();
    int more = names.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }
}
