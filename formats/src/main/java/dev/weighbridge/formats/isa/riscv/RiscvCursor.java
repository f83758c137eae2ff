package dev.weighbridge.formats.isa.riscv;

import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.RegisterCursor;
import java.nio.ByteOrder;

/**
 * RISC-V instructions of two and four bytes: branches, and the addresses that {@code AUIPC} with
 * the {@code ADDI}, load, store or {@code JALR} forms that adds the low twelve bits (Unprivileged
 * ISA, 2.4.2 and 2.5.1). The compressed ones are read by {@link RiscvHalf}.
 */
public final class RiscvCursor extends RegisterCursor {
  /** Registers that a call may change: ra, t0 to t2, a0 to a7, t3 to t6 (psABI, 1.1). */
  static final int BY_CALLS = 0xF003_FCE2;

  private static final int AUIPC = 0x17;
  private static final int LOAD = 0x03;
  private static final int LOAD_FLOAT = 0x07;
  private static final int ADDI = 0x13;
  private static final int STORE = 0x23;
  private static final int STORE_FLOAT = 0x27;
  private static final int BRANCH = 0x63;
  private static final int JALR = 0x67;
  private static final int JAL = 0x6F;
  private static final int SYSTEM = 0x73;
  private static final int RESERVED = 0x6B;

  /** {@code EBREAK}, and what assemblers call {@code unimp}: a write to a counter. */
  private static final int EBREAK = 0x0010_0073;

  private static final int UNIMP = 0xC000_1073;

  /** The bits of the immediates of loads and additions, of stores, and of {@code AUIPC}. */
  private static final int LOW = 0xFFF0_0000;

  private static final int LOW_STORE = 0xFE00_0F80;
  private static final int HIGH = 0xFFFF_F000;

  private final RiscvHalf half;
  private final boolean is64Bit;
  private int word;

  /** A cursor for registers of 32 or 64 bits. */
  public RiscvCursor(boolean is64Bit) {
    super(ByteOrder.LITTLE_ENDIAN);
    this.is64Bit = is64Bit;
    half = new RiscvHalf(is64Bit);
  }

  @Override
  protected int decode() {
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

  private boolean full() {
    if (end - position < 4 || (word & 0x1C) == 0x1C || (word & 0x7F) == RESERVED) {
      return false;
    }
    int target = word >>> 7 & 31;
    int base = word >>> 15 & 31;
    switch (word & 0x7F) {
      case AUIPC -> {
        if (target != 0) {
          registers.set(target, wrapped(pc() + (word & HIGH)), position);
        }
        distance = HIGH;
      }
      case STORE, STORE_FLOAT -> referBy(base, word >> 25 << 5 | target, LOW_STORE);
      case LOAD_FLOAT -> referBy(base, word >> 20, LOW);
      case LOAD -> {
        referBy(base, word >> 20, LOW);
        registers.write(1 << target);
      }
      case ADDI -> {
        if ((word & 0x7000) == 0) {
          referBy(base, word >> 20, LOW);
        }
        registers.write(1 << target);
      }
      case BRANCH -> branch(Flow.CONDITIONAL, branchOffset(), LOW_STORE);
      case JAL -> branch(linking(target), jumpOffset(), HIGH);
      case JALR -> jumpByRegister(target, base);
      case SYSTEM -> {
        flow = word == EBREAK || word == UNIMP ? Flow.TRAP : Flow.NEXT;
        registers.write(1 << target);
      }
      default -> registers.write(1 << target);
    }
    forgetAtCalls();
    return true;
  }

  private void forgetAtCalls() {
    if (flow == Flow.CALL) {
      registers.write(BY_CALLS);
    }
  }

  /** Whether a jump keeps where it came from: then it is a call. */
  private static int linking(int target) {
    return target == 0 ? Flow.BRANCH : Flow.CALL;
  }

  /** A jump to what a register holds, plus some; with {@code AUIPC} the address is known. */
  private void jumpByRegister(int target, int base) {
    boolean isReturn = target == 0 && (base == 1 || base == 5);
    if (!branchTo(linking(target), base, word >> 20, LOW)) {
      flow = isReturn ? Flow.RETURN : target == 0 ? Flow.INDIRECT : Flow.CALL;
    }
    registers.write(1 << target);
  }

  private void compressed() {
    half.read(word & 0xFFFF);
    flow = half.flow();
    if (half.isTarget()) {
      branch(flow, half.offset(), half.distance());
    } else if (half.isAddress()) {
      referBy(half.base(), half.offset(), half.distance());
    }
    registers.write(half.writes());
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
  public long fingerprint() {
    int bits = length == 2 ? word & 0xFFFF : word;
    return mix(bits & ~distance, length);
  }

  @Override
  public int alignment() {
    return Short.BYTES;
  }
}
