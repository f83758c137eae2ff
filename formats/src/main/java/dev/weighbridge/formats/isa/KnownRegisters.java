package dev.weighbridge.formats.isa;

/**
 * Which register holds an address that code has formed a part of, instruction by instruction: the
 * address of a page, say.
 *
 * <p>It surely does while some path leads from the instruction that forms it to the one at hand and
 * nothing on that path writes the register. Behind an instruction that never goes on, only branches
 * to there can bring an address. That an instruction is reached on another path too, with another
 * address perhaps, takes nothing from that: the first path exists as well.
 */
public final class KnownRegisters {
  private static final int REGISTERS = 32;

  /** Branches remembered; more of them seldom wait for the place that they lead to. */
  private static final int BRANCHES = 64;

  private final long[] address = new long[REGISTERS];
  private final int[] since = new int[REGISTERS];
  private final int[] branchTarget = new int[BRANCHES];
  private final int[] branchSure = new int[BRANCHES];
  private final int[] branchPosition = new int[BRANCHES];
  private int branches;
  private int known;
  private int sure;

  /** Forgets everything. */
  public void start() {
    known = 0;
    sure = 0;
    branches = 0;
  }

  /** A register gets an address. */
  public void set(int register, long formed, int position) {
    address[register] = formed;
    since[register] = position;
    known |= 1 << register;
    sure |= 1 << register;
  }

  /** Registers, a bit for each, are written: what they hold now is not sure. */
  public void write(int registers) {
    sure &= ~registers;
  }

  /** A register holds no address any more, on no path. */
  public void drop(int register) {
    known &= ~(1 << register);
    sure &= ~(1 << register);
  }

  /** A branch to a later place of the code takes along what is known. */
  public void branch(int position, int target) {
    if (sure != 0 && target > position) {
      int slot = branches++ & BRANCHES - 1;
      branchTarget[slot] = target;
      branchSure[slot] = sure;
      branchPosition[slot] = position;
    }
  }

  /** The instruction at a place is reached by branches only. */
  public void resume(int position) {
    sure = 0;
    join(position);
  }

  /** Branches that lead to a place bring what is known, too. */
  public void join(int position) {
    for (int slot = 0; slot < Math.min(branches, BRANCHES); slot++) {
      if (branchTarget[slot] == position) {
        sure |= unchanged(branchSure[slot], branchPosition[slot]);
      }
    }
  }

  /** Those of some registers that got no other address behind a place. */
  private int unchanged(int registers, int position) {
    int left = registers;
    for (int rest = registers; rest != 0; rest &= rest - 1) {
      int register = Integer.numberOfTrailingZeros(rest);
      if (since[register] > position) {
        left &= ~(1 << register);
      }
    }
    return left;
  }

  /** Whether a register was given an address that may still be there. */
  public boolean isKnown(int register) {
    return (known & 1 << register) != 0;
  }

  /** Whether a register surely holds the address it was given last. */
  public boolean isSure(int register) {
    return (sure & 1 << register) != 0;
  }

  /** The address that a register was given last. */
  public long address(int register) {
    return address[register];
  }
}
