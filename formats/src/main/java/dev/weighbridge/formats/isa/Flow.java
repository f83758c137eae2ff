package dev.weighbridge.formats.isa;

/** What instructions do to the flow of control. */
public final class Flow {
  /** The next instruction follows. */
  public static final int NEXT = 0;

  /** A jump to an address that the instruction says. */
  public static final int BRANCH = 1;

  /** A jump or not. */
  public static final int CONDITIONAL = 2;

  /** A call: the next instruction follows when it returns. */
  public static final int CALL = 3;

  /** A return to the caller, or from an interrupt. */
  public static final int RETURN = 4;

  /** A jump to an address that a register or memory holds. */
  public static final int INDIRECT = 5;

  /** A breakpoint, a halt, an instruction that is undefined on purpose. */
  public static final int TRAP = 6;

  private Flow() {}

  /** Whether the instruction behind one is not reached through it. */
  public static boolean ends(int flow) {
    return flow == BRANCH || flow >= RETURN;
  }
}
