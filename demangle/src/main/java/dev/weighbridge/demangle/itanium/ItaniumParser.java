package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.text.Ascii;

/** Makes nodes of a whole mangled name: encodings and special names (5.1.2, 5.1.4.4). */
final class ItaniumParser extends ItaniumNames {
  /** Longest name that is read; the longest of a real program is some ten thousand bytes. */
  private static final int MAX_LENGTH = 500_000;

  private static final byte[] BLOCK_INVOKE = Ascii.bytes("_block_invoke");

  private int suffixStart;

  /**
   * Reads a name.
   *
   * @return the node for all of it; -1 if the name is not Itanium C++
   */
  int parse(byte[] newBytes, int from, int to) {
    int origin = origin(newBytes, from, to);
    if (origin < 0 || to - from > MAX_LENGTH) {
      return ItaniumNodes.NONE;
    }
    begin(newBytes, origin, to);
    int node = encoding();
    if (!broken && origin - from > 3 && isBlockInvoke()) {
      node = block(node);
    }
    suffixStart = pos;
    return broken || !isEnd() ? ItaniumNodes.NONE : node;
  }

  /** Where what compilers and linkers put behind the name starts. */
  int suffixStart() {
    return suffixStart;
  }

  /** mangled-name ::= _Z encoding; Mach-O adds an underscore, and Clang's blocks two more. */
  private static int origin(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && at - from < 4 && bytes[at] == '_') {
      at++;
    }
    return at > from && to - at > 1 && bytes[at] == 'Z' ? at + 1 : -1;
  }

  private boolean isEnd() {
    if (pos == end) {
      return true;
    }
    if (bytes[pos] != '.' && bytes[pos] != '@') {
      return false;
    }
    for (int i = pos; i < end; i++) {
      if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private boolean isBlockInvoke() {
    for (int i = 0; i < BLOCK_INVOKE.length; i++) {
      if (peek(i) != BLOCK_INVOKE[i]) {
        return false;
      }
    }
    return true;
  }

  /** encoding _block_invoke [[_] number]: what Clang makes of the body of a block. */
  private int block(int encoding) {
    pos += BLOCK_INVOKE.length;
    if (eat('_') || isDigit()) {
      number();
    }
    return nodes.add(ItaniumKind.SPECIAL, ItaniumWords.BLOCK, encoding);
  }

  @Override
  int encoding() {
    return leave(enter() ? anyEncoding() : ItaniumNodes.NONE);
  }

  /** encoding ::= name bare-function-type | name | special-name (5.1.2). */
  private int anyEncoding() {
    int c = peek();
    if (c == 'T' || c == 'G') {
      return specialName(c, peek(1));
    }
    boolean outerForward = isForward;
    boolean outerConversion = isConversionOfEncoding;
    int outerLambda = lambdaDepth;
    long outer = openScope();
    isForward = false;
    lambdaDepth = 0;
    isConversionOfEncoding = true;
    int name = encodedName();
    isConversionOfEncoding = false;
    int node = isEndOfEncoding() ? name : function(name);
    closeScope(outer);
    isForward = outerForward;
    isConversionOfEncoding = outerConversion;
    lambdaDepth = outerLambda;
    return node;
  }

  private boolean isEndOfEncoding() {
    int c = peek();
    return c == 0 || c == 'E' || c == '.' || c == '_' || c == '@';
  }

  /** A template's function has its return type, but for those that have none (5.1.5.3). */
  private int function(int name) {
    if (broken) {
      return ItaniumNodes.NONE;
    }
    int result = hasReturnType(name) ? type() : ItaniumNodes.NONE;
    int parameters = parameters();
    int type = nodes.add(ItaniumKind.FUNCTION, result, parameters);
    int constraint = eat('Q') ? expression() : ItaniumNodes.NONE;
    return nodes.add(ItaniumKind.FUNCTION_ENTITY, name, type, constraint);
  }

  private boolean hasReturnType(int name) {
    int node = name;
    while (nodes.kind(node) == ItaniumKind.LOCAL || isInDefaultArgument(node)) {
      node = nodes.b(node);
    }
    if (nodes.kind(node) == ItaniumKind.MEMBER) {
      node = nodes.a(node);
    }
    if (nodes.kind(node) != ItaniumKind.TEMPLATE) {
      return false;
    }
    int named = nodes.a(node);
    return returns(nodes.kind(named) == ItaniumKind.NESTED ? nodes.b(named) : named);
  }

  private boolean isInDefaultArgument(int node) {
    return nodes.kind(node) == ItaniumKind.NESTED
        && nodes.a(node) >= 0
        && nodes.kind(nodes.a(node)) == ItaniumKind.DEFAULT_ARGUMENT;
  }

  private boolean returns(int name) {
    int node = name;
    while (isWrapper(nodes.kind(node))) {
      node = nodes.a(node);
    }
    int kind = nodes.kind(node);
    return kind != ItaniumKind.CONSTRUCTOR
        && kind != ItaniumKind.DESTRUCTOR
        && kind != ItaniumKind.CONVERSION;
  }

  private static boolean isWrapper(int kind) {
    return kind == ItaniumKind.TAGGED || kind == ItaniumKind.ATTACHED || kind == ItaniumKind.FRIEND;
  }

  /** special-name (5.1.4.4). */
  private int specialName(int first, int second) {
    int word = ItaniumWords.special(first, second);
    pos += 2;
    return switch (first << 8 | second) {
      case 'T' << 8 | 'V',
          'T' << 8 | 'T',
          'T' << 8 | 'I',
          'T' << 8 | 'S',
          'T' << 8 | 'F',
          'T' << 8 | 'J' ->
          nodes.add(ItaniumKind.SPECIAL, word, type());
      case 'T' << 8 | 'H', 'T' << 8 | 'W', 'G' << 8 | 'V' ->
          nodes.add(ItaniumKind.SPECIAL, word, name());
      case 'T' << 8 | 'A' -> nodes.add(ItaniumKind.SPECIAL, word, templateArgument());
      case 'G' << 8 | 'A' -> nodes.add(ItaniumKind.SPECIAL, word, encoding());
      case 'T' << 8 | 'C' -> constructionTable();
      case 'T' << 8 | 'h', 'T' << 8 | 'v' -> {
        pos--;
        skipOffset();
        yield nodes.add(ItaniumKind.SPECIAL, word, encoding());
      }
      case 'T' << 8 | 'c' -> {
        skipOffset();
        skipOffset();
        yield nodes.add(ItaniumKind.SPECIAL, word, encoding());
      }
      case 'G' << 8 | 'R' -> temporary();
      case 'G' << 8 | 'I' -> initializer(word);
      case 'G' << 8 | 'T' -> transactionClone();
      default -> fail();
    };
  }

  /** GI module-name: what initializes a module. */
  private int initializer(int word) {
    int module = moduleName(ItaniumNodes.NONE);
    return module < 0 ? fail() : nodes.add(ItaniumKind.SPECIAL, word, module);
  }

  /** GTt encoding, GTn encoding: copies of a function for use in transactions or outside. */
  private int transactionClone() {
    int letter = peek();
    if (letter != 't' && letter != 'n') {
      return fail();
    }
    pos++;
    return nodes.add(ItaniumKind.SPECIAL, ItaniumWords.special('G', letter), encoding());
  }

  /** call-offset ::= h number _ | v number _ number _ (5.1.4.4). */
  private void skipOffset() {
    boolean isVirtual = eat('v');
    if (!isVirtual) {
      expect('h');
    }
    skipSignedNumber();
    expect('_');
    if (isVirtual) {
      skipSignedNumber();
      expect('_');
    }
  }

  /** TC type number _ type: the virtual table of a base while its derived class is made. */
  private int constructionTable() {
    int derived = type();
    number();
    expect('_');
    return nodes.add(ItaniumKind.CONSTRUCTION_TABLE, type(), derived);
  }

  /** GR name [seq-id] _: an object that a reference keeps alive. */
  private int temporary() {
    int name = name();
    int number = peek() == 0 ? 0 : sequenceNumber();
    return nodes.add(ItaniumKind.TEMPORARY, number, name);
  }
}
