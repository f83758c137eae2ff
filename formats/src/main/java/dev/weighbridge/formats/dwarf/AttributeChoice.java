package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_indirect;

import dev.weighbridge.formats.columns.IntColumn;
import java.util.Objects;

/**
 * Which attributes of the entries that share a table are wanted. What lies between them is passed
 * over at once, where its size is known; may be used by several threads.
 */
public final class AttributeChoice {
  /** Tells whether an attribute is wanted. */
  @FunctionalInterface
  public interface Wish {
    /** Whether attributes of a name and a form are. */
    boolean isFor(int name, int form);
  }

  /** Behind all that is wanted. */
  private static final int REST = -1;

  private final Abbreviations table;
  private final int shape;
  private final int[] firsts;
  private final int[] before;
  private final int[] attribute;
  private final boolean[] isWanted;

  private AttributeChoice(Abbreviations table, Encoding encoding, Wish wish) {
    this.table = table;
    this.shape = encoding.shape();
    byte[] sizes = table.attributeSizes(encoding);
    IntColumn first = new IntColumn(table.count() + 1);
    IntColumn skipped = new IntColumn(0);
    IntColumn at = new IntColumn(0);
    isWanted = new boolean[table.firstAttribute(table.count())];
    for (int row = 0; row < table.count(); row++) {
      first.add(at.count());
      int skip = 0;
      for (int i = table.firstAttribute(row); i < table.firstAttribute(row + 1); i++) {
        isWanted[i] = table.form(i) == DW_FORM_indirect || wish.isFor(table.name(i), table.form(i));
        if (!isWanted[i] && sizes[i] >= 0) {
          skip += sizes[i];
        } else {
          skipped.add(skip);
          at.add(i);
          skip = 0;
        }
      }
      skipped.add(skip);
      at.add(REST);
    }
    first.add(at.count());
    firsts = first.freeze();
    before = skipped.freeze();
    attribute = at.freeze();
  }

  /** The attributes of a table that a wish is for, and all whose form the entry says. */
  public static AttributeChoice of(Abbreviations table, Encoding encoding, Wish wish) {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(wish, "wish");
    return new AttributeChoice(table, encoding, wish);
  }

  /** Whether it is of a table as entries of an encoding use it. */
  public boolean isOf(Abbreviations of, Encoding encoding) {
    return table == of && shape == encoding.shape();
  }

  /** Whether entries of an abbreviation have a wanted attribute. */
  public boolean hasAny(int row) {
    for (int step = firsts[row]; step < firsts[row + 1]; step++) {
      if (attribute[step] != REST && isWanted[attribute[step]]) {
        return true;
      }
    }
    return false;
  }

  int first(int row) {
    return firsts[row];
  }

  int before(int step) {
    return before[step];
  }

  /** The attribute that a step stops at, -1 at the end. */
  int attribute(int step) {
    return attribute[step];
  }

  boolean isWanted(int ofAttribute) {
    return isWanted[ofAttribute];
  }

  @Override
  public String toString() {
    return "a choice of " + isWanted.length + " attributes";
  }
}
