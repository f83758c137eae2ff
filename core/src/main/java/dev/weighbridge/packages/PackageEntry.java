package dev.weighbridge.packages;

import dev.weighbridge.formats.packages.entries.EntryKind;
import java.util.Objects;

/**
 * One entry of a package, as a view of a row of its table.
 *
 * @param index its number, from 0
 * @param layer which layer or archive of the package it is in, an index into {@link
 *     EntryTable#layers}
 * @param path its path, without the {@code ./} and {@code /} before it: text that nobody has
 *     checked
 * @param kind what it is
 * @param link where a link leads; empty if it is none or does not say
 * @param codec how its contents are packed by themselves; empty if they are not
 * @param problem why its contents cannot be unpacked; empty if they can
 * @param type what its contents are: {@code ELF executable}
 * @param overhead bytes of the package of its headers and padding
 * @param shipped bytes of the package of its contents
 * @param fileSize bytes of its contents
 * @param isHidden whether something later replaces or removes it, so that nobody sees its contents
 */
public record PackageEntry(
    int index,
    int layer,
    String path,
    EntryKind kind,
    String link,
    String codec,
    String problem,
    String type,
    long overhead,
    long shipped,
    long fileSize,
    boolean isHidden) {
  /** Refuses null. */
  public PackageEntry {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(codec, "codec");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(type, "type");
  }
}
