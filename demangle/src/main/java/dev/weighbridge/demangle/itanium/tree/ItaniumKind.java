package dev.weighbridge.demangle.itanium.tree;

/**
 * The kinds of {@link ItaniumNodes}; behind each kind what its columns hold. A list is a {@link
 * #LIST}, a range is its first byte and the byte after its last.
 */
public final class ItaniumKind {
  /** Range of a source name. */
  public static final int NAME = 0;

  /** Index of a fixed text in {@link ItaniumWords}. */
  public static final int WORD = 1;

  /** Prefix, name. */
  public static final int NESTED = 2;

  /** Encoding of the function, entity in it. */
  public static final int LOCAL = 3;

  /** Name, list of arguments. */
  public static final int TEMPLATE = 4;

  /** First item, count. */
  public static final int LIST = 5;

  /** A pack as it stands among template arguments: list. */
  public static final int ARGUMENT_PACK = 6;

  /** Pattern of the expansion; 1 if it is an expression. */
  public static final int EXPANSION = 7;

  /** Class, digit of the variant. */
  public static final int CONSTRUCTOR = 8;

  /** The same. */
  public static final int DESTRUCTOR = 9;

  /** Name, tag. */
  public static final int TAGGED = 10;

  /** Index of the operator in {@link ItaniumOperators}. */
  public static final int OPERATOR = 11;

  /** Type. */
  public static final int CONVERSION = 12;

  /** Name of the suffix. */
  public static final int LITERAL_OPERATOR = 13;

  /** Number from 1. */
  public static final int UNNAMED = 14;

  /** List of parameters, number from 1, list of template parameters or none. */
  public static final int LAMBDA = 15;

  /** Number from 1. */
  public static final int DEFAULT_ARGUMENT = 16;

  /** List of names. */
  public static final int BINDING = 17;

  /** Entity, module. */
  public static final int ATTACHED = 18;

  /** Parent or none, name, 1 if a partition. */
  public static final int MODULE = 19;

  /** Name of a friend. */
  public static final int FRIEND = 20;

  /** Name of a member function, {@link ItaniumQualifiers} of its {@code this}. */
  public static final int MEMBER = 21;

  /**
   * Index, the argument if it is known, 1 if it is a parameter of a generic lambda and 2 if it
   * stands in a constraint.
   */
  public static final int TEMPLATE_PARAMETER = 22;

  /** Name, letter that tells its sort, type or list or constraint. */
  public static final int LAMBDA_DECLARATION = 23;

  /** Index of the text in {@link ItaniumWords}, what it is for. */
  public static final int SPECIAL = 24;

  /** Base, derived class. */
  public static final int CONSTRUCTION_TABLE = 25;

  /** Number, name. */
  public static final int TEMPORARY = 26;

  /** Name, function type, list of clauses behind it or none. */
  public static final int FUNCTION_ENTITY = 27;

  /** Type, {@link ItaniumQualifiers}. */
  public static final int QUALIFIED = 28;

  /** Type, name of the qualifier, list of arguments or none. */
  public static final int VENDOR_QUALIFIED = 29;

  /** Type. */
  public static final int POINTER = 30;

  /** The same. */
  public static final int REFERENCE = 31;

  public static final int RVALUE_REFERENCE = 32;

  /** Return type or none, list of parameters, {@link #FUNCTION_QUALIFIERS} or none. */
  public static final int FUNCTION = 33;

  /** {@link ItaniumQualifiers}, exception specification or none. */
  public static final int FUNCTION_QUALIFIERS = 34;

  /** Element, dimension or none. */
  public static final int ARRAY = 35;

  /** Class, member type. */
  public static final int MEMBER_POINTER = 36;

  /** Element or none for pixels, dimension. */
  public static final int VECTOR = 37;

  /** Type, index of the word behind it. */
  public static final int SUFFIXED = 38;

  /** Number of bits, 1 if signed. */
  public static final int BIT_INTEGER = 39;

  /** Expression. */
  public static final int DECLTYPE = 40;

  /** Expression, or none. */
  public static final int NOEXCEPT = 41;

  /** List of types. */
  public static final int THROWS = 42;

  /** Index of the operator, operand. */
  public static final int UNARY = 43;

  /** The same. */
  public static final int POSTFIX = 44;

  /** Index of the operator, left, right. */
  public static final int BINARY = 45;

  /** Callee, list of arguments. */
  public static final int CALL = 46;

  /** Index of the operator, type, operand. */
  public static final int CAST = 47;

  /** Type, operand or list. */
  public static final int CONVERT = 48;

  /** Condition, one, other. */
  public static final int CONDITIONAL = 49;

  /** List of placement arguments, type, initializer or none. */
  public static final int NEW = 50;

  /** Type or none, list. */
  public static final int BRACED = 51;

  /** Field name, value. */
  public static final int FIELD = 52;

  /** Index, value. */
  public static final int ELEMENT = 53;

  /** First index, last index, value. */
  public static final int ELEMENTS = 54;

  /** Letter of the fold and index of the operator, left, right or none. */
  public static final int FOLD = 55;

  /** Type, range of the value. */
  public static final int LITERAL = 56;

  /** Encoding. */
  public static final int EXTERNAL = 57;

  /** Number from 1; 0 is {@code this}. */
  public static final int PARAMETER = 58;

  /** What is counted. */
  public static final int PACK_SIZE = 59;

  /** Name or type. */
  public static final int DESTRUCTOR_NAME = 60;

  /** Name, list of arguments. */
  public static final int VENDOR_EXPRESSION = 61;

  /** List of parameters or none, list of requirements. */
  public static final int REQUIRES = 62;

  /** Expression, 1 if noexcept, type constraint or none. */
  public static final int REQUIREMENT = 63;

  /** Range of digits. */
  public static final int DIGITS = 64;

  /** Constraint. */
  public static final int REQUIRES_CLAUSE = 65;

  /** List of conditions. */
  public static final int ENABLE_IF = 66;

  private static final int FIRST_ENCODING = SPECIAL;
  private static final int FIRST_TYPE = QUALIFIED;
  private static final int FIRST_EXPRESSION = DECLTYPE;

  private ItaniumKind() {}

  /** Whether nodes of a kind hold no others and stand for themselves: half of all nodes do. */
  public static boolean isLeaf(int kind) {
    return kind <= WORD;
  }

  /** Whether a kind is a name, or what stands for one. */
  public static boolean isName(int kind) {
    return kind < FIRST_ENCODING;
  }

  /** Whether a kind is an encoding or a special name. */
  public static boolean isEncoding(int kind) {
    return kind >= FIRST_ENCODING && kind < FIRST_TYPE;
  }

  /** Whether a kind is a type that is not just a name. */
  public static boolean isType(int kind) {
    return kind >= FIRST_TYPE && kind < FIRST_EXPRESSION;
  }
}
