package dev.weighbridge.demangle.msvc;

import dev.weighbridge.demangle.msvc.MsvcGrammar.Qualified;
import dev.weighbridge.demangle.msvc.MsvcType.Form;
import java.util.ArrayList;
import java.util.List;

/** Reads types. */
final class MsvcTypes {
  private static final int MOST_REFERENCES = 10;
  private static final int MOST_DIMENSIONS = 64;

  private final MsvcCursor in;
  private final MsvcGrammar grammar;
  private final MsvcNames names;

  MsvcTypes(MsvcCursor in, MsvcGrammar grammar, MsvcNames names) {
    this.in = in;
    this.grammar = grammar;
    this.names = names;
  }

  MsvcType type(Qualified qualified) {
    in.enter();
    String qualifiers = "";
    if (qualified == Qualified.ALWAYS || (qualified == Qualified.AFTER_MARK && in.take('?'))) {
      qualifiers = qualifiers(false);
    }
    MsvcType type = bare().with(qualifiers);
    in.made(type.before());
    in.made(type.after());
    in.leave();
    return type;
  }

  private MsvcType bare() {
    char first = in.peek();
    if (in.isNext("$$Q") || in.isNext("$$R")) {
      in.next();
      in.next();
      return pointer("&&", in.next() == 'R' ? "volatile" : "");
    }
    if (in.take("$$A8@@")) {
      return grammar.function(true);
    }
    if (in.take("$$A6")) {
      return grammar.function(false);
    }
    return switch (first) {
      case 'T', 'U', 'V', 'W' -> tagged();
      case 'A', 'B', 'P', 'Q', 'R', 'S' -> pointer();
      case 'Y' -> array();
      case '?' -> custom();
      default -> MsvcType.plain(primitive());
    };
  }

  private MsvcType tagged() {
    String word =
        switch (in.next()) {
          case 'T' -> "union ";
          case 'U' -> "struct ";
          case 'V' -> "class ";
          default -> {
            in.require("4");
            yield "enum ";
          }
        };
    return MsvcType.plain(word + names.typeName());
  }

  private MsvcType custom() {
    in.next();
    String name = names.unqualifiedTypeName();
    in.require("@");
    return MsvcType.plain(name);
  }

  private MsvcType pointer() {
    return switch (in.next()) {
      case 'A' -> pointer("&", "");
      case 'B' -> pointer("&", "volatile");
      case 'P' -> pointer("*", "");
      case 'Q' -> pointer("*", "const");
      case 'R' -> pointer("*", "volatile");
      default -> pointer("*", "const volatile");
    };
  }

  private MsvcType pointer(String sign, String ownQualifiers) {
    if (in.take('6')) {
      return to(grammar.function(false), "", "", sign, ownQualifiers);
    }
    if (in.take('8')) {
      String parent = names.typeName();
      return to(grammar.function(true), "", parent + "::", sign, ownQualifiers);
    }
    String extra = extended();
    boolean isUnaligned = extra.contains("__unaligned");
    String qualifiers = join(ownQualifiers, extra.contains("__restrict") ? "__restrict" : "");
    String unaligned = isUnaligned ? "__unaligned " : "";
    if (in.take('8')) {
      String parent = names.typeName();
      return to(grammar.function(true), unaligned, parent + "::", sign, qualifiers);
    }
    if (in.peek() >= 'Q' && in.peek() <= 'T') {
      String ofTarget = qualifiers(true);
      String parent = names.typeName();
      MsvcType target = type(Qualified.NOT).with(ofTarget);
      return to(target, unaligned, parent + "::", sign, qualifiers);
    }
    return to(type(Qualified.ALWAYS), unaligned, "", sign, qualifiers);
  }

  private static MsvcType to(
      MsvcType target, String unaligned, String parent, String sign, String qualifiers) {
    String open =
        switch (target.form()) {
          case ARRAY -> "(";
          case FUNCTION -> "(" + target.convention() + " ";
          default -> "";
        };
    String before =
        MsvcType.spaced(target.before()) + unaligned + open + parent + sign + qualifiers;
    String after = open.isEmpty() ? target.after() : ")" + target.after();
    Form form = parent.isEmpty() ? Form.POINTER : Form.MEMBER_POINTER;
    return new MsvcType(before, after, "", form);
  }

  private MsvcType array() {
    in.next();
    long rank = in.unsigned();
    if (rank == 0 || rank > MOST_DIMENSIONS) {
      throw new MsvcRefusal();
    }
    StringBuilder dimensions = new StringBuilder();
    for (long i = 0; i < rank; i++) {
      long size = in.unsigned();
      dimensions.append('[').append(size == 0 ? "" : Long.toUnsignedString(size)).append(']');
    }
    String qualifiers = in.take("$$C") ? qualifiers(false) : "";
    MsvcType element = type(Qualified.NOT).with(qualifiers);
    return new MsvcType(element.before(), dimensions + element.after(), "", Form.ARRAY);
  }

  /** Marks of 64 bits, which is not written, and of restricted and unaligned pointers. */
  String extended() {
    in.take('E');
    String restricted = in.take('I') ? "__restrict" : "";
    return join(restricted, in.take('F') ? "__unaligned" : "");
  }

  /** Qualifiers of what is pointed to, or with letters of their own, of a member. */
  String qualifiers(boolean isMember) {
    return switch (in.next() - (isMember ? 'Q' : 'A')) {
      case 0 -> "";
      case 1 -> "const";
      case 2 -> "volatile";
      case 3 -> "const volatile";
      default -> throw new MsvcRefusal();
    };
  }

  static String join(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
  }

  /** The parameters of a function in parentheses, up to the end of their list. */
  String parameters() {
    if (in.take('X')) {
      return "(void)";
    }
    List<String> list = new ArrayList<>();
    while (in.peek() != '@' && in.peek() != 'Z') {
      if (in.isDigit()) {
        list.add(in.made(names.references().type(in.next() - '0')));
      } else {
        int start = in.position();
        String text = type(Qualified.NOT).text();
        list.add(text);
        if (in.position() - start > 1) {
          names.references().add(text, MOST_REFERENCES);
        }
      }
    }
    if (in.next() == 'Z') {
      list.add("...");
    }
    return in.made("(" + String.join(", ", list) + ")");
  }

  private String primitive() {
    if (in.take("$$T")) {
      return "std::nullptr_t";
    }
    return switch (in.next()) {
      case 'X' -> "void";
      case 'D' -> "char";
      case 'C' -> "signed char";
      case 'E' -> "unsigned char";
      case 'F' -> "short";
      case 'G' -> "unsigned short";
      case 'H' -> "int";
      case 'I' -> "unsigned int";
      case 'J' -> "long";
      case 'K' -> "unsigned long";
      case 'M' -> "float";
      case 'N' -> "double";
      case 'O' -> "long double";
      case '_' -> longName(in.next());
      default -> throw new MsvcRefusal();
    };
  }

  private static String longName(char letter) {
    return switch (letter) {
      case 'D' -> "__int8";
      case 'E' -> "unsigned __int8";
      case 'F' -> "__int16";
      case 'G' -> "unsigned __int16";
      case 'H' -> "__int32";
      case 'I' -> "unsigned __int32";
      case 'J' -> "__int64";
      case 'K' -> "unsigned __int64";
      case 'L' -> "__int128";
      case 'M' -> "unsigned __int128";
      case 'N' -> "bool";
      case 'P' -> "auto";
      case 'Q' -> "char8_t";
      case 'S' -> "char16_t";
      case 'T' -> "decltype(auto)";
      case 'U' -> "char32_t";
      case 'W' -> "wchar_t";
      default -> throw new MsvcRefusal();
    };
  }
}
