package dev.weighbridge.demangle;

/** Prints the elements of a path: text for an identity, without generic arguments. */
final class ElementsPrinter {
  private static final byte[] IMPL = Ascii.bytes("{impl");
  private static final byte[] CLOSURE = Ascii.bytes("closure");
  private static final byte[] SHIM = Ascii.bytes("shim");

  private final RustNameReader reader;
  private final SpineElements elements;
  private final byte[] bytes;
  private final TextBuffer out;
  private final Identifier identifiers = new Identifier();

  /** Prints what a reader has read. */
  ElementsPrinter(RustNameReader reader, byte[] bytes, TextBuffer out) {
    this.reader = reader;
    this.elements = reader.elements();
    this.bytes = bytes;
    this.out = out;
  }

  /** Prints the first elements. */
  void print(int count) {
    for (int i = 0; i < count; i++) {
      switch (elements.kind(i)) {
        case SpineElements.CRATE -> identifier(elements, i);
        case SpineElements.TRAIT -> {}
        case SpineElements.INHERENT_IMPL -> impl(i, reader.spine().selfTypeAt());
        case SpineElements.TRAIT_IMPL -> impl(i, reader.spine().traitAt());
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
      case SpineElements.CLOSURE -> out.put(CLOSURE);
      case SpineElements.SHIM -> out.put(SHIM);
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
      V0Spine hint = new V0Spine();
      hint.begin(bytes, reader.origin(), reader.mangledEnd());
      hint.pos = hintAt;
      if (hint.readPath()) {
        out.put(':');
        identifier(hint.elements(), hint.elements().count() - 1);
      }
    }
    number(index);
    out.put('}');
  }

  private boolean isLastImpl(int index) {
    for (int i = index + 1; i < elements.count(); i++) {
      int kind = elements.kind(i);
      if (kind == SpineElements.INHERENT_IMPL || kind == SpineElements.TRAIT_IMPL) {
        return false;
      }
    }
    return true;
  }

  private void number(int index) {
    out.put('#');
    out.putDecimal(elements.number(index));
  }

  private void identifier(SpineElements of, int index) {
    int codeStart = of.punycode(index);
    int codeEnd = of.end(index);
    boolean isDelimited = codeStart < codeEnd && codeStart > of.start(index);
    int asciiEnd = isDelimited ? codeStart - 1 : codeStart;
    identifiers.print(bytes, of.start(index), asciiEnd, codeStart, codeEnd, out);
  }
}
