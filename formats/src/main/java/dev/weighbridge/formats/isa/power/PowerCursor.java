package dev.weighbridge.formats.isa.power;

import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.RegisterCursor;
import java.nio.ByteOrder;

/**
 * Power instructions: branches, the addresses that count from the table of contents, whose place
 * register 2 holds, and those that prefixed instructions count from themselves (Power ISA 3.1, 1.6
 * and 2.4; 64-bit ELF V2 ABI, 2.2.2.2 and 3.3; 64-bit PowerPC ELF ABI 1.9, 3.5).
 */
public final class PowerCursor extends RegisterCursor {
  private static final int WIDTH = 4;
  private static final int STACK = 1;
  private static final int TOC = 2;

  /** Register 12 holds the address of a function where it is entered from outside. */
  private static final int ENTRY = 12;

  /** Registers that a call may change: r0 and r3 to r12. */
  private static final int BY_CALLS = 0x1FF9;

  /** The bits of the immediates of additions and accesses, and of branches of two widths. */
  private static final int LOW = 0xFFFF;

  private static final int NEAR = 0xFFFC;
  private static final int FAR = 0x03FF_FFFC;

  /** {@code TRAP}: on any outcome of the comparison. */
  private static final int TRAP = 0x7FE0_0008;

  /** The extended opcode of {@code ADD}. */
  private static final int ADD = 266 << 1;

  /** {@code BCL 20, 31}, whatever its distance: it only tells where it is. */
  private static final int WHERE = 0x429F_0001;

  private static final int WHERE_MASK = 0xFFFF_0003;

  /** The condition of a branch that is always taken. */
  private static final int ALWAYS = 20;

  private final long toc;
  private boolean isTocLost;
  private int word;

  /** A cursor over words of an order, where the place of the table of contents is not known. */
  public PowerCursor(ByteOrder order) {
    this(order, 0);
  }

  /**
   * A cursor over code of an image.
   *
   * @param toc what register 2 holds, 0 if it is not known
   */
  public PowerCursor(ByteOrder order, long toc) {
    super(order);
    this.toc = toc;
  }

  @Override
  protected void begin() {
    isTocLost = false;
  }

  @Override
  protected int decode() {
    if (end - position < WIDTH) {
      return 0;
    }
    word = words.getInt(position);
    if (opcode() == 1) {
      return prefixed();
    }
    read();
    if (flow == Flow.CALL) {
      registers.write(BY_CALLS);
    }
    if (Flow.ends(flow)) {
      isTocLost = false; // what follows is reached with the table that all code has
    }
    return WIDTH;
  }

  private int opcode() {
    return word >>> 26;
  }

  private int written() {
    return word >>> 21 & 31;
  }

  private int base() {
    return word >>> 16 & 31;
  }

  private void read() {
    switch (opcode()) {
      case 0 -> flow = word == 0 ? Flow.TRAP : Flow.NEXT;
      case 14 -> addition();
      case 15 -> upper();
      case 16 -> conditional();
      case 18 -> jump();
      case 19 -> byRegister();
      case 31 -> {
        flow = word == TRAP ? Flow.TRAP : Flow.NEXT;
        if ((word & 0x7FE) == ADD) {
          sum();
        } else {
          write(PowerWrites.of(word));
        }
      }
      case 32,
          33,
          34,
          35,
          40,
          41,
          42,
          43,
          46,
          36,
          37,
          38,
          39,
          44,
          45,
          47,
          48,
          49,
          50,
          51,
          52,
          53,
          54,
          55 ->
          access((short) word);
      case 57, 58, 62 -> access((short) (word & ~3));
      case 56, 61 -> access((short) (word & ((word & 3) == 1 || opcode() == 56 ? ~15 : ~3)));
      default -> write(PowerWrites.of(word));
    }
  }

  /** A load or a store; where it takes back what register 2 was, that is known again. */
  private void access(int low) {
    add(base(), low);
    write(PowerWrites.of(word));
    if (opcode() == 58 && written() == TOC && base() == STACK) {
      isTocLost = false;
    }
  }

  /** {@code ADDI}; that which ends the way to the table is no reference. */
  private void addition() {
    if (written() == TOC && base() == TOC) {
      distance = LOW;
      isTocLost = false;
      return;
    }
    add(base(), (short) word);
    if (hasReference() && base() != 0) {
      keep(reference());
    } else {
      write(1 << written());
    }
  }

  /**
   * A register gets a whole address, from which others may count: compilers reach variables that
   * lie together from one of them. Which, is not as sure as what began it.
   */
  private void keep(long formed) {
    registers.set(written(), formed, position);
    write(1 << written());
  }

  /** {@code ADD} of a number to an address. */
  private void sum() {
    int other = word >>> 11 & 31;
    int known = registers.isKnown(base()) ? base() : other;
    if (registers.isKnown(known)) {
      keep(registers.address(known));
    } else {
      write(1 << written());
    }
  }

  /** {@code ADDIS}: the upper part of an address. */
  private void upper() {
    if (written() == TOC && (base() == ENTRY || base() == 0)) {
      distance = LOW;
      isTocLost = true;
    } else if (isToc(base())) {
      registers.set(written(), toc + ((long) (short) word << 16), position);
      distance = LOW;
    } else {
      write(1 << written());
    }
  }

  private boolean isToc(int register) {
    return register == TOC && toc != 0 && !isTocLost;
  }

  private void add(int register, int low) {
    if (isToc(register)) {
      refer(toc + low, LOW);
    } else if (register != 0) {
      referBy(register, low, LOW);
    }
  }

  private void write(int some) {
    registers.write(some);
    isTocLost |= (some & 1 << TOC) != 0;
  }

  /** {@code B} and {@code BL}; to an address itself only in the lowest memory. */
  private void jump() {
    int kind = (word & 1) == 0 ? Flow.BRANCH : Flow.CALL;
    int offset = word << 6 >> 6 & ~3;
    if ((word & 2) == 0) {
      branch(kind, offset, FAR);
    } else {
      branchToAddress(kind, offset, FAR);
    }
  }

  private void conditional() {
    if ((word & WHERE_MASK) == WHERE) {
      return;
    }
    boolean isAlways = (written() & ALWAYS) == ALWAYS;
    boolean isCall = (word & 1) != 0 && isAlways;
    int kind = isCall ? Flow.CALL : isAlways ? Flow.BRANCH : Flow.CONDITIONAL;
    if ((word & 2) == 0) {
      branch(kind, (short) (word & NEAR), NEAR);
    } else {
      branchToAddress(kind, (short) (word & NEAR), NEAR);
    }
  }

  /** Branches to the link, count or target register, and returns from interrupts. */
  private void byRegister() {
    boolean isAlways = (written() & ALWAYS) == ALWAYS;
    boolean isCall = (word & 1) != 0;
    switch (word >>> 1 & 0x3FF) {
      case 16 -> flow = isCall ? Flow.CALL : Flow.RETURN; // BCLR
      case 528, 560 -> flow = isCall ? Flow.CALL : Flow.INDIRECT; // BCCTR, BCTAR
      case 18, 38, 39, 50, 51, 82, 274, 306 -> { // RFID and its like
        flow = Flow.RETURN;
        return;
      }
      default -> {
        write((word >>> 1 & 31) == 2 ? 1 << written() : 0); // ADDPCIS
        return;
      }
    }
    if (!isAlways) {
      flow = Flow.CONDITIONAL;
    }
  }

  /** An instruction of eight bytes: its prefix says whether it counts from itself. */
  private int prefixed() {
    if (end - position < 2 * WIDTH) {
      return 0;
    }
    int prefix = word;
    word = words.getInt(position + WIDTH);
    int type = prefix >>> 24 & 3;
    boolean isRelative = (prefix & 0x10_0000) != 0 && (type == 0 || type == 2);
    if (isRelative && base() == 0) {
      long offset = ((long) (prefix << 14 >> 14) << 16) | (word & 0xFFFF);
      refer(addressOf(position) + offset, 0);
    }
    write(type == 2 || type == 0 ? PowerWrites.ofPrefixed(word, type == 0) : 0);
    return 2 * WIDTH;
  }

  /** {@code SC}. */
  @Override
  public boolean isSystemCall() {
    return (words.getInt(position) & 0xFC00_0003) == 0x4400_0002;
  }

  @Override
  public long fingerprint() {
    return mix(word & ~distance, length == WIDTH ? WIDTH : words.getInt(position));
  }

  /** Without the place of the table of contents, what counts from it cannot be told. */
  @Override
  public boolean tellsAllAddresses() {
    return toc != 0;
  }

  @Override
  public boolean tellsReferences() {
    return toc != 0;
  }

  @Override
  public int alignment() {
    return WIDTH;
  }
}
