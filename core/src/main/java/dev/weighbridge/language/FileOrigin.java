package dev.weighbridge.language;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.work.Work;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a file is written in and what made it, as far as it tells.
 *
 * <p>The notes of compilers tell it, the names of sections and libraries, the spelling of symbols,
 * and texts that only one run-time library has.
 *
 * @param toolchain what made most of it
 * @param languages the languages that are in it; empty if it does not tell
 * @param isByLld whether LLD says that it has linked it
 */
public record FileOrigin(Toolchain toolchain, Set<Language> languages, boolean isByLld) {
  private static final DerivedKey<FileOrigin> KEY = new Key();

  /** Copies. */
  public FileOrigin {
    Set<Language> copy = EnumSet.noneOf(Language.class);
    copy.addAll(languages);
    languages = Collections.unmodifiableSet(copy);
  }

  private record Key() implements DerivedKey<FileOrigin> {
    @Override
    public String name() {
      return "languages and toolchain";
    }

    @Override
    public FileOrigin derive(Attribution attribution, Work work) {
      OriginFinder found = new OriginFinder(attribution);
      return new FileOrigin(found.toolchain(), found.languages(), found.isByLld());
    }
  }

  /** The origin of a file; found when first asked for. */
  public static FileOrigin of(Attribution attribution) {
    return attribution.get(KEY);
  }

  /** Whether some of it is written in a language. */
  public boolean has(Language language) {
    return languages.contains(language);
  }

  /** Whether anything tells what it is written in. */
  public boolean isKnown() {
    return !languages.isEmpty();
  }
}
