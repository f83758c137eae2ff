package dev.weighbridge.packages;

import dev.weighbridge.duplicates.SharedBody;
import dev.weighbridge.packages.content.ContentHashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is in a package more than once.
 *
 * @param contents contents of entries, the largest saving first
 * @param bodies functions and data of different binaries, the largest saving first
 */
public record PackageDuplicates(List<CopiedContent> contents, List<CopiedBody> bodies) {
  /** Copies the lists. */
  public PackageDuplicates {
    Objects.requireNonNull(contents, "contents");
    Objects.requireNonNull(bodies, "bodies");
    contents = List.copyOf(contents);
    bodies = List.copyOf(bodies);
  }

  static PackageDuplicates of(PackageScan scan, ContentHashes hashes, BinaryBodies compared) {
    EntryTable table = scan.table();
    List<CopiedBody> bodies = new ArrayList<>();
    for (SharedBody body : compared.list()) {
      List<PackageEntry> entries =
          body.files().stream().map(file -> table.entry(compared.entry(file))).toList();
      bodies.add(
          new CopiedBody(
              body.what(),
              body.label(),
              body.copyCount(),
              body.fileSize(),
              body.saving(),
              entries));
    }
    return new PackageDuplicates(CopiedContent.of(table, hashes), bodies);
  }
}
