package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.rust.Identifier;
import dev.weighbridge.demangle.rust.PathElements;
import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;

/**
 * Prints the elements of a path: text for an identity, without generic arguments. Those of a legacy
 * name are printed too; they have no impls.
 */
public final class ElementsPrinter {
  private static final byte[] IMPL = Ascii.bytes("{impl");
  private static final byte[] CLOSURE = Ascii.bytes("closure");
  private static final byte[] SHIM = Ascii.bytes("shim");

  private final V0PathReader path;
  private final PathElements elements;
  private final PathElements hintElements = new PathElements();
  private final V0PathReader hint = new V0PathReader(hintElements);
  private final Identifier identifiers = new Identifier();
  private byte[] bytes = new byte[0];
  private Utf8Buffer out = new Utf8Buffer();

  /**
   * Makes a printer.
   *
   * @param path knows the types and traits of impls
   * @param elements hold what is printed
   */
  public ElementsPrinter(V0PathReader path, PathElements elements) {
    this.path = path;
    this.elements = elements;
  }

  /** Prints the first elements of a name. */
  public void print(int count, byte[] newBytes, Utf8Buffer newOut) {
    bytes = newBytes;
    out = newOut;
    for (int i = 0; i < count; i++) {
      switch (elements.kind(i)) {
        case PathElements.CRATE -> identifier(elements, i);
        case PathElements.TRAIT -> {}
        case PathElements.INHERENT_IMPL -> impl(i, path.selfTypeAt());
        case PathElements.TRAIT_IMPL -> impl(i, path.traitAt());
        default -> nested(i);
      }
    }
  }

  private void nested(int index) {
    int kind = elements.kind(index);
    boolean isNamed = elements.start(index) < elements.end(index);
    if (!Ascii.isUpper(kind)) {
      if (isNamed) {
        out.putSeparator();
        identifier(elements, index);
        if (elements.number(index) != 0) {
          number(index);
        }
      }
      return;
    }
    out.putSeparator();
    out.put('{');
    switch (kind) {
      case PathElements.CLOSURE -> out.put(CLOSURE);
      case PathElements.SHIM -> out.put(SHIM);
      default -> out.put(kind);
    }
    if (isNamed) {
      out.put(':');
      identifier(elements, index);
    }
    number(index);
    out.put('}');
  }

  /** Adds the last word of the type or trait to the impl that is nearest to the item. */
  private void impl(int index, int hintAt) {
    out.putSeparator();
    out.put(IMPL);
    if (hintAt >= 0 && isLastImpl(index)) {
      hint.begin(bytes, path.origin, path.end);
      if (hint.readPathAt(hintAt)) {
        out.put(':');
        identifier(hintElements, hintElements.count() - 1);
      }
    }
    number(index);
    out.put('}');
  }

  private boolean isLastImpl(int index) {
    for (int i = index + 1; i < elements.count(); i++) {
      int kind = elements.kind(i);
      if (kind == PathElements.INHERENT_IMPL || kind == PathElements.TRAIT_IMPL) {
        return false;
      }
    }
    return true;
  }

  private void number(int index) {
    out.put('#');
    out.putDecimal(elements.number(index));
  }

  private void identifier(PathElements of, int index) {
    int codeStart = of.punycode(index);
    int codeEnd = of.end(index);
    boolean isDelimited = codeStart < codeEnd && codeStart > of.start(index);
    int asciiEnd = isDelimited ? codeStart - 1 : codeStart;
    identifiers.print(bytes, of.start(index), asciiEnd, codeStart, codeEnd, out);
  }
}
