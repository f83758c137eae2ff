package dev.weighbridge.demangle.msvc;

import java.util.Map;

/** Functions that have a letter in place of a name. */
final class MsvcOperators {
  /** By what follows the question mark. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("2", "operator new"),
          Map.entry("3", "operator delete"),
          Map.entry("4", "operator="),
          Map.entry("5", "operator>>"),
          Map.entry("6", "operator<<"),
          Map.entry("7", "operator!"),
          Map.entry("8", "operator=="),
          Map.entry("9", "operator!="),
          Map.entry("A", "operator[]"),
          Map.entry("C", "operator->"),
          Map.entry("D", "operator*"),
          Map.entry("E", "operator++"),
          Map.entry("F", "operator--"),
          Map.entry("G", "operator-"),
          Map.entry("H", "operator+"),
          Map.entry("I", "operator&"),
          Map.entry("J", "operator->*"),
          Map.entry("K", "operator/"),
          Map.entry("L", "operator%"),
          Map.entry("M", "operator<"),
          Map.entry("N", "operator<="),
          Map.entry("O", "operator>"),
          Map.entry("P", "operator>="),
          Map.entry("Q", "operator,"),
          Map.entry("R", "operator()"),
          Map.entry("S", "operator~"),
          Map.entry("T", "operator^"),
          Map.entry("U", "operator|"),
          Map.entry("V", "operator&&"),
          Map.entry("W", "operator||"),
          Map.entry("X", "operator*="),
          Map.entry("Y", "operator+="),
          Map.entry("Z", "operator-="),
          Map.entry("_0", "operator/="),
          Map.entry("_1", "operator%="),
          Map.entry("_2", "operator>>="),
          Map.entry("_3", "operator<<="),
          Map.entry("_4", "operator&="),
          Map.entry("_5", "operator|="),
          Map.entry("_6", "operator^="),
          Map.entry("_D", "`vbase dtor'"),
          Map.entry("_E", "`vector deleting dtor'"),
          Map.entry("_F", "`default ctor closure'"),
          Map.entry("_G", "`scalar deleting dtor'"),
          Map.entry("_H", "`vector ctor iterator'"),
          Map.entry("_I", "`vector dtor iterator'"),
          Map.entry("_J", "`vector vbase ctor iterator'"),
          Map.entry("_K", "`virtual displacement map'"),
          Map.entry("_L", "`eh vector ctor iterator'"),
          Map.entry("_M", "`eh vector dtor iterator'"),
          Map.entry("_N", "`eh vector vbase ctor iterator'"),
          Map.entry("_O", "`copy ctor closure'"),
          Map.entry("_T", "`local vftable ctor closure'"),
          Map.entry("_U", "operator new[]"),
          Map.entry("_V", "operator delete[]"),
          Map.entry("__A", "`managed vector ctor iterator'"),
          Map.entry("__B", "`managed vector dtor iterator'"),
          Map.entry("__C", "`EH vector copy ctor iterator'"),
          Map.entry("__D", "`EH vector vbase copy ctor iterator'"),
          Map.entry("__G", "`vector copy ctor iterator'"),
          Map.entry("__H", "`vector vbase copy constructor iterator'"),
          Map.entry("__I", "`managed vector vbase copy constructor iterator'"),
          Map.entry("__L", "operator co_await"),
          Map.entry("__M", "operator<=>"));

  private MsvcOperators() {}

  /** Reads the letters behind a question mark. */
  static MsvcIdentifier read(MsvcCursor in) {
    if (in.take('0')) {
      return new MsvcIdentifier("", "", MsvcIdentifier.Role.CONSTRUCTOR);
    }
    if (in.take('1')) {
      return new MsvcIdentifier("", "", MsvcIdentifier.Role.DESTRUCTOR);
    }
    if (in.take('B')) {
      return new MsvcIdentifier("", "", MsvcIdentifier.Role.CONVERSION);
    }
    if (in.take("__K")) {
      return MsvcIdentifier.plain("operator \"\"" + in.word());
    }
    String letters = in.take("__") ? "__" : in.take('_') ? "_" : "";
    String text = TEXTS.get(letters + in.next());
    if (text == null) {
      throw new MsvcRefusal();
    }
    return MsvcIdentifier.plain(text);
  }
}
