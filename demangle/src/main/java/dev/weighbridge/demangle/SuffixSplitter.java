package dev.weighbridge.demangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Splits suffix words such as {@code .cold} or {@code .llvm.4711} off a symbol name of any
 * language.
 *
 * <p>The name without its suffixes is a candidate for the symbol this one was made from; whether
 * there is such a symbol, only the file can tell. Reusable; not safe for use by several threads at
 * once.
 */
public final class SuffixSplitter {
  private static final Word[] NUMBERED = {
    new Word("cold", SuffixKind.COLD),
    new Word("part", SuffixKind.PART),
    new Word("isra", SuffixKind.ISRA),
    new Word("constprop", SuffixKind.CONSTANT_PROPAGATION),
    new Word("specialized", SuffixKind.SPECIALIZED),
    new Word("lto_priv", SuffixKind.LTO_PRIVATE),
    new Word("llvm", SuffixKind.LLVM_PROMOTED),
    new Word("uniq", SuffixKind.UNIQUE),
    new Word("__uniq", SuffixKind.UNIQUE),
    new Word("clone", SuffixKind.CLONE)
  };

  private static final Word[] ALONE = {
    new Word("cold", SuffixKind.COLD),
    new Word("localalias", SuffixKind.LOCAL_ALIAS),
    new Word("argprom", SuffixKind.ARGUMENT_PROMOTION),
    new Word("merged", SuffixKind.MERGED)
  };

  private static final String THREAD_LOCAL = "$tlv$init";
  private static final String SHIM = " shim";
  private static final String CLONE = "[clone ";

  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private int cut;
  private SuffixKind kind = SuffixKind.OTHER;

  /** Makes a splitter that has no name yet. */
  public SuffixSplitter() {}

  /** Begins with a whole name. */
  public void start(NameSlice name) {
    start(name.array(), name.offset(), name.offset() + name.length());
  }

  void start(byte[] newBytes, int newStart, int newEnd) {
    bytes = newBytes;
    start = newStart;
    end = newEnd;
    cut = newEnd;
  }

  /**
   * Splits off the last suffix word that is left.
   *
   * @return false if there is none
   */
  public boolean next() {
    end = cut;
    cut = findLast();
    return cut < end;
  }

  /** Kind of the word last split off. */
  public SuffixKind kind() {
    return kind;
  }

  /** Number of bytes of the name before the word last split off. */
  public int length() {
    return cut - start;
  }

  /** The suffix words of a name, from left to right; empty if there are none. */
  public static List<SymbolSuffix> split(String name) {
    Objects.requireNonNull(name, "name");
    NameSlice slice = NameSlice.of(name);
    SuffixSplitter splitter = new SuffixSplitter();
    splitter.start(slice);
    List<SymbolSuffix> words = new ArrayList<>();
    while (splitter.next()) {
      words.add(0, splitter.word());
    }
    return List.copyOf(words);
  }

  /** The word last split off. */
  SymbolSuffix word() {
    return new SymbolSuffix(kind, new NameSlice(bytes, cut, end - cut).toString());
  }

  /** Where the last word starts; the end if there is none. */
  private int findLast() {
    if (endsWith(THREAD_LOCAL)) {
      return found(end - THREAD_LOCAL.length(), SuffixKind.THREAD_LOCAL_INITIAL);
    }
    if (endsWith(SHIM)) {
      return found(lastIndexOf(' ', end - SHIM.length()), SuffixKind.WASM_SHIM);
    }
    if (endsWith("]")) {
      return findClone();
    }
    int dot = lastIndexOf('.', end);
    if (isNumber(dot + 1)) {
      return findNumbered(dot);
    }
    for (Word word : ALONE) {
      if (isWord(word, dot + 1, end)) {
        return found(dot, word.kind);
      }
    }
    return end;
  }

  private int findNumbered(int dot) {
    int before = lastIndexOf('.', dot);
    for (Word word : NUMBERED) {
      if (isWord(word, before + 1, dot)) {
        return found(before, word.kind);
      }
    }
    for (int i = dot + 1; i < end; i++) {
      if (bytes[i] > '9') {
        return end;
      }
    }
    return found(dot, SuffixKind.NUMBER);
  }

  private int findClone() {
    int bracket = lastIndexOf('[', end);
    boolean isClone = bracket < end && startsWith(CLONE, bracket);
    boolean hasSpace = isClone && bracket - 1 > start && bytes[bracket - 1] == ' ';
    return isClone ? found(hasSpace ? bracket - 1 : bracket, SuffixKind.CLONE) : end;
  }

  private int found(int at, SuffixKind newKind) {
    kind = newKind;
    return at;
  }

  /** Last place of a character behind the first byte of the name; the end if there is none. */
  private int lastIndexOf(char c, int before) {
    for (int i = before - 1; i > start; i--) {
      if (bytes[i] == c) {
        return i;
      }
    }
    return end;
  }

  /** LLVM writes numbers in upper-case hexadecimal or decimal, ELF versions follow an {@code @}. */
  private boolean isNumber(int from) {
    for (int i = from; i < end; i++) {
      int c = bytes[i];
      if ((c < '0' || c > '9') && (c < 'A' || c > 'F') && c != '@') {
        return false;
      }
    }
    return from < end;
  }

  private boolean isWord(Word word, int from, int to) {
    return to - from == word.text.length() && startsWith(word.text, from);
  }

  private boolean endsWith(String text) {
    int from = end - text.length();
    return from > start && startsWith(text, from);
  }

  private boolean startsWith(String text, int from) {
    if (text.length() > end - from) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static final class Word {
    final String text;
    final SuffixKind kind;

    Word(String text, SuffixKind kind) {
      this.text = text;
      this.kind = kind;
    }
  }
}
