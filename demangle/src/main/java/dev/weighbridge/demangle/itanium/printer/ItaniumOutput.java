package dev.weighbridge.demangle.itanium.printer;

import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.text.Utf8Buffer;

/** The tree that is written, the text it becomes, and the bounds on the work. */
final class ItaniumOutput {
  /** Deepest nesting that is printed: of the name itself and what its parameters stand for. */
  private static final int MAX_DEPTH = 256;

  /** Nodes that are printed for one name; a million bytes of text need fewer. */
  private static final int MAX_STEPS = 500_000;

  final ItaniumNodes nodes;
  byte[] bytes = new byte[0];
  Utf8Buffer text = new Utf8Buffer();

  private int depth;
  private int steps;
  private boolean broken;

  ItaniumOutput(ItaniumNodes nodes) {
    this.nodes = nodes;
  }

  void begin(byte[] newBytes, Utf8Buffer newText) {
    bytes = newBytes;
    text = newText;
    depth = 0;
    steps = 0;
    broken = false;
  }

  boolean isBroken() {
    return broken || text.isFull();
  }

  /** Gives the name up. */
  void fail() {
    broken = true;
  }

  /** Goes into a node; false if that is too deep or too much. */
  boolean enter() {
    depth++;
    if (depth > MAX_DEPTH || ++steps > MAX_STEPS) {
      broken = true;
    }
    return !isBroken();
  }

  void leave() {
    depth--;
  }

  void put(int ascii) {
    text.put(ascii);
  }

  void put(byte[] ascii) {
    text.put(ascii);
  }

  void put(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      text.put(ascii.charAt(i));
    }
  }

  /** Writes a range of the mangled name. */
  void putRange(int from, int to) {
    text.put(bytes, from, to - from);
  }

  void putNumber(int number) {
    text.putDecimal(number);
  }

  /** The byte written last; 0 if there is none. */
  int lastByte() {
    return text.length() == 0 ? 0 : text.byteAt(text.length() - 1);
  }
}
