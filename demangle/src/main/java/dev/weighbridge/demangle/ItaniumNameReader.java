package dev.weighbridge.demangle;

import dev.weighbridge.demangle.itanium.ItaniumStructure;

/**
 * Reads the structure of Itanium C++ symbol names, one after another, without making an object for
 * any of them.
 *
 * <p>{@link #read} answers whether a name is Itanium C++; then the other methods tell about that
 * name until the next one is read. Identities are 64-bit hashes that are the same in every run and
 * on every machine. Not safe for use by several threads at once.
 *
 * <p>What instances of a template have in common is the path of names to the entity, without the
 * template arguments at any of them, without parameters and suffixes. So these count as one:
 *
 * <ul>
 *   <li>overloads of one name, because a member of a class template has its parameters with the
 *       arguments put in, and which of them came from the template cannot be seen;
 *   <li>the variants of a constructor or destructor (complete object, base object, deleting), which
 *       {@link #variant()} tells apart;
 *   <li>lambdas of equally many parameters and the same number, in functions of the same name.
 * </ul>
 */
public final class ItaniumNameReader {
  private final ItaniumStructure structure = new ItaniumStructure();

  /** Makes a reader. */
  public ItaniumNameReader() {}

  /**
   * Reads a name. A legacy Rust name is none, see {@link ItaniumDemangler}; nor is {@code DW.ref.}
   * before one: {@link ItaniumDemangler} writes it as text, but it is a pointer of the compiler's,
   * no entity that others could be instances of.
   *
   * @return false if it is not Itanium C++; then the other answers are those of a name that tells
   *     nothing
   */
  public boolean read(NameSlice name) {
    return structure.read(name.array(), name.offset(), name.offset() + name.length());
  }

  /**
   * Identity of the entity whose instances differ only in template arguments: {@code
   * std::vector<int>::push_back(int const&)} has that of {@code
   * std::vector<Foo>::push_back(Foo&&)}. A special name such as a virtual table has one of its own.
   */
  public long genericId() {
    return structure.genericId();
  }

  /** Identity of the namespaces, classes and functions around the entity, without arguments. */
  public long scopeId() {
    return structure.scopeId();
  }

  /** Identity of all the template arguments together; that of no arguments if there are none. */
  public long argumentsId() {
    return structure.argumentsId();
  }

  /**
   * Whether the symbol was made from a template: it or anything around it has template arguments,
   * also those that an abbreviation such as {@code Ss} for {@code std::string} stands for.
   */
  public boolean isTemplateInstance() {
    return structure.isTemplateInstance();
  }

  /** Whether the symbol is a function, or a thunk to one. */
  public boolean isFunction() {
    return structure.isFunction();
  }

  /**
   * Whether the symbol is made by the compiler for an entity: a virtual table, type information, a
   * guard variable, a thunk, a reference temporary and their like.
   */
  public boolean isSpecial() {
    return structure.isSpecial();
  }

  /**
   * The variant of a constructor or destructor by its letters, such as {@code C1} for the
   * constructor of a complete object, {@code C2} of a base object, {@code D0} for the destructor
   * that also frees; as {@code letter << 8 | digit}; 0 if the entity is neither.
   */
  public int variant() {
    return structure.variant();
  }

  /** Whether the outermost name is {@code std}. */
  public boolean isStandard() {
    return structure.isStandard();
  }

  /**
   * First byte of the outermost name, a namespace, class or function, in the array of the slice; -1
   * if it is {@code std}, which is not spelled, or an operator.
   */
  public int outermostStart() {
    return structure.outermostStart();
  }

  /** First byte after the outermost name; -1 if {@link #outermostStart()} is. */
  public int outermostEnd() {
    return structure.outermostEnd();
  }

  /** Number of template arguments of the entity and of all around it, packs taken apart. */
  public int argumentCount() {
    return structure.argumentCount();
  }

  /**
   * Appends the text of a template argument.
   *
   * @param index from 0 to {@link #argumentCount()}, exclusive; those of outer scopes come first
   * @throws IndexOutOfBoundsException if the index is not in that range
   */
  public void appendArgument(int index, TextBuffer out) {
    structure.appendArgument(index, out.utf8());
  }

  /**
   * Appends the text of what {@link #genericId()} stands for, such as {@code
   * std::vector::push_back} or {@code vtable for std::vector}.
   */
  public void appendGeneric(TextBuffer out) {
    structure.appendGeneric(out.utf8());
  }

  /** Appends what is around the entity, such as {@code std::vector}; nothing if nothing is. */
  public void appendScope(TextBuffer out) {
    structure.appendScope(out.utf8());
  }

  /**
   * Where the suffix starts in the array of the slice; the end of the name if it has none; -1 if
   * the name is not Itanium C++.
   */
  public int suffixStart() {
    return structure.suffixStart();
  }
}
