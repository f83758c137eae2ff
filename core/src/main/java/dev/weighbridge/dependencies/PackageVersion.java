package dev.weighbridge.dependencies;

import java.util.List;
import java.util.Objects;

/**
 * One of several versions of a package in a program.
 *
 * @param name of the package
 * @param version one of them
 * @param fileSize bytes that are of this version for certain
 * @param openSize bytes that may be of this version or of another
 * @param path a shortest way from the program's package to it, both included
 */
public record PackageVersion(
    String name, String version, long fileSize, long openSize, List<String> path) {
  /** Checks that nothing is missing and copies the list. */
  public PackageVersion {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    path = List.copyOf(path);
  }
}
