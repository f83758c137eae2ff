package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumKind;
import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.itanium.tree.ItaniumWords;
import dev.weighbridge.demangle.text.Ascii;

/** The encodings of the grammar and special names (5.1.2, 5.1.4.4). */
final class ItaniumEncodings {
  private static final byte[] ENABLE_IF = Ascii.bytes("Ua9enable_ifI");

  private final ItaniumCursor in;
  private final ItaniumNodes nodes;
  private final ItaniumScope scope;
  private final ItaniumTemplates templates;
  private final ItaniumNames names;
  private final ItaniumGrammar grammar;

  ItaniumEncodings(
      ItaniumTerminals terminals,
      ItaniumTemplates templates,
      ItaniumNames names,
      ItaniumGrammar grammar) {
    in = terminals.in;
    nodes = terminals.nodes;
    scope = terminals.scope;
    this.templates = templates;
    this.names = names;
    this.grammar = grammar;
  }

  int encoding() {
    return in.leave(in.enter() ? anyEncoding() : ItaniumNodes.NONE);
  }

  /** encoding ::= name bare-function-type | name | special-name (5.1.2). */
  private int anyEncoding() {
    int c = in.peek();
    if (c == 'T' || c == 'G') {
      return specialName(c, in.peek(1));
    }
    boolean outerForward = scope.isForward;
    boolean outerConversion = scope.isConversionOfEncoding;
    int outerLambda = scope.lambdaDepth;
    int outerConstraint = scope.constraint;
    scope.open();
    scope.constraint = ItaniumNodes.NONE;
    scope.isForward = false;
    scope.lambdaDepth = 0;
    scope.isConversionOfEncoding = true;
    int name = names.name(true);
    scope.isConversionOfEncoding = false;
    int node = isEndOfEncoding() ? name : function(name);
    scope.close();
    scope.constraint = outerConstraint;
    scope.isForward = outerForward;
    scope.isConversionOfEncoding = outerConversion;
    scope.lambdaDepth = outerLambda;
    return node;
  }

  private boolean isEndOfEncoding() {
    int c = in.peek();
    return c == 0 || c == 'E' || c == '.' || c == '_' || c == '@';
  }

  /** A template's function has its return type, but for those that have none (5.1.5.3). */
  private int function(int name) {
    if (in.broken) {
      return ItaniumNodes.NONE;
    }
    int ofTemplate = scope.constraint;
    int condition = enableIf();
    // The J is GCC's, for Java: the return type is there whatever the name.
    boolean hasResult = in.eat('J') || hasReturnType(name);
    int result = hasResult ? grammar.type() : ItaniumNodes.NONE;
    int parameters = grammar.parameters();
    int type = nodes.add(ItaniumKind.FUNCTION, result, parameters);
    int trailing = templates.constraint();
    int clauses = clauses(condition, ofTemplate, trailing);
    return nodes.add(ItaniumKind.FUNCTION_ENTITY, name, type, clauses);
  }

  /** A list of those clauses that are there; -1 if none is. */
  private int clauses(int condition, int ofTemplate, int trailing) {
    if (condition < 0 && ofTemplate < 0 && trailing < 0) {
      return ItaniumNodes.NONE;
    }
    int list = nodes.beginList();
    clause(condition);
    clause(ofTemplate);
    clause(trailing);
    return nodes.endList(list);
  }

  private void clause(int clause) {
    if (clause >= 0) {
      nodes.item(clause);
    }
  }

  /** Clang's attribute enable_if is part of the name: U 9enable_if template-args. */
  private int enableIf() {
    for (int i = 0; i < ENABLE_IF.length; i++) {
      if (in.peek(i) != ENABLE_IF[i]) {
        return ItaniumNodes.NONE;
      }
    }
    in.pos += ENABLE_IF.length;
    return nodes.add(ItaniumKind.ENABLE_IF, templates.argumentsToEnd());
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
    in.pos += 2;
    return switch (first << 8 | second) {
      case 'T' << 8 | 'V',
          'T' << 8 | 'T',
          'T' << 8 | 'I',
          'T' << 8 | 'S',
          'T' << 8 | 'F',
          'T' << 8 | 'J' ->
          nodes.add(ItaniumKind.SPECIAL, word, grammar.type());
      case 'T' << 8 | 'H', 'T' << 8 | 'W', 'G' << 8 | 'V' ->
          nodes.add(ItaniumKind.SPECIAL, word, names.name(false));
      case 'T' << 8 | 'A' -> nodes.add(ItaniumKind.SPECIAL, word, templates.argument());
      case 'G' << 8 | 'A' -> nodes.add(ItaniumKind.SPECIAL, word, encoding());
      case 'T' << 8 | 'C' -> constructionTable();
      case 'T' << 8 | 'h', 'T' << 8 | 'v' -> {
        in.pos--;
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
      default -> in.fail();
    };
  }

  /** GI module-name: what initializes a module. */
  private int initializer(int word) {
    int module = names.moduleName(ItaniumNodes.NONE);
    return module < 0 ? in.fail() : nodes.add(ItaniumKind.SPECIAL, word, module);
  }

  /** GTt encoding, GTn encoding: copies of a function for use in transactions or outside. */
  private int transactionClone() {
    int letter = in.peek();
    if (letter != 't' && letter != 'n') {
      return in.fail();
    }
    in.pos++;
    return nodes.add(ItaniumKind.SPECIAL, ItaniumWords.special('G', letter), encoding());
  }

  /** call-offset ::= h number _ | v number _ number _ (5.1.4.4). */
  private void skipOffset() {
    boolean isVirtual = in.eat('v');
    if (!isVirtual) {
      in.expect('h');
    }
    in.skipSignedNumber();
    in.expect('_');
    if (isVirtual) {
      in.skipSignedNumber();
      in.expect('_');
    }
  }

  /** TC type number _ type: the virtual table of a base while its derived class is made. */
  private int constructionTable() {
    int derived = grammar.type();
    in.number();
    in.expect('_');
    return nodes.add(ItaniumKind.CONSTRUCTION_TABLE, grammar.type(), derived);
  }

  /** GR name [seq-id] _: an object that a reference keeps alive. */
  private int temporary() {
    int name = names.name(false);
    int number = in.peek() == 0 ? 0 : in.sequenceNumber();
    return nodes.add(ItaniumKind.TEMPORARY, number, name);
  }
}
