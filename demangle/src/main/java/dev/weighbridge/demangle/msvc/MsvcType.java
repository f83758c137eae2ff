package dev.weighbridge.demangle.msvc;

/**
 * A type as text: what stands before the name that is declared with it, and what behind.
 *
 * @param before {@code int *}; of a function what it returns
 * @param after {@code [4]}, {@code (int)}
 * @param convention of a function how it is called; empty for any other type
 * @param form what a pointer to it has to look at
 */
record MsvcType(String before, String after, String convention, Form form) {
  /** How a type is written around a name. */
  enum Form {
    PLAIN,
    ARRAY,
    FUNCTION,
    POINTER,
    MEMBER_POINTER
  }

  static MsvcType plain(String text) {
    return new MsvcType(text, "", "", Form.PLAIN);
  }

  /** The type without a name. */
  String text() {
    return form == Form.FUNCTION ? spaced(before) + convention + after : before + after;
  }

  boolean isPointer() {
    return form == Form.POINTER || form == Form.MEMBER_POINTER;
  }

  /** The type with qualifiers behind it; those of a function are elsewhere. */
  MsvcType with(String qualifiers) {
    if (qualifiers.isEmpty() || before.isEmpty() || form == Form.FUNCTION) {
      return this;
    }
    String text = before;
    for (String word : qualifiers.split(" ", -1)) {
      if (!isQualified(text, word)) {
        char last = text.charAt(text.length() - 1);
        text += (last == '*' || last == '&' ? "" : " ") + word;
      }
    }
    return new MsvcType(text, after, convention, form);
  }

  /** Whether a word is among the qualifiers at the end of a text. */
  private static boolean isQualified(String text, String word) {
    return text.endsWith(word)
        || (text.endsWith(" volatile")
            && isQualified(text.substring(0, text.length() - " volatile".length()), word));
  }

  /** A text, and a space if a word could grow together with what follows. */
  static String spaced(String text) {
    if (text.isEmpty()) {
      return text;
    }
    char last = text.charAt(text.length() - 1);
    return Character.isLetterOrDigit(last) || last == '>' ? text + " " : text;
  }
}
