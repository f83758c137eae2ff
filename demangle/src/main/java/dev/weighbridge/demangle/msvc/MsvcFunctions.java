package dev.weighbridge.demangle.msvc;

import dev.weighbridge.demangle.msvc.MsvcGrammar.Qualified;
import dev.weighbridge.demangle.msvc.MsvcType.Form;
import java.util.Optional;

/** Reads the signatures of functions. */
final class MsvcFunctions {
  private final MsvcCursor in;
  private final MsvcGrammar grammar;
  private final MsvcTypes types;

  MsvcFunctions(MsvcCursor in, MsvcGrammar grammar, MsvcTypes types) {
    this.in = in;
    this.grammar = grammar;
    this.types = types;
  }

  /**
   * A signature.
   *
   * @param returns what it returns; nothing if it makes or destroys an object
   * @param convention how it is called
   * @param parameters in parentheses, and what stands behind them
   */
  record Signature(Optional<MsvcType> returns, String convention, String parameters) {
    /** As a type: what it returns stands before, and the rest of that behind. */
    MsvcType type() {
      String before = returns.map(type -> type.before() + " ").orElse("");
      String after = parameters + returns.map(MsvcType::after).orElse("");
      return new MsvcType(before, after, convention, Form.FUNCTION);
    }
  }

  Signature signature(boolean isMember) {
    in.enter();
    String behind = "";
    if (isMember) {
      String extra = types.extended();
      String reference = in.take('G') ? " &" : in.take('H') ? " &&" : "";
      String qualifiers = MsvcTypes.join(types.qualifiers(false), extra);
      behind = (qualifiers.isEmpty() ? "" : " " + qualifiers) + reference;
    }
    String convention = convention();
    Optional<MsvcType> returns =
        in.take('@') ? Optional.empty() : Optional.of(grammar.type(Qualified.AFTER_MARK));
    String parameters = types.parameters();
    if (in.take("_E")) {
      behind = noexcept(behind);
    } else {
      in.require("Z");
    }
    in.leave();
    return new Signature(returns, convention, parameters + behind);
  }

  /** The word stands before a mark of references. */
  private static String noexcept(String behind) {
    int mark = behind.indexOf('&');
    return mark < 0
        ? behind + " noexcept"
        : behind.substring(0, mark - 1) + " noexcept " + behind.substring(mark);
  }

  /** Reads how a function is called. */
  String convention() {
    return switch (in.next()) {
      case 'A', 'B' -> "__cdecl";
      case 'C', 'D' -> "__pascal";
      case 'E', 'F' -> "__thiscall";
      case 'G', 'H' -> "__stdcall";
      case 'I', 'J' -> "__fastcall";
      case 'M', 'N' -> "__clrcall";
      case 'O', 'P' -> "__eabi";
      case 'Q' -> "__vectorcall";
      case 'S' -> "__attribute__((__swiftcall__))";
      case 'W' -> "__attribute__((__swiftasynccall__))";
      case 'w' -> "__regcall";
      default -> throw new MsvcRefusal();
    };
  }
}
