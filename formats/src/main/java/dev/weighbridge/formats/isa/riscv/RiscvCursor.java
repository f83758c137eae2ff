package dev.weighbridge.formats.isa.riscv;

import dev.weighbridge.formats.isa.BaseRegisters;
import dev.weighbridge.formats.isa.CodeMarks;
import dev.weighbridge.formats.isa.CodeParts;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.RegisterCursor;
import java.nio.ByteOrder;

/**
 * RISC-V instructions of two and four bytes: branches, and the addresses that {@code AUIPC} with
 * the {@code ADDI}, load, store or {@code JALR} forms that adds the low twelve bits (Unprivileged
 * ISA, 2.4.2 and 2.5.1). The compressed ones are read by {@link RiscvHalf}.
 *
 * <p>Of an image it is known more: where data lies among the code, and what the global pointer is;
 * and in one that cannot be moved {@code LUI} begins an address, too.
 */
public final class RiscvCursor extends RegisterCursor {
  /** Registers that a call may change: ra, t0 to t2, a0 to a7, t3 to t6 (psABI, 1.1). */
  static final int BY_CALLS = 0xF003_FCE2;

  /** a0 to a7, and a0. */
  private static final int ARGUMENTS = 0x3_FC00;

  private static final int RESULT = 1 << 10;
  private static final int GP = 3;
  private static final int AUIPC = 0x17;
  private static final int LUI = 0x37;
  private static final int LOAD = 0x03;
  private static final int LOAD_FLOAT = 0x07;
  private static final int ADDI = 0x13;
  private static final int ADD = 0x33;
  private static final int STORE = 0x23;
  private static final int STORE_FLOAT = 0x27;
  private static final int BRANCH = 0x63;
  private static final int JALR = 0x67;
  private static final int JAL = 0x6F;
  private static final int SYSTEM = 0x73;
  private static final int RESERVED = 0x6B;

  /** What tells the addition of registers from what else is done with two of them. */
  private static final int OPERATION = 0xFE00_7000;

  /** {@code C.ADD}, and its registers. */
  private static final int C_ADD = 0x9002;

  /** {@code C.MV}. */
  private static final int C_MV = 0x8002;

  private static final int C_ADD_MASK = 0xF003;

  private static final int ECALL = 0x0000_0073;

  /** {@code EBREAK}, and what assemblers call {@code unimp}: a write to a counter. */
  private static final int EBREAK = 0x0010_0073;

  private static final int UNIMP = 0xC000_1073;

  /** {@code MRET}, without what tells it from {@code SRET} and {@code URET}. */
  private static final int MRET = 0x0020_0073;

  private static final int MRET_MASK = 0xCFFF_FFFF;

  /** The bits of the immediates of loads and additions, of stores, and of {@code AUIPC}. */
  private static final int LOW = 0xFFF0_0000;

  private static final int LOW_STORE = 0xFE00_0F80;
  private static final int HIGH = 0xFFFF_F000;

  private final RiscvHalf half;
  private final boolean is64Bit;
  private final boolean isOfImage;
  private final boolean isFixed;
  private final long globalPointer;
  private final CodeMarks marks;
  private final CodeParts parts;
  private int word;
  private boolean isData;

  /** Registers, a bit for each, of which {@code LUI} made the address. */
  private int absolute;

  /** Registers that hold a whole address. */
  private int whole;

  /** Registers that hold the upper part of an address plus what is not known: places of a table. */
  private int displaced;

  /** A cursor for registers of 32 or 64 bits. */
  public RiscvCursor(boolean is64Bit) {
    this(is64Bit, CodeMarks.NONE, false, false, 0);
  }

  /**
   * A cursor over code of an image.
   *
   * @param isFixed whether what {@code LUI} begins may be an address
   * @param globalPointer what the global pointer is, 0 if it is not known
   */
  public RiscvCursor(boolean is64Bit, CodeMarks marks, boolean isFixed, long globalPointer) {
    this(is64Bit, marks, true, isFixed, globalPointer);
  }

  private RiscvCursor(
      boolean is64Bit, CodeMarks marks, boolean isOfImage, boolean isFixed, long globalPointer) {
    super(ByteOrder.LITTLE_ENDIAN, new BaseRegisters(ARGUMENTS, RESULT, BY_CALLS));
    this.is64Bit = is64Bit;
    this.isOfImage = isOfImage;
    this.isFixed = isFixed;
    this.globalPointer = globalPointer;
    this.marks = marks;
    parts = new CodeParts(marks, CodeMarks.CODE);
    half = new RiscvHalf(is64Bit);
  }

  @Override
  protected void begin() {
    absolute = 0;
    whole = 0;
    displaced = 0;
  }

  @Override
  protected int decode() {
    if (marks.count() > 0 && position < end) {
      parts.goTo(pc());
      isData = parts.letter() == CodeMarks.DATA;
      if (isData) {
        return data(parts.rest(pc(), end - position));
      }
    }
    if (end - position < 2) {
      return 0;
    }
    word = words.getInt(position);
    if ((word & 3) != 3) {
      compressed();
      return 2;
    }
    return full() ? 4 : 0;
  }

  /** Data up to where a word ends. */
  private int data(int rest) {
    int bytes = Math.min(rest, 4 - (int) (pc() & 3));
    word = words.getInt(position) & (int) (-1L >>> (64 - 8 * bytes));
    return bytes;
  }

  private boolean full() {
    if (end - position < 4 || (word & 0x1C) == 0x1C || (word & 0x7F) == RESERVED) {
      return false;
    }
    int target = word >>> 7 & 31;
    int base = word >>> 15 & 31;
    switch (word & 0x7F) {
      case AUIPC -> {
        if (target != 0) {
          set(target, wrapped(pc() + (word & HIGH)), false);
          bases.set(target, pc() + (word & HIGH));
        }
        distance = HIGH;
      }
      case LUI -> upper(target, word & HIGH, HIGH);
      case STORE, STORE_FLOAT -> {
        access(base, word >> 25 << 5 | target, LOW_STORE);
        bases.use((word & 0x7F) == STORE ? 1 << (word >>> 20 & 31) : 0);
      }
      case LOAD_FLOAT -> access(base, word >> 20, LOW);
      case LOAD -> {
        access(base, word >> 20, LOW);
        write(1 << target);
      }
      case ADDI -> {
        if ((word & 0x7000) == 0) {
          addConstant(target, base, word >> 20, LOW);
        } else {
          write(1 << target);
        }
      }
      case ADD -> {
        if ((word & OPERATION) == 0) {
          displace(target, base, word >>> 20 & 31);
        } else if (isShiftedSum()) {
          bases.take(word >>> 20 & 31);
          write(1 << target);
          count(target);
        } else {
          write(1 << target);
        }
      }
      case BRANCH -> {
        int other = word >>> 20 & 31;
        bases.compare(base == 0 || other == 0 ? 0 : 1 << base | 1 << other);
        branch(Flow.CONDITIONAL, branchOffset(), LOW_STORE);
      }
      case JAL -> branch(linking(target), jumpOffset(), HIGH);
      case JALR -> jumpByRegister(target, base);
      case SYSTEM -> {
        boolean isReturn = (word & MRET_MASK) == MRET;
        flow = word == EBREAK || word == UNIMP ? Flow.TRAP : isReturn ? Flow.RETURN : Flow.NEXT;
        write(1 << target);
      }
      default -> write(1 << target);
    }
    forgetAtCalls();
    return true;
  }

  private void upper(int target, int value, int bits) {
    if (isFixed && target != 0) {
      set(target, wrapped(value), true);
      bases.set(target, value);
      distance = marks.isNearLoaded(wrapped(value)) ? bits : 0;
    } else {
      write(1 << target);
    }
  }

  /** Memory is accessed some bytes on from a register. */
  private void access(int base, int low, int bits) {
    add(base, low, bits);
    bases.access(base, low);
  }

  /** A register gets another one plus a constant. */
  private void addConstant(int target, int base, int low, int bits) {
    add(base, low, bits);
    bases.take(base);
    keep(target, base, low);
    if (base == GP && globalPointer != 0 && target != 0) {
      bases.set(target, globalPointer + low);
    } else if (target != 0) {
      bases.put(target, low);
      if (hasReference()) {
        bases.tell(target);
      }
    }
  }

  /** {@code SH1ADD}, {@code SH2ADD}, {@code SH3ADD}: an index is added to the second register. */
  private boolean isShiftedSum() {
    int operation = word >>> 12 & 7;
    return word >>> 25 == 0x10 && (operation == 2 || operation == 4 || operation == 6);
  }

  /** A register gets what is held of another, and an index. */
  private void count(int target) {
    if (target != 0) {
      bases.putIndexed(target);
    }
  }

  /** The low bits of an address are added to what a register holds of it. */
  private void add(int base, int low, int bits) {
    if (base == GP && globalPointer != 0 && !registers.isSure(GP)) {
      refer(globalPointer + low, bits);
    } else if ((absolute & 1 << base) == 0) {
      referBy(base, low, bits);
    } else if (marks.mayBeAddress(wrapped(registers.address(base) + low))) {
      referBy(base, low, marks.isLoaded(wrapped(registers.address(base) + low)) ? bits : 0);
    }
  }

  /**
   * A register gets a whole address, from which others may count: which, is not as sure as what
   * began it.
   */
  private void keep(int target, int base, int low) {
    boolean isKept = isOfImage && target != 0 && base != GP && registers.isSure(base);
    if (isKept) {
      set(target, registers.address(base) + low, (absolute & 1 << base) != 0);
      whole |= 1 << target;
    }
    write(1 << target);
  }

  private void set(int target, long address, boolean isAbsolute) {
    registers.set(target, wrapped(address), position);
    absolute = isAbsolute ? absolute | 1 << target : absolute & ~(1 << target);
    whole &= ~(1 << target);
    displaced &= ~(1 << target);
  }

  private void write(int written) {
    registers.write(written);
    bases.write(written);
    displaced &= ~written;
  }

  /**
   * A register gets the sum of two: one of them may hold the upper part of an address, and what
   * adds the rest names the table. What counts from a whole address may lead anywhere.
   */
  private void displace(int target, int one, int other) {
    bases.takeEither(one, other);
    int base = registers.isSure(one) ? one : other;
    boolean isOne = registers.isSure(one) != registers.isSure(other);
    if (target != 0 && isOne && (whole & 1 << base) == 0) {
      set(target, registers.address(base), (absolute & 1 << base) != 0);
      write(1 << target);
      displaced |= 1 << target;
    } else {
      write(1 << target);
    }
    count(target);
  }

  private void forgetAtCalls() {
    if (flow == Flow.CALL) { // what bases lead to may be passed on before
      registers.write(BY_CALLS);
      displaced &= ~BY_CALLS;
    }
  }

  /** Whether a jump keeps where it came from: then it is a call. */
  private static int linking(int target) {
    return target == 0 ? Flow.BRANCH : Flow.CALL;
  }

  /**
   * A jump to what a register holds, plus some; with {@code AUIPC} the address is known, or where
   * the table begins that it leads into.
   */
  private void jumpByRegister(int target, int base) {
    boolean isReturn = target == 0 && (base == 1 || base == 5);
    if (!branchTo(linking(target), base, word >> 20, LOW)) {
      if ((displaced & 1 << base) != 0) {
        add(base, word >> 20, 0);
      }
      flow = isReturn ? Flow.RETURN : target == 0 ? Flow.INDIRECT : Flow.CALL;
    }
    write(1 << target);
  }

  private void compressed() {
    half.read(word & 0xFFFF);
    flow = half.flow();
    if (half.isTarget()) {
      branch(flow, half.offset(), half.distance());
    } else if (half.isAddition()) {
      addConstant(half.base(), half.base(), half.offset(), half.distance());
      return;
    } else if (half.isAddress()) {
      access(half.base(), half.offset(), half.distance());
    } else if (half.isUpper()) {
      upper(Integer.numberOfTrailingZeros(half.writes()), half.offset(), RiscvHalf.ADDITION);
      return;
    }
    if ((word & C_ADD_MASK) == C_ADD && (word & 0x7C) != 0) {
      int target = word >>> 7 & 31;
      displace(target, target, word >>> 2 & 31);
    } else if ((word & C_ADD_MASK) == C_MV && (word & 0x7C) != 0) {
      bases.take(word >>> 2 & 31);
      write(half.writes());
      bases.put(word >>> 7 & 31, 0);
    } else {
      write(half.writes());
    }
    forgetAtCalls();
  }

  @Override
  protected long wrapped(long formed) {
    return is64Bit ? formed : formed & 0xFFFF_FFFFL;
  }

  private long pc() {
    return addressOf(position);
  }

  /** The immediate of the B format. */
  private int branchOffset() {
    return word >> 31 << 12
        | (word >>> 7 & 1) << 11
        | (word >>> 25 & 63) << 5
        | (word >>> 8 & 15) << 1;
  }

  /** The immediate of the J format. */
  private int jumpOffset() {
    return word >> 31 << 20
        | (word & 0xF_F000)
        | (word >>> 20 & 1) << 11
        | (word >>> 21 & 0x3FF) << 1;
  }

  @Override
  public boolean isData() {
    return isData;
  }

  @Override
  public boolean isSystemCall() {
    return word == ECALL && !isData;
  }

  @Override
  public long fingerprint() {
    int bits = length == 2 ? word & 0xFFFF : word;
    return mix(bits & ~distance, length);
  }

  /**
   * A linker that finds the global pointer among the symbols makes code count from it: where there
   * are none, it cannot be told what that means.
   */
  @Override
  public boolean tellsAllAddresses() {
    return isOfImage && (!isFixed || globalPointer != 0 || marks.areOfNamedCode());
  }

  @Override
  public int alignment() {
    return Short.BYTES;
  }
}
