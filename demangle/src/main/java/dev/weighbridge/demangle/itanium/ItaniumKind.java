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
  static final int EXPANSION = 8;

  /** Class, digit of the variant. */
  static final int CONSTRUCTOR = 9;

  static final int DESTRUCTOR = 10;

  /** Name, tag. */
  static final int TAGGED = 11;

  /** Index of the operator in {@link ItaniumOperators}. */
  static final int OPERATOR = 12;

  /** Type. */
  static final int CONVERSION = 13;

  /** Name of the suffix. */
  static final int LITERAL_OPERATOR = 14;

  /** Number from 1. */
  static final int UNNAMED = 15;

  /** List of parameters, number from 1, list of template parameters or none. */
  static final int LAMBDA = 16;

  /** Number from 1. */
  static final int DEFAULT_ARGUMENT = 17;

  /** List of names. */
  static final int BINDING = 18;

  /** Entity, module. */
  static final int ATTACHED = 19;

  /** Parent or none, name, 1 if a partition. */
  static final int MODULE = 20;

  /** Index of the text in {@link ItaniumWords}, what it is for. */
  static final int SPECIAL = 21;

  /** Base, derived class. */
  static final int CONSTRUCTION_TABLE = 22;

  /** Number, name. */
  static final int TEMPORARY = 23;

  /** Name, function type, requires-clause or none. */
  static final int FUNCTION_ENTITY = 24;

  /** Name of a member function, {@link ItaniumQualifiers} of its {@code this}. */
  static final int MEMBER = 25;

  /** Name of a friend. */
  static final int FRIEND = 26;

  /** Type, {@link ItaniumQualifiers}. */
  static final int QUALIFIED = 27;

  /** Type, name of the qualifier, list of arguments or none. */
  static final int VENDOR_QUALIFIED = 28;

  /** Type. */
  static final int POINTER = 29;

  static final int REFERENCE = 30;
  static final int RVALUE_REFERENCE = 31;

  /** Return type or none, list of parameters, {@link #FUNCTION_QUALIFIERS} or none. */
  static final int FUNCTION = 32;

  /** {@link ItaniumQualifiers}, exception specification or none. */
  static final int FUNCTION_QUALIFIERS = 33;

  /** Element, dimension or none. */
  static final int ARRAY = 34;

  /** Class, member type. */
  static final int MEMBER_POINTER = 35;

  /** Expression. */
  static final int DECLTYPE = 36;

  /** Element or none for pixels, dimension. */
  static final int VECTOR = 37;

  /** Type, index of the word behind it. */
  static final int SUFFIXED = 38;

  /** Number of bits, 1 if signed. */
  static final int BIT_INTEGER = 39;

  /** Index, the argument if it is known, 1 if it is a parameter of a generic lambda. */
  static final int TEMPLATE_PARAMETER = 40;

  /** Name, letter that tells its sort, type or list or constraint. */
  static final int LAMBDA_DECLARATION = 44;

  /** Expression, or none. */
  static final int NOEXCEPT = 45;

  /** List of types. */
  static final int THROWS = 46;

  /** Index of the operator, operand. */
  static final int UNARY = 47;

  static final int POSTFIX = 48;

  /** Index of the operator, left, right. */
  static final int BINARY = 49;

  /** Callee, list of arguments. */
  static final int CALL = 50;

  /** Index of the operator, type, operand. */
  static final int CAST = 51;

  /** Type, operand or list. */
  static final int CONVERT = 52;

  /** Condition, one, other. */
  static final int CONDITIONAL = 53;

  /** List of placement arguments, type, initializer or none. */
  static final int NEW = 54;

  /** Type or none, list. */
  static final int BRACED = 55;

  /** Field name, value. */
  static final int FIELD = 56;

  /** Index, value. */
  static final int ELEMENT = 57;

  /** First index, last index, value. */
  static final int ELEMENTS = 58;

  /** Letter of the fold and index of the operator, left, right or none. */
  static final int FOLD = 59;

  /** Type, range of the value. */
  static final int LITERAL = 60;

  /** Encoding. */
  static final int EXTERNAL = 61;

  /** Number from 1; 0 is {@code this}. */
  static final int PARAMETER = 62;

  /** What is counted. */
  static final int PACK_SIZE = 63;

  /** Name or type. */
  static final int DESTRUCTOR_NAME = 64;

  /** Name, list of arguments. */
  static final int VENDOR_EXPRESSION = 65;

  /** List of parameters or none, list of requirements. */
  static final int REQUIRES = 66;

  /** Expression, 1 if noexcept, type constraint or none. */
  static final int REQUIREMENT = 67;

  /** Range of digits. */
  static final int DIGITS = 68;

  private ItaniumKind() {}
}
