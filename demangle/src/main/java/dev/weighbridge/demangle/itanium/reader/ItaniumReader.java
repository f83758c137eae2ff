package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import dev.weighbridge.demangle.text.Ascii;

/** Makes a tree of a whole mangled name, with one class for each chapter of the grammar. */
public final class ItaniumReader implements ItaniumGrammar {
  /** Longest name that is read; the longest of a real program is some ten thousand bytes. */
  private static final int MAX_LENGTH = 500_000;

  private static final byte[] BLOCK_INVOKE = Ascii.bytes("_block_invoke");

  private final ItaniumTerminals terminals = new ItaniumTerminals();
  private final ItaniumCursor in = terminals.in;
  private final ItaniumTypes types = new ItaniumTypes(terminals, this);
  private final ItaniumUnresolvedNames unresolved = new ItaniumUnresolvedNames(terminals, this);
  private final ItaniumExpressions expressions =
      new ItaniumExpressions(terminals, unresolved, this);
  private final ItaniumTemplates templates = new ItaniumTemplates(terminals, this);
  private final ItaniumNames names = new ItaniumNames(terminals, templates, this);
  private final ItaniumEncodings encodings =
      new ItaniumEncodings(terminals, templates, names, this);

  private int suffixStart;

  /**
   * Reads a name.
   *
   * @return the node for all of it; -1 if the name is not Itanium C++
   */
  public int read(byte[] bytes, int from, int to) {
    int origin = origin(bytes, from, to);
    if (origin < 0 || to - from > MAX_LENGTH) {
      return ItaniumNodes.NONE;
    }
    boolean mayBeBlock = origin - from > 3;
    terminals.begin(bytes, origin, to, false);
    int node = readToEnd(mayBeBlock);
    if (node < 0 && terminals.hasChoice) {
      terminals.begin(bytes, origin, to, true);
      node = readToEnd(mayBeBlock);
    }
    return node;
  }

  private int readToEnd(boolean mayBeBlock) {
    int node = encoding();
    if (!in.broken && mayBeBlock && isBlockInvoke()) {
      node = block(node);
    }
    suffixStart = in.pos;
    return in.broken || !isEnd() ? ItaniumNodes.NONE : node;
  }

  /** The tree that the node of the name last read is in. */
  public ItaniumNodes nodes() {
    return terminals.nodes;
  }

  /** Where what compilers and linkers put behind the name starts. */
  public int suffixStart() {
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
    if (in.pos == in.end) {
      return true;
    }
    if (in.bytes[in.pos] != '.' && in.bytes[in.pos] != '@') {
      return false;
    }
    for (int i = in.pos; i < in.end; i++) {
      if (in.bytes[i] <= ' ' || in.bytes[i] == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private boolean isBlockInvoke() {
    for (int i = 0; i < BLOCK_INVOKE.length; i++) {
      if (in.peek(i) != BLOCK_INVOKE[i]) {
        return false;
      }
    }
    return true;
  }

  /** encoding _block_invoke [[_] number]: what Clang makes of the body of a block. */
  private int block(int encoding) {
    in.pos += BLOCK_INVOKE.length;
    if (in.eat('_') || in.isDigit()) {
      in.number();
    }
    return terminals.nodes.add(ItaniumKind.SPECIAL, ItaniumWords.BLOCK, encoding);
  }

  @Override
  public int encoding() {
    return encodings.encoding();
  }

  @Override
  public int name(boolean isEncoded) {
    return names.name(isEncoded);
  }

  @Override
  public int type() {
    return types.type();
  }

  @Override
  public int parameters() {
    return types.parameters();
  }

  @Override
  public int decltype() {
    return types.decltype();
  }

  @Override
  public int expression() {
    return expressions.expression();
  }

  @Override
  public int primary() {
    return expressions.primary();
  }

  @Override
  public int operatorName() {
    return names.operatorName();
  }

  @Override
  public int templateArguments(boolean areParameters) {
    return templates.arguments(areParameters);
  }

  @Override
  public int argumentsToEnd() {
    return templates.argumentsToEnd();
  }
}
