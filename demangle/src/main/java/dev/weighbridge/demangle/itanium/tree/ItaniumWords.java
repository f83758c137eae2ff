package dev.weighbridge.demangle.itanium.tree;

import dev.weighbridge.demangle.text.Ascii;

/** Fixed texts of the grammar: builtin types, abbreviations of {@code std}, special names. */
public final class ItaniumWords {
  public static final int STD = 0;
  public static final int STRING_LITERAL = 1;
  public static final int BLOCK_LITERAL = 2;
  public static final int THROW = 3;
  public static final int NULLPTR = 4;

  /** First of the abbreviations, in the order of {@link #STANDARD_LETTERS}. */
  private static final int STANDARD = 5;

  /** First of the builtin types that are one letter, from {@code a} to {@code z}. */
  private static final int BUILTIN = 11;

  /** First of the builtin types that follow a {@code D}, in the order of {@link #D_LETTERS}. */
  private static final int BUILTIN_D = 37;

  /** First of the special names, in the order of {@link #SPECIAL_CODES}. */
  private static final int SPECIAL = 48;

  private static final String STANDARD_LETTERS = "absiod";
  private static final String D_LETTERS = "defhisuacn_";
  private static final String SPECIAL_CODES = "TVTTTITSTFTJTHTWTAGVGAGtGnTcThTvGrGI";

  public static final int COMPLEX = 66;
  public static final int IMAGINARY = 67;
  public static final int BFLOAT = 68;
  public static final int BLOCK = 69;

  /** First of the keywords of dependent types, in the order of {@link #ELABORATED_LETTERS}. */
  private static final int ELABORATED = 70;

  public static final int CONSTRUCTION_TABLE = 73;
  public static final int TEMPORARY = 74;
  public static final int LAMBDA = 75;

  private static final String ELABORATED_LETTERS = "sue";

  private static final String[] ROWS = {
    "std",
    "string literal",
    "block literal",
    "throw",
    "nullptr",
    "std::allocator",
    "std::basic_string",
    "std::basic_string<char, std::char_traits<char>, std::allocator<char> >",
    "std::basic_istream<char, std::char_traits<char> >",
    "std::basic_ostream<char, std::char_traits<char> >",
    "std::basic_iostream<char, std::char_traits<char> >",
    "signed char",
    "bool",
    "char",
    "double",
    "long double",
    "float",
    "__float128",
    "unsigned char",
    "int",
    "unsigned int",
    "",
    "long",
    "unsigned long",
    "__int128",
    "unsigned __int128",
    "",
    "",
    "",
    "short",
    "unsigned short",
    "",
    "void",
    "wchar_t",
    "long long",
    "unsigned long long",
    "...",
    "decimal64",
    "decimal128",
    "decimal32",
    "half",
    "char32_t",
    "char16_t",
    "char8_t",
    "auto",
    "decltype(auto)",
    "decltype(nullptr)",
    "_Float",
    "vtable for ",
    "VTT for ",
    "typeinfo for ",
    "typeinfo name for ",
    "typeinfo fn for ",
    "java Class for ",
    "TLS init function for ",
    "TLS wrapper function for ",
    "template parameter object for ",
    "guard variable for ",
    "hidden alias for ",
    "transaction clone for ",
    "non-transaction clone for ",
    "covariant return thunk to ",
    "non-virtual thunk to ",
    "virtual thunk to ",
    "java resource ",
    "initializer for module ",
    " _Complex",
    " _Imaginary",
    "std::bfloat16_t",
    "invocation function for block in ",
    "struct ",
    "union ",
    "enum ",
    "construction vtable for ",
    "reference temporary for ",
    "{lambda#",
  };

  /** The class names by which constructors of the abbreviated classes go. */
  private static final String[] CLASS_NAMES = {
    "allocator", "basic_string", "basic_string", "basic_istream", "basic_ostream", "basic_iostream",
  };

  private static final byte[][] TEXTS = texts(ROWS);
  private static final byte[][] CLASS_TEXTS = texts(CLASS_NAMES);

  private ItaniumWords() {}

  private static byte[][] texts(String[] rows) {
    byte[][] texts = new byte[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      texts[i] = Ascii.bytes(rows[i]);
    }
    return texts;
  }

  public static byte[] text(int word) {
    return TEXTS[word];
  }

  /** The last name in an abbreviation of {@code std}; the word itself for any other. */
  public static byte[] lastName(int word) {
    return isStandardClass(word) ? CLASS_TEXTS[word - STANDARD] : TEXTS[word];
  }

  public static boolean isStandardClass(int word) {
    return word >= STANDARD && word < BUILTIN;
  }

  /** Whether an abbreviation stands for a class with its arguments. */
  public static boolean isStandardInstance(int word) {
    return word > STANDARD + 1 && word < BUILTIN;
  }

  /** The letter of a builtin type of one letter; 0 for any other word. */
  public static int letter(int word) {
    return word >= BUILTIN && word < BUILTIN_D ? 'a' + word - BUILTIN : 0;
  }

  /** The word for {@code S} and a letter; -1 if it is none. */
  public static int standard(int letter) {
    int index = STANDARD_LETTERS.indexOf(letter);
    return index < 0 ? -1 : STANDARD + index;
  }

  /** The word for a builtin type of one letter; -1 if it is none. */
  public static int builtin(int letter) {
    boolean isType = Ascii.isLower(letter) && TEXTS[BUILTIN + letter - 'a'].length > 0;
    return isType ? BUILTIN + letter - 'a' : -1;
  }

  /** The word for a builtin type of {@code D} and a letter; -1 if it is none. */
  public static int builtinD(int letter) {
    int index = D_LETTERS.indexOf(letter);
    return index < 0 || letter == '_' ? -1 : BUILTIN_D + index;
  }

  /** Whether a word is the type {@code Dn} of {@code nullptr}. */
  public static boolean isNullptrType(int word) {
    return word == BUILTIN_D + D_LETTERS.indexOf('n');
  }

  /** The word for Ts, Tu or Te (5.1.5); -1 if the letter is none of them. */
  public static int elaborated(int letter) {
    int index = ELABORATED_LETTERS.indexOf(letter);
    return index < 0 ? -1 : ELABORATED + index;
  }

  /** The word {@code _Float}, behind which its bits are written. */
  public static int floatWord() {
    return BUILTIN_D + D_LETTERS.indexOf('_');
  }

  /** The word for a special name; -1 if the two letters are none. */
  public static int special(int first, int second) {
    for (int i = 0; i < SPECIAL_CODES.length(); i += 2) {
      if (SPECIAL_CODES.charAt(i) == first && SPECIAL_CODES.charAt(i + 1) == second) {
        return SPECIAL + i / 2;
      }
    }
    return -1;
  }
}
