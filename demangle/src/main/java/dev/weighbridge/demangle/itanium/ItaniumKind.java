package dev.weighbridge.demangle.itanium;

/**
 * The kinds of {@link ItaniumNodes}; behind each kind what its columns hold. A list is a {@link
 * #LIST}, a range is its first byte and the byte after its last.
 */
final class ItaniumKind {
  /** Range of a source name. */
  static final int NAME = 0;

  /** Index of a fixed text in {@link ItaniumWords}. */
  static final int WORD = 1;

  /** Prefix, name. */
  static final int NESTED = 2;

  /** Encoding of the function, entity in it. */
  static final int LOCAL = 3;

  /** Name, list of arguments. */
  static final int TEMPLATE = 4;

  /** First item, count. */
  static final int LIST = 5;

  /** A pack as it stands among template arguments: list. */
  static final int ARGUMENT_PACK = 6;

  /** Pattern of the expansion; 1 if it is an expression. */
  static final int EXPANSION = 7;

  /** Class, digit of the variant. */
  static final int CONSTRUCTOR = 8;

  /** The same. */
  static final int DESTRUCTOR = 9;

  /** Name, tag. */
  static final int TAGGED = 10;

  /** Index of the operator in {@link ItaniumOperators}. */
  static final int OPERATOR = 11;

  /** Type. */
  static final int CONVERSION = 12;

  /** Name of the suffix. */
  static final int LITERAL_OPERATOR = 13;

  /** Number from 1. */
  static final int UNNAMED = 14;

  /** List of parameters, number from 1, list of template parameters or none. */
  static final int LAMBDA = 15;

  /** Number from 1. */
  static final int DEFAULT_ARGUMENT = 16;

  /** List of names. */
  static final int BINDING = 17;

  /** Entity, module. */
  static final int ATTACHED = 18;

  /** Parent or none, name, 1 if a partition. */
  static final int MODULE = 19;

  /** Name of a friend. */
  static final int FRIEND = 20;

  /** Name of a member function, {@link ItaniumQualifiers} of its {@code this}. */
  static final int MEMBER = 21;

  /** Index, the argument if it is known, 1 if it is a parameter of a generic lambda. */
  static final int TEMPLATE_PARAMETER = 22;

  /** Name, letter that tells its sort, type or list or constraint. */
  static final int LAMBDA_DECLARATION = 23;

  /** Index of the text in {@link ItaniumWords}, what it is for. */
  static final int SPECIAL = 24;

  /** Base, derived class. */
  static final int CONSTRUCTION_TABLE = 25;

  /** Number, name. */
  static final int TEMPORARY = 26;

  /** Name, function type, requires-clause or none. */
  static final int FUNCTION_ENTITY = 27;

  /** Type, {@link ItaniumQualifiers}. */
  static final int QUALIFIED = 28;

  /** Type, name of the qualifier, list of arguments or none. */
  static final int VENDOR_QUALIFIED = 29;

  /** Type. */
  static final int POINTER = 30;

  /** The same. */
  static final int REFERENCE = 31;

  static final int RVALUE_REFERENCE = 32;

  /** Return type or none, list of parameters, {@link #FUNCTION_QUALIFIERS} or none. */
  static final int FUNCTION = 33;

  /** {@link ItaniumQualifiers}, exception specification or none. */
  static final int FUNCTION_QUALIFIERS = 34;

  /** Element, dimension or none. */
  static final int ARRAY = 35;

  /** Class, member type. */
  static final int MEMBER_POINTER = 36;

  /** Element or none for pixels, dimension. */
  static final int VECTOR = 37;

  /** Type, index of the word behind it. */
  static final int SUFFIXED = 38;

  /** Number of bits, 1 if signed. */
  static final int BIT_INTEGER = 39;

  /** Expression. */
  static final int DECLTYPE = 40;

  /** Expression, or none. */
  static final int NOEXCEPT = 41;

  /** List of types. */
  static final int THROWS = 42;

  /** Index of the operator, operand. */
  static final int UNARY = 43;

  /** The same. */
  static final int POSTFIX = 44;

  /** Index of the operator, left, right. */
  static final int BINARY = 45;

  /** Callee, list of arguments. */
  static final int CALL = 46;

  /** Index of the operator, type, operand. */
  static final int CAST = 47;

  /** Type, operand or list. */
  static final int CONVERT = 48;

  /** Condition, one, other. */
  static final int CONDITIONAL = 49;

  /** List of placement arguments, type, initializer or none. */
  static final int NEW = 50;

  /** Type or none, list. */
  static final int BRACED = 51;

  /** Field name, value. */
  static final int FIELD = 52;

  /** Index, value. */
  static final int ELEMENT = 53;

  /** First index, last index, value. */
  static final int ELEMENTS = 54;

  /** Letter of the fold and index of the operator, left, right or none. */
  static final int FOLD = 55;

  /** Type, range of the value. */
  static final int LITERAL = 56;

  /** Encoding. */
  static final int EXTERNAL = 57;

  /** Number from 1; 0 is {@code this}. */
  static final int PARAMETER = 58;

  /** What is counted. */
  static final int PACK_SIZE = 59;

  /** Name or type. */
  static final int DESTRUCTOR_NAME = 60;

  /** Name, list of arguments. */
  static final int VENDOR_EXPRESSION = 61;

  /** List of parameters or none, list of requirements. */
  static final int REQUIRES = 62;

  /** Expression, 1 if noexcept, type constraint or none. */
  static final int REQUIREMENT = 63;

  /** Range of digits. */
  static final int DIGITS = 64;

  private static final int FIRST_ENCODING = SPECIAL;
  private static final int FIRST_TYPE = QUALIFIED;
  private static final int FIRST_EXPRESSION = DECLTYPE;

  private ItaniumKind() {}

  /** Whether nodes of a kind hold no others and stand for themselves: half of all nodes do. */
  static boolean isLeaf(int kind) {
    return kind <= WORD;
  }

  /** Whether a kind is a name, or what stands for one. */
  static boolean isName(int kind) {
    return kind < FIRST_ENCODING;
  }

  /** Whether a kind is an encoding or a special name. */
  static boolean isEncoding(int kind) {
    return kind >= FIRST_ENCODING && kind < FIRST_TYPE;
  }

  /** Whether a kind is a type that is not just a name. */
  static boolean isType(int kind) {
    return kind >= FIRST_TYPE && kind < FIRST_EXPRESSION;
  }
}
