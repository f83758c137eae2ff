package dev.weighbridge.demangle.itanium.tree;

import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;

/**
 * The operators and their codes of two letters (5.1.4.1 and 5.1.6): how they are written and how
 * many operands follow the code.
 */
public final class ItaniumOperators {
  /** How the operands of an operator are written. */
  public static final int NULLARY = 0;

  public static final int UNARY = 1;
  public static final int BINARY = 2;
  public static final int TERNARY = 3;

  /** Has a grammar of its own as an expression. */
  static final int SPECIAL = 4;

  private static final String[] ROWS = {
    "aN2&=",
    "aS2=",
    "aa2&&",
    "ad1&",
    "an2&",
    "at4alignof ",
    "aw1co_await ",
    "az1alignof ",
    "cc4const_cast",
    "cl4()",
    "cm2,",
    "co1~",
    "dV2/=",
    "da1delete[] ",
    "dc4dynamic_cast",
    "de1*",
    "dl1delete ",
    "ds2.*",
    "dt4.",
    "dv2/",
    "eO2^=",
    "eo2^",
    "eq2==",
    "ge2>=",
    "gt2>",
    "ix2[]",
    "lS2<<=",
    "le2<=",
    "ls2<<",
    "lt2<",
    "mI2-=",
    "mL2*=",
    "mi2-",
    "ml2*",
    "mm4--",
    "na4new[]",
    "ne2!=",
    "ng1-",
    "nt1!",
    "nw4new",
    "nx1noexcept",
    "oR2|=",
    "oo2||",
    "or2|",
    "pL2+=",
    "pl2+",
    "pm2->*",
    "pp4++",
    "ps1+",
    "pt4->",
    "qu3?",
    "rM2%=",
    "rS2>>=",
    "rc4reinterpret_cast",
    "rm2%",
    "rs2>>",
    "sc4static_cast",
    "ss2<=>",
    "st4sizeof ",
    "sz1sizeof ",
    "te1typeid ",
    "ti4typeid ",
    "tr0throw",
    "tw1throw ",
  };

  private static final byte[] OPERATOR = Ascii.bytes("operator");

  private static final byte[][] TEXTS = new byte[ROWS.length][];
  private static final byte[] INDEX = new byte[64 * 64];

  static {
    for (int i = 0; i < ROWS.length; i++) {
      String row = ROWS[i];
      TEXTS[i] = Ascii.bytes(row.substring(3));
      INDEX[slot(row.charAt(0), row.charAt(1))] = (byte) (i + 1);
    }
  }

  private ItaniumOperators() {}

  /** The row of a code; -1 if there is none. */
  public static int find(int first, int second) {
    if (first < 'A' || first > 'z' || second < 'A' || second > 'z') {
      return -1;
    }
    return INDEX[slot(first, second)] - 1;
  }

  private static int slot(int first, int second) {
    return (first - 'A') * 64 + second - 'A';
  }

  public static byte[] text(int operator) {
    return TEXTS[operator];
  }

  public static int arity(int operator) {
    return ROWS[operator].charAt(2) - '0';
  }

  public static boolean is(int operator, String code) {
    return ROWS[operator].startsWith(code);
  }

  /** Whether the operand stands in parentheses even if it is a name. */
  public static boolean isAboutType(int operator) {
    return is(operator, "st")
        || is(operator, "at")
        || is(operator, "ti")
        || is(operator, "te")
        || is(operator, "nx");
  }

  /** The code as a number that is the same on every machine and in every version. */
  public static int code(int operator) {
    return ROWS[operator].charAt(0) << 8 | ROWS[operator].charAt(1);
  }

  /** Writes a function's name such as {@code operator+=} or {@code operator new}. */
  public static void printName(int operator, Utf8Buffer out) {
    byte[] text = TEXTS[operator];
    out.put(OPERATOR);
    if (Ascii.isLower(text[0])) {
      out.put(' ');
    }
    boolean hasSpace = text[text.length - 1] == ' ';
    out.put(text, 0, hasSpace ? text.length - 1 : text.length);
  }
}
