package dev.weighbridge.language;

import dev.weighbridge.formats.BinaryFile;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The language of the code in a file that is not Rust, if it is one that is neither C nor C++. Told
 * without reading the file: by sections, libraries and the spelling of names.
 */
public final class NativeLanguage {
  /** What is beside code of any language, or is how another one works. */
  private static final Set<Language> BESIDE =
      Set.of(Language.C, Language.CPP, Language.OBJECTIVE_C, Language.RUST, Language.DOTNET);

  /** One name alone may be chance. */
  private static final int SOME = 2;

  private NativeLanguage() {}

  /** The language; empty if it may be C or C++, or if there are two others. */
  public static Optional<Language> of(BinaryFile file) {
    NameSigns names = new NameSigns(file);
    Set<Language> all = EnumSet.noneOf(Language.class);
    all.addAll(SectionSigns.sections(file));
    all.addAll(SectionSigns.libraries(file));
    for (Language language : Language.values()) {
      if (names.count(language) >= SOME) {
        all.add(language);
      }
    }
    boolean isMixed =
        all.contains(Language.RUST)
            || all.contains(Language.CPP)
            || (names.hasSourcesOfC() && !all.contains(Language.NIM));
    all.removeAll(BESIDE);
    return all.size() == 1 && !isMixed ? all.stream().findFirst() : Optional.empty();
  }
}
