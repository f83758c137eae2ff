package dev.weighbridge.demangle;

/** Prints the identifier a cursor has just read. */
final class IdentifierPrinter {
  private static final byte[] OPEN_PUNYCODE = V0State.ascii("punycode{");

  private final V0State s;
  private Punycode punycode;

  IdentifierPrinter(V0State state) {
    this.s = state;
  }

  void print() {
    if (s.punycodeStart == s.punycodeEnd) {
      s.out.put(s.bytes, s.identStart, s.identEnd - s.identStart);
    } else {
      printPunycode();
    }
  }

  /** What cannot be decoded is shown in the standard's form, with its dash. */
  private void printPunycode() {
    if (punycode == null) {
      punycode = new Punycode();
    }
    if (punycode.decode(s.bytes, s.identStart, s.identEnd, s.punycodeStart, s.punycodeEnd)) {
      for (int i = 0; i < punycode.length(); i++) {
        s.out.putCodePoint(punycode.codePoint(i));
      }
      return;
    }
    s.out.put(OPEN_PUNYCODE);
    if (s.identStart < s.identEnd) {
      s.out.put(s.bytes, s.identStart, s.identEnd - s.identStart);
      s.out.put('-');
    }
    s.out.put(s.bytes, s.punycodeStart, s.punycodeEnd - s.punycodeStart);
    s.out.put('}');
  }
}
