package dev.weighbridge.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    Objects.requireNonNull(sha256, "sha256");
    entries = List.copyOf(entries);
  }

  /** The contents that are there more than once, the largest saving first. */
  static List<CopiedContent> of(EntryTable table, ContentHashes hashes) {
    Map<String, List<PackageEntry>> byHash = new LinkedHashMap<>();
    for (int entry = 0; entry < table.count(); entry++) {
      if (table.fileSize(entry) > 0 && !hashes.of(entry).isEmpty()) {
        byHash.computeIfAbsent(hashes.of(entry), key -> new ArrayList<>(1)).add(table.entry(entry));
      }
    }
    List<CopiedContent> copied = new ArrayList<>();
    byHash.forEach(
        (hash, entries) -> {
          if (entries.size() > 1) {
            long sum = entries.stream().mapToLong(PackageEntry::shipped).sum();
            long most = entries.stream().mapToLong(PackageEntry::shipped).max().orElse(0);
            copied.add(new CopiedContent(hash, entries.get(0).fileSize(), sum - most, entries));
          }
        });
    copied.sort(
        Comparator.comparingLong(CopiedContent::saving)
            .thenComparingLong(CopiedContent::fileSize)
            .reversed());
    return copied;
  }
}
