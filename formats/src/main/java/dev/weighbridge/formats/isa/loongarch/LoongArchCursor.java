package dev.weighbridge.formats.isa.loongarch;

import dev.weighbridge.formats.isa.AddressRanges;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.RegisterCursor;
import java.nio.ByteOrder;
import java.util.List;

/**
 * LoongArch instructions: branches, and the addresses that {@code PCADDI}, or {@code PCALAU12I}
 * with the {@code ADDI.D}, load or store that adds the low twelve bits, form (LoongArch Reference
 * Manual, 2.2.1.5 and 2.2.5). In an image that cannot be moved, {@code LU12I.W}, {@code ORI},
 * {@code LU32I.D} and {@code LU52I.D} put an address together, of which the first two may be
 * enough.
 */
public final class LoongArchCursor extends RegisterCursor {
  private static final int LENGTH = 4;

  /** Registers that a call may change: ra, a0 to a7, t0 to t8 (procedure call standard, 2). */
  private static final int BY_CALLS = 0x001F_FFF2;

  /** The bits of the immediates of low parts, of high parts, of branches of three widths. */
  private static final int LOW = 0x003F_FC00;

  private static final int HIGH = 0x01FF_FFE0;
  private static final int NEAR = 0x03FF_FC00;
  private static final int MIDDLE = 0x03FF_FC1F;
  private static final int FAR = 0x03FF_FFFF;

  /** What the upper seven, or ten, bits of an instruction are. */
  private static final int LU12I = 0x0A;

  private static final int LU32I = 0x0B;
  private static final int LU52I = 0x0C;
  private static final int ORI = 0x0E;

  private final AddressRanges loaded;
  private int word;

  /** Registers, a bit for each, that hold a number, which may be an address. */
  private int numbers;

  /** A cursor over code in which no number is an address. */
  public LoongArchCursor() {
    this(new AddressRanges(List.of()));
  }

  /** A cursor over code in which the addresses of what is loaded may stand. */
  LoongArchCursor(AddressRanges loaded) {
    super(ByteOrder.LITTLE_ENDIAN);
    this.loaded = loaded;
  }

  @Override
  protected void begin() {
    numbers = 0;
  }

  @Override
  protected int decode() {
    if (end - position < LENGTH) {
      return 0;
    }
    word = words.getInt(position);
    read();
    if (flow == Flow.CALL) {
      registers.write(BY_CALLS);
    }
    return LENGTH;
  }

  private void read() {
    switch (word >>> 26) {
      case 0x05 -> number();
      case 0x06, 0x07 -> upper();
      case 0x0A -> access();
      case 0x0B -> addLow(); // VLD, VST and their wide forms
      case 0x10, 0x11, 0x12 -> branch(Flow.CONDITIONAL, middle(), MIDDLE);
      case 0x13 -> jumpByRegister();
      case 0x14 -> branch(Flow.BRANCH, far(), FAR);
      case 0x15 -> branch(Flow.CALL, far(), FAR);
      case 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B -> branch(Flow.CONDITIONAL, near(), NEAR);
      default -> others();
    }
  }

  /** PCADDI, PCALAU12I, PCADDU12I, PCADDU18I, of which a register gets an address. */
  private void upper() {
    int target = word & 31;
    int high = word << 7 >> 12;
    long upper = high;
    numbers &= ~(1 << target);
    distance = HIGH;
    switch (word >>> 25) {
      case 0x0C -> {
        refer(pc() + (upper << 2), HIGH);
        registers.drop(target);
      }
      case 0x0D -> begin(target, (pc() & ~0xFFFL) + (upper << 12), HIGH);
      case 0x0E -> registers.set(target, pc() + (upper << 12), position);
      default -> registers.set(target, pc() + (upper << 18), position);
    }
  }

  /** LU12I.W, which begins a number, and LU32I.D, which gives one its upper half. */
  private void number() {
    int target = word & 31;
    int bits = word << 7 >> 12;
    if (word >>> 25 == LU12I) {
      set(target, (long) bits << 12);
    } else if (isNumber(target)) {
      set(target, (long) bits << 32 | (registers.address(target) & 0xFFFF_FFFFL));
      tell(target);
    } else {
      registers.write(1 << target);
    }
  }

  /** ORI and LU52I.D, which give a number its lowest and its highest bits. */
  private void complete(boolean isLow) {
    int target = word & 31;
    int base = word >>> 5 & 31;
    int bits = word << 10 >> 20;
    if (isNumber(base)) {
      long number = registers.address(base);
      set(target, isLow ? number | (bits & 0xFFF) : (long) bits << 52 | (number << 12 >>> 12));
      tell(target);
    } else {
      registers.write(1 << target);
    }
  }

  private boolean isNumber(int register) {
    return registers.isSure(register) && (numbers & 1 << register) != 0;
  }

  private void set(int target, long number) {
    registers.set(target, number, position);
    numbers |= 1 << target;
  }

  /** A number is an address if that of something is the same, and nothing is added to it yet. */
  private void tell(int register) {
    int next = end - position < 2 * LENGTH ? 0 : words.getInt(position + LENGTH);
    boolean goesOn = next >>> 25 == LU32I || next >>> 22 == LU52I;
    if (!(goesOn && (next & 31) == register) && loaded.indexOf(registers.address(register)) >= 0) {
      refer(registers.address(register), 0);
    }
  }

  /** Loads and stores, of which only loads of general registers write one. */
  private void access() {
    int what = word >>> 22 & 15;
    addLow();
    boolean isLoad = what < 4 || (what >= 8 && what < 11);
    registers.write(isLoad ? 1 << (word & 31) : 0);
  }

  private void others() {
    boolean isUndefined = (word & 0xFFFF_83FF) == 0x3860_0000; // AMSWAP.W to where it reads
    if (word == 0 || word >>> 15 == 0x54 || isUndefined) { // BREAK
      flow = Flow.TRAP;
      return;
    }
    if (word >>> 22 == ORI || word >>> 22 == LU52I) {
      complete(word >>> 22 == ORI);
      return;
    }
    if (word >>> 22 == 0x0B) { // ADDI.D
      addLow();
    }
    registers.write(1 << (word & 31));
  }

  private void addLow() {
    int base = word >>> 5 & 31;
    int low = word << 10 >> 20;
    if ((numbers & 1 << base) == 0) {
      referBy(base, low, LOW);
    } else if (loaded.indexOf(registers.address(base) + low) >= 0) {
      referBy(base, low, 0);
    }
  }

  /** JIRL: a return, a call, or a jump; behind a part of an address the target is known. */
  private void jumpByRegister() {
    int target = word & 31;
    int base = word >>> 5 & 31;
    if (!branchTo(target == 0 ? Flow.BRANCH : Flow.CALL, base, near(), NEAR)) {
      flow = target != 0 ? Flow.CALL : base == 1 ? Flow.RETURN : Flow.INDIRECT;
    }
    registers.write(1 << target);
  }

  private int near() {
    return word << 6 >> 16 << 2;
  }

  private int middle() {
    return (word << 27 >> 27 << 16 | (word >>> 10 & 0xFFFF)) << 2;
  }

  private int far() {
    return (word << 22 >> 22 << 16 | (word >>> 10 & 0xFFFF)) << 2;
  }

  private long pc() {
    return addressOf(position);
  }

  /** {@code SYSCALL}. */
  @Override
  public boolean isSystemCall() {
    return (words.getInt(position) & 0xFFFF_8000) == 0x002B_0000;
  }

  @Override
  public long fingerprint() {
    return mix(word & ~distance, LENGTH);
  }

  @Override
  public boolean tellsAllAddresses() {
    return true;
  }

  @Override
  public int alignment() {
    return LENGTH;
  }
}
