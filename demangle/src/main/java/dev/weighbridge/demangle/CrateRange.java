package dev.weighbridge.demangle;

/**
 * A crate as a symbol name mentions it: the range of the crate's name and its disambiguator.
 *
 * <p>It is a view that its {@link RustNameReader} moves with every name it reads; take from it what
 * is to last. Offsets are those of the array of the {@link NameSlice}.
 */
public final class CrateRange {
  private static final byte[] NONE = new byte[0];

  private byte[] bytes = NONE;
  private int start = -1;
  private int end = -1;
  private int asciiEnd;
  private int punycodeStart;
  private long disambiguator;

  CrateRange() {}

  void clear() {
    bytes = NONE;
    start = -1;
    end = -1;
    disambiguator = 0;
  }

  /** Takes the identifier that a cursor has just read. */
  void set(V0Cursor cursor, long newDisambiguator) {
    set(cursor.bytes, cursor.identStart, cursor.punycodeEnd, newDisambiguator);
    asciiEnd = cursor.identEnd;
    punycodeStart = cursor.punycodeStart;
  }

  void set(byte[] newBytes, int from, int to, long newDisambiguator) {
    bytes = newBytes;
    start = from;
    end = to;
    asciiEnd = to;
    punycodeStart = to;
    disambiguator = newDisambiguator;
  }

  boolean isStandard(StandardCrates standard) {
    return standard.isStandard(bytes, start, end, disambiguator);
  }

  /** Whether the name mentions such a crate. */
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

  /**
   * The crate's disambiguator, an unsigned number that tells crates of one name apart; 0 if the
   * mangling has none (legacy) or there is no such crate.
   */
  public long disambiguator() {
    return disambiguator;
  }

  /** A 64-bit hash of name and disambiguator; 0 if there is no such crate. */
  public long id() {
    return isPresent() ? id(bytes, start, end, disambiguator) : 0;
  }

  static long id(byte[] name, int from, int to, long disambiguator) {
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

  /**
   * A lasting copy.
   *
   * @throws IllegalStateException if there is no such crate
   */
  public CrateName toCrateName() {
    if (!isPresent()) {
      throw new IllegalStateException("the name mentions no such crate");
    }
    return new CrateName(toString(), disambiguator);
  }

  /** The crate's name, with Punycode decoded; empty if there is no such crate. */
  @Override
  public String toString() {
    TextBuffer text = new TextBuffer();
    if (isPresent()) {
      new Identifier().print(bytes, start, asciiEnd, punycodeStart, end, text);
    }
    return text.toString();
  }
}
