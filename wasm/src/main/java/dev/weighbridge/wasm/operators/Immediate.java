package dev.weighbridge.wasm.operators;

/** What an operator may carry besides its opcode. Core specification 5.4. */
public enum Immediate {
  /** A block type: a type index, or negative for a value type or none; signed, 33 bits. */
  BLOCK_TYPE('b'),
  /** How many blocks out to branch. */
  LABEL('l'),
  /** A list of labels and a default one; its value is the length of the list. */
  LABEL_TABLE('L'),
  /** A function index. */
  FUNCTION('f'),
  /** A type index. */
  TYPE('y'),
  /** A table index. */
  TABLE('t'),
  /** The index of a local. */
  LOCAL('x'),
  /** A global index. */
  GLOBAL('g'),
  /** A memory index. */
  MEMORY('m'),
  /** The index of a data segment. */
  DATA('d'),
  /** The index of an element segment. */
  ELEMENT('e'),
  /** A tag index. */
  TAG('a'),
  /** The index of a field of a structure. */
  FIELD('F'),
  /** An alignment, a memory and an offset; its value is the offset, unsigned. */
  MEMORY_ARGUMENT('M'),
  /** A 32-bit integer, signed. */
  I32('i'),
  /** A 64-bit integer. */
  I64('I'),
  /** The bits of a 32-bit float. */
  F32('s'),
  /** The bits of a 64-bit float. */
  F64('S'),
  /** Sixteen bytes; its value is their place. */
  V128('v'),
  /** A lane of a vector. */
  LANE('n'),
  /** A heap type: a type index, or negative for an abstract one; signed, 33 bits. */
  HEAP_TYPE('h'),
  /** A list of value types; its value is their number. */
  VALUE_TYPES('V'),
  /** Which of the two types of a cast may be null. */
  CAST_FLAGS('c'),
  /** The catch clauses of {@code try_table}; its value is their number. */
  HANDLERS('H'),
  /**
   * The handlers of {@code resume}: tags with a label, or to switch on; its value is their number.
   */
  RESUME_HANDLERS('R'),
  /** A memory ordering. */
  ORDERING('o'),
  /** A number of elements. */
  COUNT('k');

  private static final Immediate[] BY_LETTER = byLetter();
  private final char letter;

  Immediate(char letter) {
    this.letter = letter;
  }

  private static Immediate[] byLetter() {
    Immediate[] table = new Immediate[128];
    for (Immediate immediate : values()) {
      table[immediate.letter] = immediate;
    }
    return table;
  }

  /** The immediate that a letter of the operator table stands for. */
  static Immediate ofLetter(char letter) {
    return BY_LETTER[letter];
  }
}
