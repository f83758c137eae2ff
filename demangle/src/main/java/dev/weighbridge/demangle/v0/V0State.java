package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.rust.CrateMention;
import dev.weighbridge.demangle.rust.Identifier;
import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a printer of v0 names is: the cursor, the output, and the stack of what is still to be
 * printed.
 *
 * <p>An entry of the stack is one int: a {@link Step} in the low byte, its argument in the next,
 * and above them the depth of nesting at which the step goes on. So no entry has to take back the
 * depth that its production added, and a malformed production can simply be left.
 */
final class V0State extends V0Cursor {
  private static final byte[] INVALID = Ascii.bytes("{invalid syntax}");
  private static final byte[] TOO_DEEP = Ascii.bytes("{recursion limit reached}");

  Utf8Buffer out = new Utf8Buffer();

  /** Whether disambiguators of crates and types of numbers are shown. */
  boolean verbose;

  /** Depth of nesting of the production being printed. */
  int depth;

  /** Number of lifetimes bound by the binders around the current production. */
  int boundLifetimes;

  /** Whether the path last printed for a trait object left its angle brackets open. */
  boolean isAngleOpen;

  /** Whether the name is not v0, found outside back references. */
  boolean refused;

  /** Whether the grammar of the whole name has been checked, so that it cannot be refused. */
  private boolean checked;

  /** Receives the crate roots that are printed; null if nobody wants them. */
  private @Nullable Consumer<CrateMention> crates;

  private int insideBackReferences;
  private int repeated;
  private int[] todo = new int[128];
  private int size;
  private final V0Skipper skipper = new V0Skipper();
  private final Identifier identifiers = new Identifier();

  /** Starts a name. */
  void start(byte[] newBytes, int newOrigin, int newEnd, Utf8Buffer newOut, boolean newVerbose) {
    start(newBytes, newOrigin, newEnd);
    skipper.start(newBytes, newOrigin, newEnd);
    out = newOut;
    verbose = newVerbose;
    depth = 0;
    boundLifetimes = 0;
    refused = false;
    checked = false;
    crates = null;
    insideBackReferences = 0;
    repeated = 0;
    size = 0;
  }

  /** Goes to a part of the name, which is known to obey the grammar, to tell its crates. */
  void startInside(int at, Consumer<CrateMention> newCrates) {
    pos = at;
    checked = true;
    crates = newCrates;
  }

  /** Tells the crate root whose identifier was just read, if somebody wants to know. */
  void noteCrate(long disambiguator) {
    if (crates != null) {
      CrateMention crate = new CrateMention();
      moveTo(crate, disambiguator);
      crates.accept(crate);
    }
  }

  /** Whether something is left to be printed. */
  boolean hasMore() {
    return size > 0 && !refused && !out.isFull();
  }

  /** Takes the next step off the stack and goes to its depth. */
  int take() {
    int word = todo[--size];
    depth = word >>> 16;
    return word;
  }

  static int argument(int word) {
    return (word >>> 8) & 0xff;
  }

  void later(int step) {
    later(step, 0);
  }

  void later(int step, int argument) {
    if (size == todo.length) {
      todo = Arrays.copyOf(todo, 2 * size);
    }
    todo[size++] = (depth << 16) | (argument << 8) | step;
  }

  /** Keeps a number on the stack, below the step that will take it. */
  void keep(int number) {
    if (size == todo.length) {
      todo = Arrays.copyOf(todo, 2 * size);
    }
    todo[size++] = number;
  }

  /** Takes back a number. */
  int kept() {
    return todo[--size];
  }

  /**
   * Enters a production.
   *
   * @return false if it must be left at once: something is broken already, or it is too deep
   */
  boolean enter() {
    if (broken) {
      out.put('?');
      return false;
    }
    return deepen();
  }

  /** Goes one level down; false after reporting that this is too deep. */
  boolean deepen() {
    if (++depth > MAX_DEPTH) {
      report(TOO_DEEP);
      return false;
    }
    return true;
  }

  /** Whether nothing is broken yet; otherwise stands in for what cannot be read. */
  boolean canRead() {
    if (broken) {
      out.put('?');
      return false;
    }
    return true;
  }

  /** Whether the token just read was good; otherwise says so in the output. */
  boolean wasRead() {
    if (broken) {
      invalid();
      return false;
    }
    return true;
  }

  /** Prints a type if it is only a letter; false if it is not. */
  boolean printBasicType() {
    if (pos >= end || !isBasicType(bytes[pos])) {
      return false;
    }
    out.put(BasicTypes.NAMES[bytes[pos++] - 'a']);
    return true;
  }

  /** Prints the identifier just read. */
  void printIdentifier() {
    if (punycodeStart == punycodeEnd) {
      out.put(bytes, identStart, identEnd - identStart);
    } else {
      identifiers.print(bytes, identStart, identEnd, punycodeStart, punycodeEnd, out);
    }
  }

  /** The name breaks the grammar here. */
  void invalid() {
    report(INVALID);
  }

  private void report(byte[] message) {
    if (insideBackReferences == 0 && !checked) {
      refused = true;
    } else {
      out.put(message);
    }
    broken = true;
  }

  /**
   * A lifetime that no binder introduces. This is seen only while printing, so outside back
   * references it does not make the name invalid, if the rest of the name obeys the grammar.
   */
  void unboundLifetime() {
    if (insideBackReferences == 0 && !checked) {
      checked = symbolEnd() >= 0;
    }
    invalid();
  }

  /**
   * Checks the grammar of the whole name without printing.
   *
   * @return where the suffix starts; -1 if the name is malformed
   */
  int symbolEnd() {
    int behind = skipper.skipPathAt(origin, 0);
    boolean hasInstantiatingCrate = behind >= 0 && behind < end && Ascii.isUpper(bytes[behind]);
    return hasInstantiatingCrate ? skipper.skipPathAt(behind, 0) : behind;
  }

  /** Goes past a path without printing it. */
  void skipPath() {
    int behind = skipper.skipPathAt(pos, depth);
    if (behind >= 0) {
      pos = behind;
    } else {
      broken = true;
      refused = insideBackReferences == 0 && !checked;
    }
  }

  /**
   * Follows a back reference whose tag was just taken.
   *
   * @param step what to print there
   * @param argument for that step
   */
  void follow(int step, int argument) {
    int target = backReference();
    if (!wasRead()) {
      return;
    }
    if (depth >= MAX_DEPTH) {
      report(TOO_DEEP);
      return;
    }
    keep(target);
    keep(pos);
    later(Step.RETURN);
    depth++;
    insideBackReferences++;
    pos = target;
    later(step, argument);
  }

  /** Goes back behind the back reference, whatever was wrong at its target. */
  void comeBack() {
    int back = kept();
    repeated += Math.max(0, pos - kept());
    if (repeated > MAX_REPEATED) {
      out.stop();
    }
    pos = back;
    broken = false;
    insideBackReferences--;
  }
}
