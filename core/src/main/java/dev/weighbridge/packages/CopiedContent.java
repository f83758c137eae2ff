package dev.weighbridge.packages;

import dev.weighbridge.packages.content.ContentHashes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Contents that are in a package more than once.
 *
 * @param sha256 of the contents, in hexadecimal digits
 * @param fileSize bytes of one copy
 * @param saving bytes of the package of all copies but the dearest: what travels in vain. Where one
 *     stream packs all of them, later ones are nearly free
 * @param entries all copies, in the order of the package; at least two
 */
public record CopiedContent(String sha256, long fileSize, long saving, List<PackageEntry> entries) {
  /** Checks and copies. */
  public CopiedContent {
    Objects.requireNonNull(entries, "entries");
    Objects.requireNonNull(sha256, "sha256");
    entries = List.copyOf(entries);
  }

  /** The contents that are there more than once, the largest saving first. */
  static List<CopiedContent> of(EntryTable table, ContentHashes hashes) {
    Map<String, List<PackageEntry>> byHash = new LinkedHashMap<>();
    Set<String> packages = new HashSet<>();
    // A package comes behind what is in it, which is not listed once more if it is a copy.
    int entry = table.count() - 1;
    while (entry >= 0) {
      EntryTable.Inside inside = table.inside(entry);
      String hash = hashes.of(entry);
      if (inside.fileSize() > 0 && !hash.isEmpty()) {
        byHash.computeIfAbsent(hash, key -> new ArrayList<>(1)).add(table.entry(entry));
      }
      boolean isCopy = inside.count() > 0 && !hash.isEmpty() && !packages.add(hash);
      entry -= isCopy ? inside.count() + 1 : 1;
    }
    List<CopiedContent> copied = new ArrayList<>();
    byHash.forEach(
        (hash, entries) -> {
          if (entries.size() > 1) {
            Collections.reverse(entries);
            copied.add(of(table, hash, entries));
          }
        });
    Collections.reverse(copied);
    copied.sort(
        Comparator.comparingLong(CopiedContent::saving)
            .thenComparingLong(CopiedContent::fileSize)
            .reversed());
    return copied;
  }

  /** The same of copies that somebody sees: none can be left out for one that is gone anyway. */
  static List<CopiedContent> seen(EntryTable table, List<CopiedContent> all) {
    List<CopiedContent> seen = new ArrayList<>();
    for (CopiedContent copy : all) {
      List<PackageEntry> entries = new ArrayList<>(copy.entries());
      entries.removeIf(PackageEntry::isHidden);
      if (entries.size() > 1) {
        seen.add(of(table, copy.sha256(), entries));
      }
    }
    return seen;
  }

  private static CopiedContent of(EntryTable table, String hash, List<PackageEntry> entries) {
    long sum = 0;
    long most = 0;
    for (PackageEntry entry : entries) {
      long shipped = table.inside(entry.index()).shipped();
      sum += shipped;
      most = Math.max(most, shipped);
    }
    long fileSize = table.inside(entries.get(0).index()).fileSize();
    return new CopiedContent(hash, fileSize, sum - most, entries);
  }
}
