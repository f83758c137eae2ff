package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.rust.HexLiteral;
import dev.weighbridge.demangle.text.Ascii;
import java.util.Arrays;

/**
 * Goes past the productions of a v0 name without printing them and says whether they obey the
 * grammar.
 *
 * <p>Back references are checked but not followed, so the work is linear in the bytes. What remains
 * to be read is kept on a stack of its own and not on the thread's: the depth of a name is up to
 * whoever wrote the file.
 */
final class V0Skipper extends V0Cursor {
  private static final int PATH = 0;
  private static final int TYPE = 1;
  private static final int TYPES = 2;
  private static final int RESULT = 3;
  private static final int ARGUMENTS = 4;
  private static final int IDENTIFIER = 5;
  private static final int CONST = 6;
  private static final int CONSTS = 7;
  private static final int FIELDS = 8;
  private static final int ADT_BODY = 9;
  private static final int PATTERN = 10;
  private static final int PATTERNS = 11;
  private static final int DYN_TRAITS = 12;
  private static final int DYN_BINDINGS = 13;

  /** What is to be read after the current production: what in the low byte, depth above it. */
  private int[] pending = new int[64];

  private int size;

  /** Where the disambiguators or names of the crate roots stand that were met. */
  private int[] crateRoots = new int[32];

  private int crateRootCount;

  /** Forgets the crates met. */
  void forgetCrates() {
    crateRootCount = 0;
  }

  /** Number of crate roots that were met, in the order of their bytes. */
  int crateRootCount() {
    return crateRootCount;
  }

  /** Position of the identifier of a crate root. */
  int crateRootAt(int index) {
    return crateRoots[index];
  }

  /** Notes a crate root. */
  void noteCrateRoot(int at) {
    if (crateRootCount == crateRoots.length) {
      crateRoots = Arrays.copyOf(crateRoots, 2 * crateRootCount);
    }
    crateRoots[crateRootCount++] = at;
  }

  /**
   * Goes past a path.
   *
   * @param from position of the path
   * @param depth of the production it is part of
   * @return the position behind it; -1 if it is malformed
   */
  int skipPathAt(int from, int depth) {
    return skip(PATH, from, depth);
  }

  /** Goes past a type. */
  int skipTypeAt(int from, int depth) {
    return skip(TYPE, from, depth);
  }

  /** Goes past generic-args up to and with their {@code E}. */
  int skipArgumentsAt(int from, int depth) {
    return skip(ARGUMENTS, from, depth);
  }

  private int skip(int production, int from, int depth) {
    pos = from;
    size = 0;
    broken = false;
    later(production, depth);
    while (size > 0 && !broken) {
      int word = pending[--size];
      step(word & 0xff, word >>> 8);
    }
    return broken ? -1 : pos;
  }

  private void step(int production, int depth) {
    switch (production) {
      case PATH -> path(depth);
      case TYPE -> type(depth);
      case TYPES -> types(depth);
      case RESULT -> {
        later(TYPE, depth);
        types(depth);
      }
      case ARGUMENTS -> arguments(depth);
      case IDENTIFIER -> {
        disambiguator();
        identifier();
      }
      case CONST -> constant(depth);
      case CONSTS -> constants(depth);
      case FIELDS -> fields(depth);
      case ADT_BODY -> adtBody(depth);
      case PATTERN -> pattern(depth);
      case PATTERNS -> patterns(depth);
      case DYN_TRAITS -> dynTraits(depth);
      default -> dynBindings(depth);
    }
  }

  private void later(int production, int depth) {
    if (size == pending.length) {
      pending = Arrays.copyOf(pending, 2 * size);
    }
    pending[size++] = production | (depth << 8);
  }

  private void fail() {
    broken = true;
  }

  private void path(int parentDepth) {
    int depth = parentDepth;
    while (++depth <= MAX_DEPTH) {
      int tag = next();
      switch (tag) {
        case 'N' -> {
          int namespace = next();
          if (!Ascii.isUpper(namespace) && !Ascii.isLower(namespace)) {
            fail();
            return;
          }
          later(IDENTIFIER, depth);
        }
        case 'I' -> later(ARGUMENTS, depth);
        case 'M' -> {
          disambiguator();
          later(TYPE, depth);
        }
        case 'X' -> {
          disambiguator();
          later(PATH, depth);
          later(TYPE, depth);
        }
        default -> {
          root(tag, depth);
          return;
        }
      }
    }
    fail();
  }

  private void root(int tag, int depth) {
    switch (tag) {
      case 'C' -> crateRoot();
      case 'B' -> backReference(depth);
      case 'Y' -> {
        later(PATH, depth);
        later(TYPE, depth);
      }
      default -> fail();
    }
  }

  private void crateRoot() {
    noteCrateRoot(pos);
    disambiguator();
    identifier();
  }

  private void backReference(int depth) {
    backReference();
    if (depth >= MAX_DEPTH) {
      fail();
    }
  }

  private void arguments(int depth) {
    while (pos < end && isBasicType(bytes[pos])) {
      pos++;
    }
    if (eat('E')) {
      return;
    }
    later(ARGUMENTS, depth);
    if (eat('L')) {
      integer62();
    } else if (eat('K')) {
      constant(depth);
    } else {
      type(depth);
    }
  }

  private void type(int parentDepth) {
    int depth = parentDepth;
    while (true) {
      int tag = next();
      if (isBasicType(tag)) {
        return;
      }
      if (++depth > MAX_DEPTH) {
        fail();
        return;
      }
      switch (tag) {
        case 'R', 'Q' -> {
          if (eat('L')) {
            integer62();
          }
        }
        case 'P', 'O', 'S' -> {}
        case 'A' -> later(CONST, depth);
        case 'W' -> later(PATTERN, depth);
        default -> {
          compoundType(tag, depth);
          return;
        }
      }
      if (broken) {
        return;
      }
    }
  }

  private void compoundType(int tag, int depth) {
    switch (tag) {
      case 'T' -> later(TYPES, depth);
      case 'F' -> function(depth);
      case 'D' -> {
        optionalInteger62('G');
        later(DYN_TRAITS, depth);
      }
      case 'B' -> backReference(depth);
      case 'C' -> unscopedType(depth);
      case -1 -> fail();
      default -> {
        pos--;
        path(depth);
      }
    }
  }

  /** A crate root that is a type by itself is no crate, but a basic type without a letter. */
  private void unscopedType(int depth) {
    disambiguator();
    identifier();
    if (depth >= MAX_DEPTH) {
      fail();
    }
  }

  private void types(int depth) {
    while (pos < end && isBasicType(bytes[pos])) {
      pos++;
    }
    if (!eat('E')) {
      later(TYPES, depth);
      type(depth);
    }
  }

  private void function(int depth) {
    optionalInteger62('G');
    eat('U');
    if (eat('K') && !eat('C')) {
      identifier();
      if (identStart == identEnd || punycodeStart != punycodeEnd) {
        fail();
      }
    }
    later(RESULT, depth);
  }

  /** Ends with the lifetime bound of the trait object. */
  private void dynTraits(int depth) {
    if (eat('E')) {
      if (eat('L')) {
        integer62();
      } else {
        fail();
      }
      return;
    }
    later(DYN_TRAITS, depth);
    later(DYN_BINDINGS, depth);
    // The reference reads these two at the depth of the trait object itself.
    if (eat('B')) {
      backReference(depth);
    } else if (eat('I')) {
      later(ARGUMENTS, depth);
      path(depth);
    } else {
      path(depth);
    }
  }

  private void dynBindings(int depth) {
    if (eat('p')) {
      identifier();
      later(DYN_BINDINGS, depth);
      later(eat('K') ? CONST : TYPE, depth);
    }
  }

  private void pattern(int depth) {
    switch (next()) {
      case 'R' -> {
        later(CONST, depth);
        later(CONST, depth);
      }
      case 'O' -> {
        if (depth >= MAX_DEPTH) {
          fail();
        }
        later(PATTERNS, depth + 1);
        later(PATTERN, depth + 1);
      }
      case 'N' -> {}
      default -> fail();
    }
  }

  private void patterns(int depth) {
    if (!eat('E')) {
      later(PATTERNS, depth);
      pattern(depth);
    }
  }

  private void constant(int parentDepth) {
    int tag = next();
    int depth = parentDepth + 1;
    if (depth > MAX_DEPTH) {
      fail();
      return;
    }
    switch (tag) {
      case 'p' -> {}
      case 'h', 't', 'm', 'y', 'o', 'j' -> hexDigits();
      case 'a', 's', 'l', 'x', 'n', 'i' -> {
        eat('n');
        hexDigits();
      }
      case 'b', 'c', 'e' -> literal(tag);
      case 'R', 'Q' -> {
        if (tag == 'R' && eat('e')) {
          literal('e');
        } else {
          later(CONST, depth);
        }
      }
      case 'A', 'T' -> later(CONSTS, depth);
      case 'V' -> {
        later(ADT_BODY, depth);
        later(PATH, depth);
      }
      case 'B' -> backReference(depth);
      default -> fail();
    }
  }

  private void literal(int tag) {
    int from = hexDigits();
    if (!broken && !HexLiteral.isValid(tag, bytes, from, pos - 1)) {
      fail();
    }
  }

  private void constants(int depth) {
    if (!eat('E')) {
      later(CONSTS, depth);
      constant(depth);
    }
  }

  private void adtBody(int depth) {
    switch (next()) {
      case 'U' -> {}
      case 'T' -> constants(depth);
      case 'S' -> fields(depth);
      default -> fail();
    }
  }

  private void fields(int depth) {
    if (!eat('E')) {
      disambiguator();
      identifier();
      later(FIELDS, depth);
      later(CONST, depth);
    }
  }
}
