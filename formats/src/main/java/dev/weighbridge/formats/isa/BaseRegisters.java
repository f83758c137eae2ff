package dev.weighbridge.formats.isa;

/**
 * Which registers lead somewhere into or behind something whose address code has formed, and the
 * addresses that count from there: compilers reach several variables from the address of one, and
 * the elements of a table from its beginning plus an index.
 *
 * <p>What a branch takes along to a later place is known there, too. At a place that is reached by
 * earlier code only through a branch back or a jump by a table, what was known at that jump is
 * taken, or else what was known last.
 *
 * <p>A sum is often only the end of something, to be compared with; it counts as an address when
 * memory is accessed there, and when it is stored, passed on or returned.
 */
public final class BaseRegisters {
  private static final int REGISTERS = 32;

  /** Branches remembered; a place seldom waits for more of them. */
  private static final int BRANCHES = 64;

  /** Where what is known at a jump by a table is kept. */
  private static final int TABLE = BRANCHES;

  /** An instruction that stores several registers forms no more addresses than there are. */
  private static final int MOST = 40;

  /** What is held of a register. */
  private static final int IS_KNOWN = 1;

  private static final int IS_INDEXED = 2;
  private static final int IS_SUM = 4;
  private static final int IS_COMPARED = 8;

  private final int arguments;
  private final int result;
  private final int byCalls;
  private boolean isOn;

  private long[] address = {};
  private int known;
  private int indexed;
  private int sums;

  /** Sums that were compared: they may be the ends of something. */
  private int compared;

  private int heldFlags;
  private long heldAddress;

  private long[] formed = {};
  private int formedCount;

  private long[] branchAddress = {};
  private int[] branchKnown = {};
  private int[] branchIndexed = {};
  private int[] branchSums = {};
  private int[] branchCompared = {};
  private int[] branchTarget = {};
  private int branches;
  private int nearest;
  private boolean hasTable;

  /**
   * The registers of a machine, a bit for each.
   *
   * @param arguments those that pass something to a function
   * @param result the one that returns something
   * @param byCalls those that a call may change
   */
  public BaseRegisters(int arguments, int result, int byCalls) {
    this.arguments = arguments;
    this.result = result;
    this.byCalls = byCalls;
  }

  /** Follows registers from now on: until then nothing is known. */
  public void turnOn() {
    isOn = true;
    address = new long[REGISTERS];
    formed = new long[MOST];
    branchAddress = new long[(BRANCHES + 1) * REGISTERS];
    branchKnown = new int[BRANCHES + 1];
    branchIndexed = new int[BRANCHES + 1];
    branchSums = new int[BRANCHES + 1];
    branchCompared = new int[BRANCHES + 1];
    branchTarget = new int[BRANCHES];
  }

  /** Whether registers are followed. */
  public boolean isOn() {
    return isOn;
  }

  /** Forgets everything. */
  public void start() {
    known = 0;
    formedCount = 0;
    branches = 0;
    nearest = Integer.MAX_VALUE;
    hasTable = false;
  }

  /** An instruction begins; the one before it goes on to it, or not. */
  public void arrive(int position, boolean isReached) {
    formedCount = 0;
    boolean isJoined = isReached;
    if (position >= nearest) {
      nearest = Integer.MAX_VALUE;
      for (int slot = 0; slot < Math.min(branches, BRANCHES); slot++) {
        if (branchTarget[slot] == position) {
          restore(slot, isJoined);
          isJoined = true;
        } else if (branchTarget[slot] > position) {
          nearest = Math.min(nearest, branchTarget[slot]);
        }
      }
    }
    if (!isJoined && hasTable) {
      restore(TABLE, false);
    }
  }

  /** Takes what was known at a branch; beside what is known now, or in its place. */
  private void restore(int slot, boolean isBeside) {
    int taken = isBeside ? branchKnown[slot] & ~known : branchKnown[slot];
    for (int rest = taken; rest != 0; rest &= rest - 1) {
      int register = Integer.numberOfTrailingZeros(rest);
      address[register] = branchAddress[slot * REGISTERS + register];
    }
    int kept = isBeside ? known : 0;
    indexed = (indexed & kept) | (branchIndexed[slot] & taken);
    sums = (sums & kept) | (branchSums[slot] & taken);
    compared = (compared & kept) | (branchCompared[slot] & taken);
    known = kept | taken;
  }

  private void save(int slot) {
    System.arraycopy(address, 0, branchAddress, slot * REGISTERS, REGISTERS);
    branchKnown[slot] = known;
    branchIndexed[slot] = indexed;
    branchSums[slot] = sums;
    branchCompared[slot] = compared;
  }

  /** A branch to a later place of the code takes along what is known. */
  public void branch(int position, int target) {
    if (known != 0 && target > position) {
      int slot = branches++ & BRANCHES - 1;
      save(slot);
      branchTarget[slot] = target;
      nearest = Math.min(nearest, target);
    }
  }

  /** An instruction has done what it does, to the flow as well, perhaps out of the code. */
  public void leave(int flow, boolean isOutside) {
    if (known == 0) {
      return;
    }
    if (flow == Flow.CALL) {
      use(arguments);
      write(byCalls);
    } else if (flow == Flow.RETURN) {
      use(result);
    } else if (flow == Flow.INDIRECT) {
      use(arguments);
      save(TABLE);
      hasTable = true;
    } else if (flow != Flow.NEXT && isOutside) {
      use(arguments);
    }
  }

  /** A register gets an address that is told otherwise. */
  public void set(int register, long value) {
    if (isOn) {
      int bit = 1 << register;
      address[register] = value;
      known |= bit;
      indexed &= ~bit;
      sums &= ~bit;
      compared &= ~bit;
    }
  }

  /** What a register holds is told otherwise, though it is a sum. */
  public void tell(int register) {
    sums &= ~(1 << register);
  }

  /** Registers, a bit for each, are written. */
  public void write(int registers) {
    known &= ~registers;
  }

  /** Holds what is known of a register for {@link #put}, whatever is written in between. */
  public void take(int register) {
    int bit = 1 << register;
    if ((known & bit) == 0) {
      heldFlags = 0;
      return;
    }
    heldFlags =
        IS_KNOWN
            | ((indexed & bit) != 0 ? IS_INDEXED : 0)
            | ((sums & bit) != 0 ? IS_SUM : 0)
            | ((compared & bit) != 0 ? IS_COMPARED : 0);
    heldAddress = address[register];
  }

  /** Holds what is known of one of two registers, the first of both if it leads anywhere. */
  public void takeEither(int one, int other) {
    take(isKnown(one) ? one : other);
  }

  /** Whether a register leads anywhere. */
  public boolean isKnown(int register) {
    return (known & 1 << register) != 0;
  }

  /** Whether what is held leads anywhere. */
  public boolean isHeld() {
    return heldFlags != 0;
  }

  /** A register gets what is held, plus some. */
  public void put(int register, long more) {
    put(register, more, false);
  }

  /** A register gets what is held, plus what is not known. */
  public void putIndexed(int register) {
    put(register, 0, true);
  }

  private void put(int register, long more, boolean isIndexed) {
    int bit = 1 << register;
    if (heldFlags == 0) {
      known &= ~bit;
      return;
    }
    address[register] = heldAddress + more;
    known |= bit;
    boolean isChanged = more != 0 || isIndexed;
    indexed = isIndexed || (heldFlags & IS_INDEXED) != 0 ? indexed | bit : indexed & ~bit;
    sums = more != 0 || (heldFlags & IS_SUM) != 0 ? sums | bit : sums & ~bit;
    compared = !isChanged && (heldFlags & IS_COMPARED) != 0 ? compared | bit : compared & ~bit;
  }

  /**
   * Memory is accessed some bytes on from a register. What is before a place that an index led to
   * is another element.
   */
  public void access(int register, long more) {
    int bit = 1 << register;
    boolean isOther = more != 0 || (sums & bit) != 0;
    if ((known & bit) != 0 && isOther && (more >= 0 || (indexed & bit) == 0)) {
      form(address[register] + more);
    }
  }

  /** Registers, a bit for each, are stored or passed on. */
  public void use(int registers) {
    for (int rest = registers & known & sums & ~compared; rest != 0; rest &= rest - 1) {
      form(address[Integer.numberOfTrailingZeros(rest)]);
    }
  }

  /** Registers, a bit for each, are compared: a sum among them may be the end of something. */
  public void compare(int registers) {
    compared |= registers;
  }

  private void form(long value) {
    if (formedCount < MOST) {
      formed[formedCount++] = value;
    }
  }

  /** How many addresses the instruction counts from such registers. */
  public int count() {
    return formedCount;
  }

  /** One of those addresses. */
  public long formed(int index) {
    return formed[index];
  }
}
