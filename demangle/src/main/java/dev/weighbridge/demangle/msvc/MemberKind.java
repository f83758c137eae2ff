package dev.weighbridge.demangle.msvc;

/**
 * What the letter of a function says.
 *
 * @param words access and kind as they are written
 * @param hasThis whether it is called for an object
 * @param isAdjusting whether it corrects the object first, by a fixed number
 */
record MemberKind(String words, boolean hasThis, boolean isAdjusting) {
  private static final String[] ACCESS = {"private: ", "protected: ", "public: "};

  /** Eight letters for each access: plain, static, virtual, adjusting, each near and far. */
  private static final int LETTERS = 8;

  static MemberKind of(char letter) {
    if (letter == 'Y' || letter == 'Z') {
      return new MemberKind("", false, false);
    }
    int number = letter - 'A';
    if (number < 0 || number >= ACCESS.length * LETTERS) {
      throw new MsvcRefusal();
    }
    String access = ACCESS[number / LETTERS];
    return switch (number % LETTERS / 2) {
      case 0 -> new MemberKind(access, true, false);
      case 1 -> new MemberKind(access + "static ", false, false);
      case 2 -> new MemberKind(access + "virtual ", true, false);
      default -> new MemberKind(access + "virtual ", true, true);
    };
  }

  /** The digit of a virtual function that corrects the object by what lies beside it. */
  static MemberKind ofThunk(char digit) {
    int number = digit - '0';
    if (number < 0 || number >= 2 * ACCESS.length) {
      throw new MsvcRefusal();
    }
    return new MemberKind(ACCESS[number / 2] + "virtual ", true, false);
  }
}
