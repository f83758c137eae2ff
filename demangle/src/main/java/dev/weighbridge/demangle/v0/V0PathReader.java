package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.rust.CrateMention;
import dev.weighbridge.demangle.rust.CrateSet;
import dev.weighbridge.demangle.rust.PathElements;
import dev.weighbridge.demangle.text.Ascii;
import java.util.Arrays;

/**
 * Reads the spine of a v0 path: from its last identifier inwards to the crate root and out again,
 * past the types and arguments that hang on it.
 *
 * <p>The crate root is that of the crate which defines the entity: of an impl's item it is the root
 * of the <i>impl-path</i>, which printing leaves out, and of a trait's default method the root of
 * the trait's path. Like {@link V0Skipper} this checks the grammar and keeps a stack of its own.
 */
public final class V0PathReader extends V0Cursor {
  /** A stack entry that leads back behind a back reference; the others are tags of paths. */
  private static final int RETURN = 0;

  private final V0Skipper skipper = new V0Skipper();
  private final PathElements elements;
  private final CrateMention crate = new CrateMention();

  /** Tag in the low byte, namespace of a nested-path in the next, depth above them. */
  private int[] pending = new int[64];

  /**
   * Beside it the disambiguator of an impl, the positions of a trait and its Self type, or the
   * position behind a back reference.
   */
  private long[] numbers = new long[64];

  private int size;
  private int insideBackReferences;
  private int repeated;
  private boolean hasArguments;

  /** Number of crate roots in the path, not counting those behind it. */
  private int crateRootCount;

  /** Where things hang on the spine; -1 if they do not. Those nearest to its end are kept. */
  private int selfTypeAt;

  private int traitAt;
  private int argumentsAt;

  /** Makes a reader that puts the elements of each path into the given ones. */
  public V0PathReader(PathElements elements) {
    this.elements = elements;
  }

  /** Goes to the first byte after the prefix. */
  public void begin(byte[] newBytes, int newOrigin, int newEnd) {
    start(newBytes, newOrigin, newEnd);
    skipper.start(newBytes, newOrigin, newEnd);
  }

  /** First byte behind the path just read. */
  public int position() {
    return pos;
  }

  /** The crate root at the end of the spine. */
  public CrateMention crate() {
    return crate;
  }

  /** Whether there are generic-args on the spine. */
  public boolean hasArguments() {
    return hasArguments;
  }

  /** Position of the Self type of the impl or trait nearest to the item; -1 if there is none. */
  int selfTypeAt() {
    return selfTypeAt;
  }

  /** Position of the path of its trait; -1 if there is none. */
  int traitAt() {
    return traitAt;
  }

  /** Position of the first of the generic-args nearest to the item; -1 if there are none. */
  int argumentsAt() {
    return argumentsAt;
  }

  /**
   * Reads the path at a position and goes behind it.
   *
   * @return false if the path is malformed or {@link #isLost()}
   */
  public boolean readPathAt(int from) {
    pos = from;
    forget();
    descend();
    while (size > 0 && !broken) {
      ascend(--size);
    }
    crateRootCount = skipper.crateRootCount();
    return !broken;
  }

  /** Goes back to knowing nothing. */
  public void forget() {
    broken = false;
    size = 0;
    insideBackReferences = 0;
    repeated = 0;
    hasArguments = false;
    selfTypeAt = -1;
    traitAt = -1;
    argumentsAt = -1;
    crateRootCount = 0;
    skipper.forgetCrates();
    crate.clear();
    elements.clear();
  }

  /** Goes past a path without reading it; -1 if it is malformed. */
  public int skipPathAt(int from) {
    return skipper.skipPathAt(from, 0);
  }

  /**
   * Goes past a path that obeys the grammar but is lost; then the bytes of the name have to do for
   * its identity.
   *
   * @return the position behind it; -1 if it is malformed
   */
  public int skipLostPath(int from) {
    forget();
    elements.addIdentifier('v', bytes, origin, end, 0);
    int behind = skipper.skipPathAt(from, 0);
    crateRootCount = skipper.crateRootCount();
    return behind;
  }

  /**
   * Takes the first crate root of the path that is not standard. No back reference has to be
   * followed for that: it leads to where the crate was met before.
   */
  public void findForeignCrate(CrateSet standard, CrateMention into) {
    for (int i = 0; i < crateRootCount; i++) {
      pos = skipper.crateRootAt(i);
      long disambiguator = disambiguator();
      identifier();
      moveTo(into, disambiguator);
      if (!into.isIn(standard)) {
        return;
      }
    }
    into.clear();
  }

  /** Whether reading failed at the target of a back reference, which does not make it malformed. */
  public boolean isLost() {
    return broken && insideBackReferences > 0;
  }

  private void push(int tag, int depth, long number) {
    if (size == pending.length) {
      pending = Arrays.copyOf(pending, 2 * size);
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    pending[size] = tag | (depth << 16);
    numbers[size++] = number;
  }

  /** Goes inwards to the crate root. */
  private void descend() {
    int depth = 0;
    while (!broken) {
      if (++depth > MAX_DEPTH) {
        broken = true;
        return;
      }
      int tag = next();
      switch (tag) {
        case 'N' -> {
          int namespace = next();
          broken = !Ascii.isUpper(namespace) && !Ascii.isLower(namespace);
          push(tag | ((namespace & 0xff) << 8), depth, 0);
        }
        case 'I' -> push(tag, depth, 0);
        case 'M', 'X' -> push(tag, depth, disambiguator());
        case 'Y' -> {
          int selfType = pos;
          skip(skipper.skipTypeAt(pos, depth));
          push(tag, depth, ((long) pos << 32) | selfType);
        }
        case 'B' -> {
          follow(depth);
          depth++;
        }
        default -> {
          crateRoot(tag);
          return;
        }
      }
    }
  }

  private void follow(int depth) {
    int target = backReference();
    if (broken || depth >= MAX_DEPTH) {
      broken = true;
      return;
    }
    push(RETURN, depth, pos);
    insideBackReferences++;
    pos = target;
  }

  private void crateRoot(int tag) {
    skipper.noteCrateRoot(pos);
    long disambiguator = disambiguator();
    identifier();
    broken = broken || tag != 'C';
    if (!broken) {
      moveTo(crate, disambiguator);
      elements.addCrate(bytes, identStart, punycodeEnd, disambiguator);
      elements.setPunycode(punycodeStart);
    }
  }

  /** Goes one element outwards, past what follows the inner path. */
  private void ascend(int entry) {
    int word = pending[entry];
    int depth = word >>> 16;
    switch (word & 0xff) {
      case 'N' -> {
        long disambiguator = disambiguator();
        identifier();
        if (!broken) {
          int namespace = (word >>> 8) & 0xff;
          elements.addIdentifier(namespace, bytes, identStart, punycodeEnd, disambiguator);
          elements.setPunycode(punycodeStart);
        }
      }
      case 'I' -> {
        hasArguments = true;
        argumentsAt = pos;
        skip(skipper.skipArgumentsAt(pos, depth));
      }
      case 'M' -> {
        traitAt = -1;
        elements.addContainer(PathElements.INHERENT_IMPL, numbers[entry]);
        selfType(depth);
      }
      case 'X' -> {
        elements.addContainer(PathElements.TRAIT_IMPL, numbers[entry]);
        selfType(depth);
        traitAt = pos;
        skip(skipper.skipPathAt(pos, depth));
      }
      case 'Y' -> {
        elements.addContainer(PathElements.TRAIT, 0);
        selfTypeAt = (int) numbers[entry];
        traitAt = (int) (numbers[entry] >>> 32);
      }
      default -> {
        pos = (int) numbers[entry];
        insideBackReferences--;
      }
    }
  }

  private void selfType(int depth) {
    selfTypeAt = pos;
    skip(skipper.skipTypeAt(pos, depth));
  }

  private void skip(int behind) {
    if (insideBackReferences > 0) {
      repeated += Math.max(0, behind - pos);
    }
    broken = broken || behind < 0 || repeated > MAX_REPEATED;
    pos = broken ? pos : behind;
  }
}
