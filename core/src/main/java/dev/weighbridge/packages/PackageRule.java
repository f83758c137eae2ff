package dev.weighbridge.packages;

import dev.weighbridge.lint.Severity;
import java.util.Locale;

/** What is looked for in packages. */
enum PackageRule {
  HIDDEN(
      Severity.WARNING,
      "files that something later replaces or removes, and that travel all the same",
      "remove them in the step that makes them, or build in one stage and copy from it"),
  UNSTRIPPED(
      Severity.WARNING,
      "symbol names and debug information of programs and libraries",
      "strip them before they are packed"),
  DEBUG_FILES(
      Severity.WARNING,
      "files of debug information",
      "leave them out, or ship them in a package of their own"),
  STATIC_LIBRARIES(
      Severity.NOTE,
      "static libraries and object files, which nothing needs at run time",
      "leave them out, or ship them in a package for developers"),
  CACHES(
      Severity.WARNING,
      "caches of package managers and compilers",
      "clean them in the step that fills them"),
  BASE_IMAGE(
      Severity.NOTE,
      "the base image that the programs above it are not linked to",
      "build on a smaller base"),
  DUPLICATES(
      Severity.NOTE,
      "contents that travel more than once",
      "keep one and link to it; weighbridge duplicates lists them"),
  STORED(
      Severity.NOTE,
      "entries that are stored as they are and would deflate",
      "compress them, unless they must be mapped from the package"),
  BADLY_COMPRESSED(
      Severity.NOTE,
      "entries that deflate to less at level 9",
      "compress them with a higher level"),
  ARCHITECTURES(
      Severity.NOTE,
      "binaries of more than one machine",
      "ship a package for each machine, if users need only one");

  private final Severity severity;
  private final String what;
  private final String help;

  PackageRule(Severity severity, String what, String help) {
    this.severity = severity;
    this.what = what;
    this.help = help;
  }

  /** The word for it: {@code package-debug-files}. */
  String id() {
    return "package-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Severity severity() {
    return severity;
  }

  /** What was found, so that a number can stand before it. */
  String what() {
    return what;
  }

  String help() {
    return help;
  }
}
