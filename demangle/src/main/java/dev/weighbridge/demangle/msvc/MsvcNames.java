package dev.weighbridge.demangle.msvc;

import dev.weighbridge.demangle.msvc.MsvcIdentifier.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads names and what is around them. */
final class MsvcNames {
  private static final String ANONYMOUS = "`anonymous namespace'";

  private final MsvcCursor in;
  private final MsvcGrammar grammar;
  private final MsvcTemplates templates;
  private MsvcReferences references = new MsvcReferences();
  private String lastIdentifier = "";

  /** Names of the symbol itself are written without arguments, which are kept here. */
  private final boolean isBare;

  private final List<String> leftOut = new ArrayList<>();
  private int inside;

  MsvcNames(MsvcCursor in, MsvcGrammar grammar, boolean isBare) {
    this.in = in;
    this.grammar = grammar;
    this.isBare = isBare;
    templates = new MsvcTemplates(in, grammar);
  }

  MsvcReferences references() {
    return references;
  }

  /** The template arguments that were left out, outermost last. */
  List<String> leftOut() {
    return leftOut;
  }

  /** Lets digits refer to the name of the symbol that was read last. */
  void keepLastIdentifier() {
    references.name(lastIdentifier, lastIdentifier);
  }

  /** The qualified name of a symbol. */
  MsvcName symbolName() {
    MsvcIdentifier last = unqualified();
    MsvcName name = new MsvcName(scopes(), last);
    lastIdentifier = last.role() == Role.PLAIN ? last.name() + last.arguments() : "";
    return name;
  }

  /** The qualified name of a type. */
  String typeName() {
    in.enter();
    inside++;
    MsvcIdentifier last = MsvcIdentifier.plain(unqualifiedTypeName());
    String text = in.made(new MsvcName(scopes(), last).text());
    inside--;
    in.leave();
    return text;
  }

  String unqualifiedTypeName() {
    if (in.isDigit()) {
      return references.name(in.next() - '0');
    }
    return in.isNext("?$") ? template(true).text("") : simple();
  }

  private MsvcIdentifier unqualified() {
    if (in.isDigit()) {
      return MsvcIdentifier.plain(references.name(in.next() - '0'));
    }
    if (in.isNext("?$")) {
      return template(false);
    }
    return in.take('?') ? MsvcOperators.read(in) : MsvcIdentifier.plain(simple());
  }

  private String simple() {
    String name = in.made(in.word());
    references.name(name, name);
    return name;
  }

  /** What is around a name, outermost first; up to the at sign that ends it. */
  List<String> scopes() {
    List<String> found = new ArrayList<>();
    while (!in.take('@')) {
      found.add(scope());
    }
    Collections.reverse(found);
    return found;
  }

  private String scope() {
    if (in.isDigit()) {
      return references.name(in.next() - '0');
    }
    if (in.isNext("?$")) {
      return template(true).text("");
    }
    if (in.take("?A")) {
      String key = in.take('@') ? "" : in.word();
      references.name("?A" + key, ANONYMOUS);
      return ANONYMOUS;
    }
    if (in.peek() == '?' && isLocal()) {
      return local();
    }
    return simple();
  }

  /** Whether the number of a block follows, and then what it is in. */
  private boolean isLocal() {
    int ahead = 1;
    while (isNumber(in.peek(ahead))) {
      ahead++;
    }
    return ahead > 1 && in.peek(ahead) == '?';
  }

  private static boolean isNumber(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'P') || letter == '@';
  }

  /** A block of a function: its number counts them. */
  private String local() {
    in.require("?");
    long number = in.unsigned();
    in.require("?");
    inside++;
    String around = in.peek() == '?' ? grammar.declaration() + piece() : enclosed();
    inside--;
    return in.made("`" + around + "'::`" + number + "'");
  }

  /** A piece that was split off a function has its name behind that of the function. */
  private String piece() {
    return in.peek() == '.' ? enclosed() : "";
  }

  /** A text up to the at sign that ends what is around, which stays. */
  private String enclosed() {
    String text = in.word();
    in.back(1);
    return text;
  }

  private MsvcIdentifier template(boolean isKept) {
    in.enter();
    in.require("?$");
    MsvcReferences around = references;
    references = new MsvcReferences();
    MsvcIdentifier inner = unqualified();
    inside++;
    String arguments = in.made(templates.arguments());
    inside--;
    references = around;
    in.leave();
    MsvcIdentifier whole = new MsvcIdentifier(inner.name(), arguments, inner.role());
    if (isKept) {
      if (inner.role() != Role.PLAIN) {
        throw new MsvcRefusal();
      }
      references.name(whole.text(""), whole.text(""));
    }
    if (isBare && inside == 0) {
      leftOut.add(arguments.substring(1, arguments.length() - 1));
      return inner;
    }
    return whole;
  }
}
