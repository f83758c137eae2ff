package dev.weighbridge.formats.isa.arm;

import dev.weighbridge.formats.isa.BaseRegisters;
import dev.weighbridge.formats.isa.CodeMarks;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.OffsetTable;
import java.util.BitSet;

/**
 * What Arm and Thumb instructions do with addresses. A register may hold an address, or a number
 * that becomes one when the program counter or another register is added to it.
 */
abstract class ArmOperations extends ArmWords {
  static final int SP = 13;
  static final int LR = 14;
  static final int PC = 15;

  /** Registers that a call may change: r0 to r3, r12, r14 (AAPCS32 6.1.1). */
  static final int BY_CALLS = 0x500F;

  /** r0 to r3, and r0 (AAPCS32 6.4 and 6.5). */
  private static final int ARGUMENTS = 0xF;

  private static final int RESULT = 1;

  /** What Thumb instructions say in few bits is no address. */
  private static final long LOWEST_SURE = 0x1_0000;

  private final CodeMarks marks;
  private final boolean isFixed;
  private final OffsetTable table;

  /** Registers, a bit for each, whose number is no address yet. */
  private int numbers;

  /** Registers whose number counts from the program counter: an address, whatever literals are. */
  private int counted;

  /** Where literals are from which something counts, from the start of the code. */
  private final BitSet distances = new BitSet();

  ArmOperations(CodeMarks marks, boolean isFixed, OffsetTable table) {
    super(new BaseRegisters(ARGUMENTS, RESULT, BY_CALLS));
    this.marks = marks;
    this.isFixed = isFixed;
    this.table = table;
  }

  @Override
  protected final void begin() {
    numbers = 0;
    counted = 0;
    if (!distances.isEmpty()) {
      distances.clear();
    }
  }

  final void jump(int kind, long offset, int bits) {
    branch(kind, offset, bits);
  }

  final void flowsTo(int kind) {
    flow = kind;
  }

  /** A jump to what a register holds, if that is known; the low bit tells Thumb code. */
  final void jumpBy(int kind, int register) {
    flow = kind;
    if (isAddress(register) && registers.isSure(register)) {
      branchToAddress(kind, registers.address(register) & ~1L, 0);
    }
  }

  final void forget(int written) {
    registers.write(written);
    bases.write(written);
  }

  final void forgetOne(int register) {
    forget(1 << register);
  }

  /** A call may change what registers hold; what counts from them is passed to it before. */
  final void forgetAtCall() {
    registers.write(BY_CALLS);
  }

  /** Two registers are compared. */
  final void compare(int one, int other) {
    bases.compare(1 << one | 1 << other);
  }

  /** Memory is accessed where one of two registers leads to, plus what the other holds. */
  final void accessNear(int first, int second) {
    int base = baseOf(first, second);
    bases.access(base, offset(first == base ? second : first));
  }

  /** Which of two registers leads somewhere, rather than says how far on. */
  private int baseOf(int first, int second) {
    return bases.isKnown(first) && !(isOffset(first) && bases.isKnown(second)) ? first : second;
  }

  /** Whether a register holds a number, or a literal that is too small for most addresses. */
  private boolean isOffset(int register) {
    return registers.isSure(register)
        && (!isAddress(register) || registers.address(register) < LOWEST_SURE);
  }

  private long offset(int register) {
    return isOffset(register) ? (int) registers.address(register) : 0;
  }

  /** Memory is accessed where a register leads to, or some way on. */
  final void accessNear(int register) {
    bases.access(register, 0);
  }

  /** A register is stored. */
  final void store(int register) {
    bases.use(1 << register);
  }

  /** A register gets the sum of one that may hold an address and of what is not known. */
  final void addIndex(int target, int base) {
    bases.take(base);
    forgetOne(target);
    bases.putIndexed(target);
  }

  private boolean isAddress(int register) {
    return (numbers & 1 << register) == 0;
  }

  private void keep(int register, long value, boolean isNumber) {
    if (register != PC) {
      registers.set(register, value & 0xFFFF_FFFFL, position);
      numbers = isNumber ? numbers | 1 << register : numbers & ~(1 << register);
      counted &= ~(1 << register);
      if (isNumber || !marks.mayBeAddress(value & 0xFFFF_FFFFL)) {
        bases.write(1 << register);
      } else {
        bases.set(register, value);
      }
    }
  }

  /** A register gets an address, which the instruction forms. */
  final void form(int register, long address, int bits) {
    refer(address, isInside(wrapped(address)) ? 0 : bits);
    keep(register, address, false);
    counted |= 1 << register & ~(1 << PC);
  }

  /** A register gets a part of an address, which is nobody's. */
  final void formPart(int register, long address) {
    keep(register, address, false);
  }

  /** The lower half of a number. */
  final void lowHalf(int register, int value, int bits, boolean isThumb) {
    keep(register, value, true);
    boolean isPart = isFixed && isLoaded(value, register, isThumb);
    distance = isPart || isCounted(register, isThumb) ? bits : 0;
  }

  /** The upper half of a number, which may be an address. */
  final void highHalf(int register, int value, int bits, boolean isThumb) {
    boolean isWhole = registers.isSure(register) && !isAddress(register);
    if (!isWhole) {
      forgetOne(register);
      return;
    }
    long whole = (long) value << 16 | (registers.address(register) & 0xFFFF);
    boolean isNumber = !isFixed || isCounted(register, isThumb);
    keep(register, whole, isNumber);
    if (isNumber) {
      distance = bits;
    } else if (marks.mayBeAddress(whole)) {
      refer(whole, marks.isLoaded(whole) ? bits : 0);
    }
  }

  /** Whether the upper half that follows makes a lower half the address of something. */
  private boolean isLoaded(int low, int register, boolean isThumb) {
    int at = position + 4;
    for (int count = 0; count < NEAR && at + 4 <= end; count++) {
      boolean isShort = isThumb && !isWide(half(at));
      int bits = isThumb ? (half(at) << 16) | half(at + 2) : word(at);
      if (!isShort && isUpperHalf(bits, register, isThumb)) {
        return marks.isLoaded(((long) upperHalf(bits, isThumb) << 16) | low);
      }
      at += isShort ? 2 : 4;
    }
    return false;
  }

  /** A register gets the word at an address, which the instruction says. */
  final void literal(int register, long literalAddress, int bits, boolean isThumb) {
    long place = literalAddress - address;
    if (place < 0 || place > end - start - Integer.BYTES) {
      refer(literalAddress, bits);
      forgetOne(register);
      return;
    }
    long value = words.getInt(start + (int) place) & 0xFFFF_FFFFL;
    if (register == PC) {
      literalJump(value, literalAddress);
      return;
    }
    boolean isNumber = !isFixed || isCounted(register, isThumb);
    keep(register, value, isNumber);
    if (isNumber) {
      distances.set((int) place);
      refer(literalAddress, 0);
      return;
    }
    if (marks.isLoaded(value)) {
      distances.set((int) place);
    }
    if (!marks.mayBeAddress(value)) {
      refer(literalAddress, 0);
    } else if (value >= LOWEST_SURE) {
      refer(value, 0);
    } else {
      mayRefer(value);
    }
  }

  /** A jump that is a condition's stays one; any other leads to what is known now. */
  private void jumpTo(long target) {
    branchToAddress(flow == Flow.CONDITIONAL ? flow : Flow.BRANCH, wrapped(target) & ~1L, 0);
  }

  private void literalJump(long value, long literalAddress) {
    if (isFixed) {
      jumpTo(value);
    } else {
      refer(literalAddress, 0);
    }
  }

  /** A literal of another width than a word: no address. */
  final void literalData(long literalAddress, int bits) {
    refer(literalAddress, isInside(literalAddress) ? 0 : bits);
  }

  /** The program counter is added to a register. */
  final void addCounter(int target, int register, long counter) {
    if (registers.isSure(register) && !isAddress(register)) {
      long sum = registers.address(register) + counter;
      if (target == PC) {
        jumpTo(sum);
      } else {
        refer(wrapped(sum), 0);
        keep(target, sum, false);
        counted |= 1 << target;
      }
    } else {
      forgetOne(target);
    }
  }

  /** Two registers are added. */
  final void add(int target, int first, int second) {
    if (isSum(first, second)) {
      long sum = registers.address(first) + registers.address(second);
      refer(wrapped(sum), 0);
      keep(target, sum, false);
    } else {
      int base = baseOf(first, second);
      int other = first == base ? second : first;
      boolean isOffset = isOffset(other);
      long offset = offset(other);
      bases.take(base);
      forgetOne(target);
      if (isOffset) {
        bases.put(target, offset);
      } else {
        bases.putIndexed(target);
      }
    }
  }

  /**
   * A constant is added to a register. If that is where the sum goes, it may be a step to the next
   * of several things alike, and the last step leads behind them.
   */
  final void addConstant(int target, int register, long more) {
    bases.take(register);
    if (!registers.isSure(register) || !isAddress(register)) {
      forgetOne(target);
      bases.put(target, more);
      return;
    }
    long sum = registers.address(register) + more;
    keep(target, sum, false);
    if (target == register) {
      mayRefer(sum);
      forgetOne(target);
    } else {
      refer(wrapped(sum), 0);
    }
    if (bases.isHeld()) {
      bases.put(target, more);
      bases.tell(target);
    }
  }

  /** A constant is added to a register that holds a part of an address. */
  final void addPart(int target, int register, long more) {
    if (registers.isSure(register) && isAddress(register)) {
      keep(target, registers.address(register) + more, false);
    } else {
      forgetOne(target);
    }
  }

  final void copy(int target, int register) {
    bases.take(register);
    if (registers.isSure(register) && target != PC) {
      keep(target, registers.address(register), !isAddress(register));
    } else {
      forgetOne(target);
    }
    bases.put(target, 0);
  }

  /** Something near an address in a register is accessed. */
  final void access(int register, long offset) {
    if (isAddress(register)) {
      referBy(register, offset, 0);
    }
    bases.access(register, offset);
  }

  /** The word at a distance from the program counter, which a register holds, is accessed. */
  final void accessCounter(int register, long counter) {
    if (registers.isSure(register) && !isAddress(register)) {
      refer(wrapped(registers.address(register) + counter), 0);
    }
  }

  /** The word at the sum of two registers is accessed. */
  final void accessSum(int first, int second) {
    if (isSum(first, second)) {
      refer(wrapped(registers.address(first) + registers.address(second)), 0);
      return;
    }
    accessNear(first, second);
    if (isFixed && registers.isSure(first) != registers.isSure(second)) {
      slot(registers.isSure(first) ? first : second);
    }
  }

  /**
   * The word at the sum of a number and of a register nobody here has set is accessed: with a
   * static base (AAPCS32 6.1.2) that is the table's, and the number says which slot.
   */
  private void slot(int register) {
    long place = wrapped(registers.address(register) + table.base());
    if (table.holds(place)) {
      mayRefer(place);
    }
  }

  /**
   * Whether two registers add up to an address: one holds an address and the other a number. In
   * code that cannot be moved a literal may be either; what is added to a place of the code, or to
   * the table, is a number.
   */
  private boolean isSum(int first, int second) {
    return registers.isSure(first)
        && registers.isSure(second)
        && (isAddress(first) != isAddress(second) || isPlace(first) != isPlace(second));
  }

  private boolean isPlace(int register) {
    boolean isTable = table.base() != 0 && registers.address(register) == table.base();
    return isAddress(register) && (isTable || (counted & 1 << register) != 0);
  }

  /**
   * The instruction may be one of seven that put an address together by its bytes, where code must
   * not hold data: {@code MOVS}, and three times {@code LSLS} by 8 and {@code ADDS}.
   */
  final boolean spell(int register) {
    for (int part = 0; part < 4; part++) {
      long value = isFixed ? spelled(position - 4 * part, register) : -1;
      if (value >= 0 && marks.mayBeAddress(value)) {
        int bits = marks.isLoaded(value) ? 0xFF : 0;
        if (part == 3) {
          refer(value, bits);
          keep(register, value, false);
        }
        distance = bits;
        return true;
      }
    }
    return false;
  }

  /** The number that the seven instructions from a place on put together; -1 if they do not. */
  private long spelled(int from, int register) {
    if (from < start || !has(from, 14)) {
      return -1;
    }
    long value = 0;
    for (int at = from; at <= from + 12; at += 4) {
      int half = half(at);
      boolean isNext = (half & 0xFF00) == ((at == from ? 0x2000 : 0x3000) | register << 8);
      boolean isShifted = at == from + 12 || half(at + 2) == (0x200 | register << 3 | register);
      if (!isNext || !isShifted) {
        return -1;
      }
      value = value << 8 | (half & 0xFF);
    }
    return value;
  }

  /** Whether a place of the code holds a literal from which something counts. */
  final boolean isDistance(int place) {
    return distances.get(place - start);
  }

  @Override
  protected final long wrapped(long formed) {
    return formed & 0xFFFF_FFFFL;
  }

  @Override
  public final boolean tellsAllAddresses() {
    return true;
  }
}
