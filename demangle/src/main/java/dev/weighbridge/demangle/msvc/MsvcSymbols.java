package dev.weighbridge.demangle.msvc;

import dev.weighbridge.demangle.msvc.MsvcGrammar.Qualified;
import java.util.List;

/** Reads symbols: functions, variables, and what compilers make for classes. */
final class MsvcSymbols {
  private final MsvcCursor in;
  private final MsvcGrammar grammar;
  private final MsvcNames names;
  private final MsvcTypes types;
  private final MsvcFunctions functions;
  private boolean isFull;
  private boolean isArm;
  private String path = "";

  MsvcSymbols(
      MsvcCursor in,
      MsvcGrammar grammar,
      MsvcNames names,
      MsvcTypes types,
      MsvcFunctions functions,
      boolean isFull) {
    this.in = in;
    this.grammar = grammar;
    this.names = names;
    this.types = types;
    this.functions = functions;
    this.isFull = isFull;
  }

  /** Whether a function is code for ARM64EC. */
  boolean isArm() {
    return isArm;
  }

  /** The qualified name of the symbol that was read last, which is the outermost one. */
  String path() {
    return path;
  }

  String declaration() {
    boolean before = isFull;
    isFull = true;
    String text = symbol();
    isFull = before;
    return text;
  }

  String symbol() {
    in.enter();
    in.require("?");
    String text;
    if (in.isNext("?_")) {
      text = special();
      path = text;
    } else {
      text = declarator();
    }
    in.leave();
    return in.made(text);
  }

  private String declarator() {
    MsvcName name = names.symbolName();
    String text = isVariable() ? variable(name) : function(name);
    path = name.text();
    return text;
  }

  private boolean isVariable() {
    isArm |= in.take("$$h");
    return in.peek() >= '0' && in.peek() <= '4';
  }

  private String variable(MsvcName name) {
    String access =
        switch (in.next()) {
          case '0' -> "private: static ";
          case '1' -> "protected: static ";
          case '2' -> "public: static ";
          default -> "";
        };
    MsvcType type = grammar.type(Qualified.NOT);
    if (type.isPointer()) {
      types.extended();
      types.qualifiers(in.peek() >= 'Q' && in.peek() <= 'T');
      if (type.form() == MsvcType.Form.MEMBER_POINTER) {
        names.typeName();
      }
    } else {
      type = type.with(types.qualifiers(in.peek() >= 'Q' && in.peek() <= 'T'));
    }
    return isFull
        ? access + MsvcType.spaced(type.before()) + name.text() + type.after()
        : name.text();
  }

  private String function(MsvcName name) {
    String external = in.take("$$J0") ? "extern \"C\" " : "";
    if (in.take('9')) {
      return (isFull ? "extern \"C\" " : "") + name.text();
    }
    boolean isExtended = false;
    boolean isThunk = in.take('$');
    if (isThunk) {
      isExtended = in.take('R');
    }
    char letter = in.next();
    MemberKind kind = isThunk ? MemberKind.ofThunk(letter) : MemberKind.of(letter);
    String adjustment = isThunk ? displacement(isExtended) : "";
    if (kind.isAdjusting()) {
      adjustment = "`adjustor{" + signed() + "}'";
    }
    MsvcFunctions.Signature signature = functions.signature(kind.hasThis());
    String text = name.text();
    if (signature.returns().isPresent()) {
      text = name.convertingTo(signature.returns().get().text()).text();
    }
    String thunk = isThunk || kind.isAdjusting() ? "[thunk]: " : "";
    if (!isFull) {
      return thunk + text + adjustment + signature.parameters();
    }
    MsvcType type = signature.type();
    String before = kind.words() + external + type.before() + signature.convention() + " ";
    return thunk + before + text + adjustment + type.after();
  }

  private String displacement(boolean isExtended) {
    String first = isExtended ? signed() + ", " + signed() + ", " : "";
    return "`vtordisp" + (isExtended ? "ex" : "") + "{" + first + signed() + ", " + signed() + "}'";
  }

  /** Offsets are numbers of 32 bits. */
  private int signed() {
    return (int) in.number();
  }

  private String special() {
    in.require("?_");
    return switch (in.next()) {
      case '7' -> table("`vftable'");
      case '8' -> table("`vbtable'");
      case '9' -> vcall();
      case 'B' -> guard("`local static guard'");
      case 'C' -> MsvcStrings.read(in);
      case 'R' -> runtimeType();
      case 'S' -> table("`local vftable'");
      case '_' -> specialOfThree();
      default -> named("?_");
    };
  }

  private String specialOfThree() {
    return switch (in.next()) {
      case 'E' -> initializer("`dynamic initializer for ");
      case 'F' -> initializer("`dynamic atexit destructor for ");
      case 'J' -> guard("`local static thread guard'");
      default -> named("?__");
    };
  }

  /** An operator with a name of several letters: reads it again as a name. */
  private String named(String mark) {
    in.back(mark.length() + 1);
    return declarator();
  }

  private static String join(List<String> scopes, String name) {
    return scopes.isEmpty() ? name : String.join("::", scopes) + "::" + name;
  }

  private String table(String what) {
    List<String> scopes = names.scopes();
    char kind = in.next();
    if (kind != '6' && kind != '7') {
      throw new MsvcRefusal();
    }
    String qualifiers = types.qualifiers(false);
    String text = (qualifiers.isEmpty() ? "" : qualifiers + " ") + join(scopes, what);
    StringBuilder targets = new StringBuilder();
    while (!in.take('@')) {
      targets.append(targets.length() == 0 ? "{for `" : "'s `").append(names.typeName());
    }
    return targets.length() == 0 ? text : text + targets + "'}";
  }

  private String vcall() {
    List<String> scopes = names.scopes();
    in.require("$B");
    long offset = in.unsigned();
    in.require("A");
    String convention = functions.convention();
    String call = isFull ? convention + " " : "";
    return "[thunk]: " + call + join(scopes, "`vcall'{" + offset + ", {flat}}");
  }

  private String guard(String what) {
    List<String> scopes = names.scopes();
    if (!in.take("4IA")) {
      in.require("5");
    }
    long number = in.isAtEnd() ? 0 : in.unsigned();
    return join(scopes, what) + (number > 0 ? "{" + number + "}" : "");
  }

  private String runtimeType() {
    switch (in.next()) {
      case '0' -> {
        MsvcType type = grammar.type(Qualified.AFTER_MARK);
        in.require("@8");
        return MsvcType.spaced(type.before()) + "`RTTI Type Descriptor'" + type.after();
      }
      case '1' -> {
        String numbers =
            in.unsigned() + ", " + signed() + ", " + in.unsigned() + ", " + in.unsigned();
        return untyped("`RTTI Base Class Descriptor at (" + numbers + ")'");
      }
      case '2' -> {
        return untyped("`RTTI Base Class Array'");
      }
      case '3' -> {
        return untyped("`RTTI Class Hierarchy Descriptor'");
      }
      case '4' -> {
        return table("`RTTI Complete Object Locator'");
      }
      default -> throw new MsvcRefusal();
    }
  }

  private String untyped(String what) {
    List<String> scopes = names.scopes();
    in.require("8");
    return join(scopes, what);
  }

  private String initializer(String what) {
    boolean isMember = in.take('?');
    MsvcName name = names.symbolName();
    String text;
    if (isVariable()) {
      text = what + "`" + variable(name) + "''";
      in.require(isMember ? "@@" : "@");
    } else {
      text = what + "'" + name.text() + "''";
    }
    return function(new MsvcName(List.of(), MsvcIdentifier.plain(text)));
  }
}
