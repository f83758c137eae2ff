package dev.weighbridge.lint.advice;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.language.FileOrigin;
import dev.weighbridge.language.Language;
import dev.weighbridge.lint.facts.FileRole;
import java.util.Locale;
import java.util.Set;

/**
 * Where a rule applies: a row of {@link Scopes}. An empty set stands for all.
 *
 * @param formats of the file: {@code elf}, {@code mach-o}, {@code pe}, {@code wasm}
 * @param machines of all its images: {@code x86_64}
 * @param toolchains that made most of it: {@code gcc}
 * @param languages of which all that are in it are some; a file that does not tell is not covered
 * @param roles what it is for: {@code program}
 */
record Scope(
    Set<String> formats,
    Set<String> machines,
    Set<String> toolchains,
    Set<String> languages,
    Set<String> roles) {

  /** Copies. */
  Scope {
    formats = Set.copyOf(formats);
    machines = Set.copyOf(machines);
    toolchains = Set.copyOf(toolchains);
    languages = Set.copyOf(languages);
    roles = Set.copyOf(roles);
  }

  /** Whether a rule applies to a file. */
  boolean covers(Attribution attribution) {
    BinaryFile file = attribution.file();
    FileOrigin origin = FileOrigin.of(attribution);
    return has(formats, file.format())
        && has(roles, FileRole.of(attribution).key())
        && has(toolchains, origin.toolchain().key())
        && coversMachines(file)
        && coversLanguages(origin);
  }

  private boolean coversMachines(BinaryFile file) {
    for (BinaryImage image : file.images()) {
      if (!has(machines, image.machine().architecture().name())) {
        return false;
      }
    }
    return true;
  }

  private boolean coversLanguages(FileOrigin origin) {
    if (languages.isEmpty()) {
      return true;
    }
    for (Language language : origin.languages()) {
      if (!has(languages, language.text())) {
        return false;
      }
    }
    return origin.isKnown();
  }

  private static boolean has(Set<String> allowed, String value) {
    return allowed.isEmpty() || allowed.contains(value.toLowerCase(Locale.ROOT));
  }
}
