package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_sibling;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Order;
import org.jspecify.annotations.Nullable;

/**
 * One table of abbreviations: the shapes that entries of a unit have. DWARF 5, 7.5.3.
 *
 * <p>A row is one abbreviation; its attributes are rows of further columns, those of row {@code r}
 * from {@code firstAttribute(r)} to {@code firstAttribute(r + 1)}. May be used by several threads.
 */
public final class Abbreviations {
  private static final int VARIABLE = -1;

  /** Abbreviations with more bytes of attributes are passed over one attribute at a time. */
  private static final int MAX_FIXED = 1 << 24;

  private final long start;
  private final long end;
  private final boolean isComplete;
  private final long[] codes;
  private final int @Nullable [] order;
  private final int[] tags;
  private final boolean[] hasChildren;
  private final boolean[] hasSibling;
  private final int[] firsts;
  private final int[] names;
  private final int[] forms;
  private final long @Nullable [] constants;
  private final int[][] sizes = new int[Encoding.SHAPES][];
  private final int[][] siblings = new int[Encoding.SHAPES][];
  private final byte[][] attributeSizes = new byte[Encoding.SHAPES][];

  private Abbreviations(AbbreviationReader reader) {
    start = reader.start;
    end = reader.end;
    isComplete = reader.isComplete;
    codes = reader.codes.freeze();
    tags = reader.tags.freeze();
    firsts = reader.firsts.freeze();
    names = reader.names.freeze();
    forms = reader.forms.freeze();
    constants = reader.hasConstants ? reader.constants.freeze() : null;
    hasChildren = new boolean[tags.length];
    hasSibling = new boolean[tags.length];
    for (int row = 0; row < tags.length; row++) {
      hasChildren[row] = reader.children.get(row) != 0;
      hasSibling[row] = hasChildren[row] && find(row, DW_AT_sibling) >= 0;
    }
    order = isNumbered(codes) ? null : Order.ascending(codes, codes.length);
  }

  /** The table at a position, up to a limit inside the section at most. */
  static Abbreviations read(Bytes section, long start, long limit) {
    AbbreviationReader reader = new AbbreviationReader(section, start, limit);
    reader.read();
    return new Abbreviations(reader);
  }

  /** The begin of a table, up to the abbreviation of a code: enough for an entry of that code. */
  static Abbreviations readTo(Bytes section, long start, long limit, long code) {
    AbbreviationReader reader = new AbbreviationReader(section, start, limit);
    reader.readTo(code);
    return new Abbreviations(reader);
  }

  /** Nearly all compilers count the codes from 1. */
  private static boolean isNumbered(long[] codes) {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] != i + 1) {
        return false;
      }
    }
    return true;
  }

  /** First byte of the table in {@link DwarfSection#ABBREV}. */
  public long start() {
    return start;
  }

  /** End of the table, exclusive, its closing 0 included. */
  public long end() {
    return end;
  }

  /** Whether it ends with a closing 0, and not where the bytes end or no longer make sense. */
  public boolean isComplete() {
    return isComplete;
  }

  /** How many abbreviations there are. */
  public int count() {
    return tags.length;
  }

  /** The row of a code, -1 if there is none; of equal codes the first. */
  public int row(long code) {
    if (order == null) {
      return code > 0 && code <= tags.length ? (int) code - 1 : -1;
    }
    int place = Order.firstAt(codes, order, code);
    return place < 0 ? -1 : order[place];
  }

  /** The number that entries name an abbreviation by. */
  public long code(int row) {
    return codes[row];
  }

  /** One of the {@code DW_TAG_} constants, raw if unknown. */
  public int tag(int row) {
    return tags[row];
  }

  /** Whether entries of this shape have children. */
  public boolean hasChildren(int row) {
    return hasChildren[row];
  }

  /** Whether entries of this shape have children, and say where their next sibling is. */
  boolean hasSibling(int row) {
    return hasSibling[row];
  }

  /** Index of the first attribute of an abbreviation; of the end for {@link #count()}. */
  public int firstAttribute(int row) {
    return firsts[row];
  }

  /** One of the {@code DW_AT_} constants, 0xFFFF if it is larger. */
  public int name(int attribute) {
    return names[attribute];
  }

  /** One of the {@code DW_FORM_} constants, 0xFFFF if it is larger. */
  public int form(int attribute) {
    return forms[attribute];
  }

  /** The number that {@code DW_FORM_implicit_const} stands for; 0 for any other form. */
  public long constant(int attribute) {
    return constants == null ? 0 : constants[attribute];
  }

  /** Index of the first attribute of a name that a row has, -1 if it has none. */
  public int find(int row, int name) {
    for (int i = firsts[row]; i < firsts[row + 1]; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    return -1;
  }

  /**
   * How many bytes the attributes of each row take in units of an encoding, -1 where that depends
   * on the entry. Counted once for each encoding that is asked for.
   */
  int[] sizes(Encoding encoding) {
    synchronized (sizes) {
      int shape = encoding.shape();
      if (sizes[shape] == null) {
        sizes[shape] = count(encoding);
      }
      return sizes[shape];
    }
  }

  private int[] count(Encoding encoding) {
    byte[] ofAttributes = attributeSizes(encoding);
    int[] counted = new int[tags.length];
    for (int row = 0; row < counted.length; row++) {
      counted[row] = sum(ofAttributes, firsts[row], firsts[row + 1]);
    }
    return counted;
  }

  /**
   * How many bytes of attributes lie before that which says where the next sibling is, -1 where
   * there is none, or that depends on the entry.
   */
  int[] siblings(Encoding encoding) {
    synchronized (sizes) {
      int shape = encoding.shape();
      if (siblings[shape] == null) {
        byte[] ofAttributes = attributeSizes(encoding);
        int[] counted = new int[tags.length];
        for (int row = 0; row < counted.length; row++) {
          int at = hasSibling[row] ? find(row, DW_AT_sibling) : -1;
          boolean isNumber = at >= 0 && ofAttributes[at] > 0 && ofAttributes[at] <= Long.BYTES;
          counted[row] = isNumber ? sum(ofAttributes, firsts[row], at) : VARIABLE;
        }
        siblings[shape] = counted;
      }
      return siblings[shape];
    }
  }

  private static int sum(byte[] sizes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      if (sizes[i] < 0 || sum > MAX_FIXED) {
        return VARIABLE;
      }
      sum += sizes[i];
    }
    return sum;
  }

  /**
   * How many bytes each attribute takes in units of an encoding, -1 where that depends on the entry
   * or the form is not known.
   */
  byte[] attributeSizes(Encoding encoding) {
    synchronized (sizes) {
      int shape = encoding.shape();
      if (attributeSizes[shape] == null) {
        byte[] counted = new byte[forms.length];
        for (int i = 0; i < counted.length; i++) {
          counted[i] = (byte) Forms.size(forms[i], encoding);
        }
        attributeSizes[shape] = counted;
      }
      return attributeSizes[shape];
    }
  }

  @Override
  public String toString() {
    return count() + " abbreviations";
  }
}
