package dev.weighbridge.category;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.demangle.NameSlice;
import dev.weighbridge.demangle.RustDemangler;
import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.formats.SymbolTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The name of one owner at a time: its bytes at once, its texts when asked for. */
final class OwnerName {
  private static final int USUAL_LENGTH = 1 << 12;

  private final Owners owners;
  private final WordFinder finder;
  private final boolean[] words;
  private final NameSlice slice = new NameSlice();
  private final RustNameReader reader = new RustNameReader();
  private byte[] bytes = new byte[USUAL_LENGTH];
  private int owner;
  private int length;
  private boolean isRust;
  private @Nullable String raw;
  private @Nullable String readable;

  /**
   * A name to be set.
   *
   * @param wordCount how many words the finder looks for
   */
  OwnerName(Owners owners, WordFinder finder, int wordCount) {
    this.owners = owners;
    this.finder = finder;
    words = new boolean[wordCount];
  }

  void set(int newOwner) {
    owner = newOwner;
    raw = null;
    readable = null;
    isRust = false;
    length = 0;
    if (owners.isSymbol(owner)) {
      SymbolTable symbols = owners.symbols(owner);
      int row = owners.symbolRow(owner);
      length = symbols.nameLength(row);
      if (length > bytes.length) {
        bytes = new byte[Math.max(length, 2 * bytes.length)];
      }
      symbols.copyName(row, bytes);
      isRust = reader.read(slice.set(bytes, 0, length));
      finder.find(bytes, length, words);
    } else {
      Arrays.fill(words, owners.isLabel(owner));
    }
  }

  /** Mask of the traits of the symbol. */
  int traits() {
    int traits = owners.isFunction(owner) ? SymbolTrait.UNNAMED.bit() : 0;
    if (isRust) {
      traits |= reader.isClosure() ? SymbolTrait.CLOSURE.bit() : 0;
      traits |= reader.isShim() ? SymbolTrait.SHIM.bit() : 0;
    }
    return traits;
  }

  /**
   * Whether the name may have a word. Mangled names spell all but {@link GeneratedWords}; a label
   * may have any, a function without a name has none.
   *
   * @param word its number in the finder
   */
  boolean has(int word) {
    return words[word];
  }

  /** Whether the name may have all of some words. */
  boolean hasAll(int[] needed) {
    for (int word : needed) {
      if (!words[word]) {
        return false;
      }
    }
    return !owners.isFunction(owner);
  }

  /** The name as the file has it; a label such as {@code [.text]} for what is no symbol. */
  String raw() {
    if (raw == null) {
      raw = owners.isSymbol(owner) ? slice.set(bytes, 0, length).toString() : owners.text(owner);
    }
    return raw;
  }

  /** The name for people, without hashes and suffixes. */
  String readable() {
    if (readable == null) {
      int end = isRust ? reader.suffixStart() : length;
      readable =
          isRust
              ? RustDemangler.demangle(raw().substring(0, Math.min(end, raw().length())))
              : owners.readableText(owner);
    }
    return readable;
  }
}
