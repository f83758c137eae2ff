package dev.weighbridge.demangle.msvc;

import dev.weighbridge.demangle.msvc.MsvcGrammar.Qualified;
import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of templates. */
final class MsvcTemplates {
  private final MsvcCursor in;
  private final MsvcGrammar grammar;

  MsvcTemplates(MsvcCursor in, MsvcGrammar grammar) {
    this.in = in;
    this.grammar = grammar;
  }

  /** All arguments up to the at sign behind them, in angle brackets. */
  String arguments() {
    List<String> list = new ArrayList<>();
    while (!in.take('@')) {
      if (in.take("$S") || in.take("$$V") || in.take("$$$V") || in.take("$$Z")) {
        continue;
      }
      boolean isAuto = in.take("$M");
      if (isAuto) {
        // The type of the argument, which its value shows.
        grammar.type(Qualified.NOT);
      }
      list.add(argument(isAuto));
    }
    return "<" + String.join(", ", list) + ">";
  }

  private String argument(boolean isAuto) {
    if (in.take("$$Y")) {
      return grammar.typeName();
    }
    if (in.take("$$B")) {
      return grammar.type(Qualified.NOT).text();
    }
    if (in.take("$$C")) {
      return grammar.type(Qualified.ALWAYS).text();
    }
    String mark = isAuto ? "" : "$";
    if (in.take(mark + "0")) {
      return Long.toString(in.number());
    }
    if (in.take(mark + "1")) {
      return member(0);
    }
    if (in.take(mark + "H")) {
      return member(1);
    }
    if (in.take(mark + "I")) {
      return member(2);
    }
    if (in.take(mark + "J")) {
      return member(3);
    }
    if (in.isNext(mark + "E?")) {
      in.require(mark + "E");
      return grammar.symbol();
    }
    if (in.take(mark + "F")) {
      return numbers("", 2);
    }
    if (in.take(mark + "G")) {
      return numbers("", 3);
    }
    return grammar.type(Qualified.NOT).text();
  }

  /** The address of a function or variable; of a member of some classes, with numbers. */
  private String member(int count) {
    String symbol = "";
    if (in.peek() == '?') {
      symbol = grammar.symbol();
      grammar.keepLastIdentifier();
    } else {
      in.take('@');
    }
    return count == 0 ? "&" + symbol : numbers(symbol, count);
  }

  private String numbers(String symbol, int count) {
    List<String> parts = new ArrayList<>();
    if (!symbol.isEmpty()) {
      parts.add(symbol);
    }
    for (int i = 0; i < count; i++) {
      parts.add(Long.toString(in.number()));
    }
    return "{" + String.join(", ", parts) + "}";
  }
}
