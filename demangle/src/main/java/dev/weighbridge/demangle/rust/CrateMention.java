package dev.weighbridge.demangle.rust;

import dev.weighbridge.demangle.text.IdentityHash;
import dev.weighbridge.demangle.text.Utf8Buffer;

/**
 * A crate as a name mentions it: the range of the crate's name and its disambiguator.
 *
 * <p>Whoever reads a name moves the mentions of its crates; they point into the bytes of the name.
 */
public final class CrateMention {
  private static final byte[] NONE = new byte[0];

  private byte[] bytes = NONE;
  private int start = -1;
  private int end = -1;
  private int asciiEnd;
  private int punycodeStart;
  private long disambiguator;

  /** Forgets the crate. */
  public void clear() {
    bytes = NONE;
    start = -1;
    end = -1;
    disambiguator = 0;
  }

  /** Takes a name in plain characters. */
  public void set(byte[] newBytes, int from, int to, long newDisambiguator) {
    set(newBytes, from, to, to, to, newDisambiguator);
  }

  /** Takes a name of which a part may be in Punycode; that part is empty if it has none. */
  public void set(
      byte[] newBytes, int from, int newAsciiEnd, int codeStart, int to, long newDisambiguator) {
    bytes = newBytes;
    start = from;
    end = to;
    asciiEnd = newAsciiEnd;
    punycodeStart = codeStart;
    disambiguator = newDisambiguator;
  }

  /** Whether a set of crates has this one. */
  public boolean isIn(CrateSet set) {
    return set.contains(bytes, start, end, disambiguator);
  }

  /** Whether there is such a crate. */
  public boolean isPresent() {
    return start >= 0;
  }

  /** First byte of the crate's name; -1 if there is no such crate. */
  public int start() {
    return start;
  }

  /** First byte after the crate's name; -1 if there is no such crate. */
  public int end() {
    return end;
  }

  /** The disambiguator; 0 if the mangling has none or there is no such crate. */
  public long disambiguator() {
    return disambiguator;
  }

  /** A hash of name and disambiguator; 0 if there is no such crate. */
  public long id() {
    return isPresent() ? id(bytes, start, end, disambiguator) : 0;
  }

  /** The same hash for a name in bytes of its own. */
  public static long id(byte[] name, int from, int to, long disambiguator) {
    return IdentityHash.finish(
        IdentityHash.mix(IdentityHash.start('C'), name, from, to) ^ disambiguator);
  }

  /** Whether the crate has a given ASCII name, whatever its disambiguator. */
  public boolean isNamed(String name) {
    if (!isPresent() || name.length() != end - start) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != bytes[start + i]) {
        return false;
      }
    }
    return true;
  }

  /** The crate's name, with Punycode decoded; empty if there is no such crate. */
  @Override
  public String toString() {
    Utf8Buffer text = new Utf8Buffer();
    if (isPresent()) {
      new Identifier().print(bytes, start, asciiEnd, punycodeStart, end, text);
    }
    return text.toString();
  }
}
