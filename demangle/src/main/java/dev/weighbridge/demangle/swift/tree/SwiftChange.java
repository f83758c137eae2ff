package dev.weighbridge.demangle.swift.tree;

import java.util.ArrayList;
import java.util.List;

/** What a pass of the optimizer did to a parameter, as numbers of nodes. */
public enum SwiftChange {
  /** A known function is passed. */
  FUNCTION("Constant Propagated Function"),
  /** A known variable is passed. */
  GLOBAL("Constant Propagated Global"),
  /** A known number is passed. */
  INTEGER("Constant Propagated Integer"),
  /** A known number with a fraction is passed. */
  FLOAT("Constant Propagated Float"),
  /** A known text is passed. */
  STRING("Constant Propagated String"),
  /** A known path is passed. */
  KEY_PATH("Constant Propagated KeyPath"),
  /** A known closure is passed, with what it has captured. */
  CLOSURE("Closure Propagated"),
  /** What was in a box is passed. */
  BOX_TO_VALUE("Value Promoted from Box"),
  /** A box on the stack is passed. */
  BOX_TO_STACK("Stack Promoted from Box"),
  /** A parameter that was changed in place is a result. */
  IN_OUT("InOut Converted to Out");

  /** Flags of what can be done together. */
  public static final int GENERIC = 1 << 8;

  /** It is not used. */
  public static final int DEAD = 1 << 9;

  /** The caller keeps it. */
  public static final int GUARANTEED = 1 << 10;

  /** The caller gives it away. */
  public static final int OWNED = 1 << 11;

  /** Its parts are passed. */
  public static final int EXPLODED = 1 << 12;

  private final String text;

  SwiftChange(String text) {
    this.text = text;
  }

  /** A node with this change. */
  public SwiftNode node() {
    return SwiftNode.number(SwiftKind.SIGNATURE_KIND, ordinal());
  }

  /** Whether a number is that of this change. */
  public boolean is(long number) {
    return number == ordinal();
  }

  /** The words for a number. */
  public static String text(long number) {
    if (number < GENERIC) {
      return values()[(int) number].text;
    }
    List<String> words = new ArrayList<>();
    if ((number & GENERIC) != 0) {
      words.add("Existential To Protocol Constrained Generic");
    }
    if ((number & DEAD) != 0) {
      words.add("Dead");
    }
    if ((number & GUARANTEED) != 0) {
      words.add("Owned To Guaranteed");
    }
    if ((number & OWNED) != 0) {
      words.add("Guaranteed To Owned");
    }
    if ((number & EXPLODED) != 0) {
      words.add("Exploded");
    }
    return String.join(" and ", words);
  }
}
