package dev.weighbridge.demangle.legacy;

import dev.weighbridge.demangle.rust.CrateMention;
import dev.weighbridge.demangle.rust.CrateSet;
import dev.weighbridge.demangle.rust.PathElements;
import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.IdentityHash;
import java.util.function.Consumer;

/**
 * What a legacy name tells about crates and identity, by convention more than by grammar.
 *
 * <p>A name is a list of elements. Either the first is the crate and the next are modules, or the
 * first is {@code <A as B>}. Then the crate has to be guessed: the impl stands in the crate of one
 * of the two, and not in the standard library if the other is outside of it.
 */
public final class LegacyStructure {
  private static final byte[] OPEN = Ascii.bytes("$LT$");
  private static final byte[] CLOSE = Ascii.bytes("$GT$");
  private static final byte[] AS = Ascii.bytes("$u20$as$u20$");
  private static final byte[] CLOSURE = Ascii.bytes("_$u7b$$u7b$closure$u7d$$u7d$");
  private static final byte[] OPEN_SHIM = Ascii.bytes("$u7b$$u7b$");
  private static final byte[] CLOSE_SHIM = Ascii.bytes("shim$u7d$$u7d$");
  private static final byte[] DROP_GLUE = Ascii.bytes("drop_in_place$LT$");
  private static final int SHIM_WORD = 4;

  private final CrateSet standard;
  private final PathElements elements;
  private final LegacyCursor cursor = new LegacyCursor();
  private final CrateMention crate = new CrateMention();
  private final CrateMention foreign = new CrateMention();

  private byte[] bytes = new byte[0];
  private boolean isExact;
  private int shimStart;
  private int shimEnd;
  private int hashStart;

  /** Self type and trait of the first element if it is an impl's; empty ranges otherwise. */
  private int selfStart;

  private int traitStart;
  private int traitEnd;

  /** Type of drop glue; an empty range if the name is none. */
  private int argumentsStart;

  private int argumentsEnd;

  public LegacyStructure(CrateSet standard, PathElements elements) {
    this.standard = standard;
    this.elements = elements;
  }

  /** The crate that defines the entity, as far as can be known. */
  public CrateMention crate() {
    return crate;
  }

  /** The first crate in the name that is not of the standard library. */
  public CrateMention foreignCrate() {
    return foreign;
  }

  /** Whether {@link #crate()} is certain. */
  public boolean isExact() {
    return isExact;
  }

  /** First byte of the word that names the kind of a shim; -1 if the name is none. */
  public int shimStart() {
    return shimStart;
  }

  public int shimEnd() {
    return shimEnd;
  }

  /** First of the digits of the hash; -1 if there is none. */
  public int hashStart() {
    return hashStart;
  }

  /** Tells the crates in the Self type of an impl, in order, of some more than once. */
  public void tellCratesOfType(Consumer<CrateMention> crates) {
    tellCrates(selfStart, traitStart, crates);
  }

  /** Tells the crates in the trait of an impl, its own first. */
  public void tellCratesOfTrait(Consumer<CrateMention> crates) {
    tellCrates(traitStart, traitEnd, crates);
  }

  /** Tells the crates in the type of drop glue; other arguments are not in legacy names. */
  public void tellCratesOfArguments(Consumer<CrateMention> crates) {
    tellCrates(argumentsStart, argumentsEnd, crates);
  }

  private void tellCrates(int from, int to, Consumer<CrateMention> crates) {
    CrateMention mention = new CrateMention();
    for (int root = nextRoot(from, to); root >= 0; root = nextRoot(mention.end(), to)) {
      mention.set(bytes, root, wordEnd(root, to), 0);
      crates.accept(mention);
    }
  }

  /**
   * Reads a name.
   *
   * @return where the suffix starts; -1 if the name is not legacy Rust
   */
  public int read(byte[] newBytes, int origin, int end) {
    bytes = newBytes;
    elements.clear();
    crate.clear();
    foreign.clear();
    isExact = false;
    shimStart = -1;
    shimEnd = -1;
    hashStart = -1;
    selfStart = 0;
    traitStart = 0;
    traitEnd = 0;
    argumentsStart = 0;
    argumentsEnd = 0;
    cursor.start(bytes, origin, end);
    boolean isFirst = true;
    while (cursor.nextElement()) {
      int from = cursor.elementStart();
      int to = cursor.elementEnd();
      if (cursor.isAtHash()) {
        hashStart = from + 1;
      } else if (isFirst) {
        first(from, to);
      } else {
        later(from, to);
      }
      isFirst = false;
    }
    int suffix = cursor.suffixStart();
    boolean isRust = cursor.isRust(false) || cursor.isRust(hasEscape(origin, end));
    return isRust ? suffix : -1;
  }

  private boolean hasEscape(int origin, int end) {
    cursor.start(bytes, origin, end);
    boolean found = false;
    while (cursor.nextElement()) {
      found = found || LegacyEscape.isIn(bytes, cursor.elementStart(), cursor.elementEnd());
    }
    return found;
  }

  private void first(int from, int to) {
    if (isPlain(from, to)) {
      crate.set(bytes, from, to, 0);
      isExact = true;
      noteCrate(from, to);
      elements.addCrate(bytes, from, to, 0);
      return;
    }
    int as = findAs(from, to);
    selfStart = from;
    traitStart = as;
    traitEnd = to;
    int selfRoot = nextRoot(from, as);
    int traitRoot = nextRoot(as, to);
    noteCrates(from, to);
    int chosen = choose(selfRoot, traitRoot);
    if (chosen >= 0) {
      crate.set(bytes, chosen, wordEnd(chosen, to), 0);
      elements.addCrate(bytes, chosen, crate.end(), 0);
      addModules(crate.end(), to);
    }
    elements.addIdentifier('v', bytes, from, to, 0);
  }

  /** The crate of Self, unless only the trait's is outside the standard library. */
  private int choose(int selfRoot, int traitRoot) {
    if (selfRoot < 0 || traitRoot < 0) {
      return Math.max(selfRoot, traitRoot);
    }
    int selfEnd = wordEnd(selfRoot, bytes.length);
    int traitEnd = wordEnd(traitRoot, bytes.length);
    isExact =
        IdentityHash.mix(0, bytes, selfRoot, selfEnd)
            == IdentityHash.mix(0, bytes, traitRoot, traitEnd);
    boolean isTraitForeign = !standard.contains(bytes, traitRoot, traitEnd, 0);
    return isTraitForeign && standard.contains(bytes, selfRoot, selfEnd, 0) ? traitRoot : selfRoot;
  }

  /** Adds the segments of a path behind its crate, but for the last. */
  private void addModules(int crateEnd, int to) {
    int at = crateEnd;
    while (isSeparator(at, to)) {
      int segment = at + 2;
      at = wordEnd(segment, to);
      if (isSeparator(at, to)) {
        elements.addIdentifier('t', bytes, segment, at, 0);
      }
    }
  }

  private void later(int from, int to) {
    if (isPlain(from, to)) {
      boolean isModule = !Ascii.isUpper(bytes[from]);
      elements.addIdentifier(isModule ? 't' : 'v', bytes, from, to, 0);
      return;
    }
    noteCrates(from, to);
    if (to - from == CLOSURE.length && startsWith(CLOSURE, from, to)) {
      elements.addIdentifier(PathElements.CLOSURE, bytes, from, from, 0);
      return;
    }
    if (startsWith(DROP_GLUE, from, to)) {
      argumentsStart = from + DROP_GLUE.length;
      argumentsEnd = to;
      elements.addIdentifier('v', bytes, from, from + DROP_GLUE.length - OPEN.length, 0);
      return;
    }
    findShim(from, to);
    elements.addIdentifier('v', bytes, from, to, 0);
  }

  private void findShim(int from, int to) {
    int close = to - CLOSE_SHIM.length;
    if (close <= from || !startsWith(CLOSE_SHIM, close, to)) {
      return;
    }
    for (int i = from; i < close; i++) {
      if (startsWith(OPEN_SHIM, i, to)) {
        shimStart = i + OPEN_SHIM.length;
        shimEnd = close + SHIM_WORD;
        return;
      }
    }
  }

  /** Where {@code as} stands between Self and the trait; the end if it does not. */
  private int findAs(int from, int to) {
    int depth = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '$') {
        if (startsWith(OPEN, i, to)) {
          depth++;
        } else if (startsWith(CLOSE, i, to)) {
          depth--;
        } else if (depth == 1 && startsWith(AS, i, to)) {
          return i;
        }
      }
    }
    return to;
  }

  private void noteCrates(int from, int to) {
    int root = foreign.isPresent() ? -1 : nextRoot(from, to);
    while (root >= 0) {
      int end = wordEnd(root, to);
      noteCrate(root, end);
      root = foreign.isPresent() ? -1 : nextRoot(end, to);
    }
  }

  private void noteCrate(int from, int to) {
    if (!foreign.isPresent() && !standard.contains(bytes, from, to, 0)) {
      foreign.set(bytes, from, to, 0);
    }
  }

  /** The next word with a {@code ..} behind it and none before it: the root of a path; or -1. */
  private int nextRoot(int from, int to) {
    int at = from;
    while (at < to) {
      int c = bytes[at];
      if (isWordByte(c)) {
        int end = wordEnd(at, to);
        if (isSeparator(end, to) && !(at - from >= 2 && isSeparator(at - 2, at))) {
          return at;
        }
        at = end;
      } else if (c == '$') {
        at = LegacyEscape.end(bytes, at, to);
      } else {
        at++;
      }
    }
    return -1;
  }

  private boolean isSeparator(int at, int to) {
    return at + 1 < to && bytes[at] == '.' && bytes[at + 1] == '.';
  }

  private boolean isPlain(int from, int to) {
    return from < to && wordEnd(from, to) == to;
  }

  private int wordEnd(int from, int to) {
    int end = from;
    while (end < to && isWordByte(bytes[end])) {
      end++;
    }
    return end;
  }

  private static boolean isWordByte(int c) {
    return Ascii.isLower(c) || Ascii.isUpper(c) || (c >= '0' && c <= '9') || c == '_';
  }

  private boolean startsWith(byte[] text, int at, int to) {
    if (to - at < text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
