package dev.weighbridge.attribution.saved;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.internal.packed.PackedReader;
import dev.weighbridge.internal.packed.PackedWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words a saved model uses by their numbers. They are spelled out once in the file, so that a
 * later version may have more of them, or in another order.
 */
final class Vocabulary {
  /** The sets of words, in the order of the file; a set that came later comes last. */
  private static final List<Class<? extends Enum<?>>> SETS =
      List.of(
          Kind.class,
          Basis.class,
          SectionTrait.class,
          SymbolType.class,
          SymbolBinding.class,
          SymbolSource.class,
          ExtentEvidence.class,
          Evidence.class);

  private final Enum<?>[][] words;
  private final PackedReader in;

  private Vocabulary(Enum<?>[][] words, PackedReader in) {
    this.words = words;
    this.in = in;
  }

  static void write(PackedWriter out) {
    for (Class<? extends Enum<?>> set : SETS) {
      Enum<?>[] constants = set.getEnumConstants();
      out.number(constants.length);
      for (Enum<?> word : constants) {
        out.text(word.name());
      }
    }
  }

  /** Reads the words of a file; null stands for one that this version does not know. */
  static Vocabulary read(PackedReader in) {
    Enum<?>[][] words = new Enum<?>[SETS.size()][];
    for (int set = 0; set < words.length; set++) {
      // Files of earlier versions end before the last set, and use no word of it.
      words[set] = new Enum<?>[in.isAtEnd() ? 0 : in.count("words")];
      for (int i = 0; i < words[set].length; i++) {
        words[set][i] = named(in.text(), SETS.get(set).getEnumConstants());
      }
    }
    return new Vocabulary(words, in);
  }

  private static @Nullable Enum<?> named(String name, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  /** The word of a number in a file. */
  <E extends Enum<E>> E word(Class<E> set, long number) {
    Enum<?>[] known = words[SETS.indexOf(set)];
    if (number < 0 || number >= known.length || known[(int) number] == null) {
      throw in.malformed("a " + set.getSimpleName() + " this version knows", "number " + number);
    }
    return set.cast(known[(int) number]);
  }
}
