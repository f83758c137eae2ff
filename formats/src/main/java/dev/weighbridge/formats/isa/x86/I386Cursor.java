package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.RegisterCursor;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * x86 instructions of 32-bit mode in a linked image. No operand counts from the instruction
 * pointer: code that can be moved asks where it is, by a call, and counts from there or from the
 * global offset table (System V ABI, i386, 3.5); other code holds addresses as they are.
 */
public final class I386Cursor extends RegisterCursor {
  private static final int ESP = 4;
  private static final int EBP = 5;
  private static final int NO_REGISTER = 8;
  private static final int CALL = 0xE8;
  private static final int ESCAPE = 0x0F;
  private static final int LEA = 0x8D;

  /** ADD, SUB and CMP with a constant: an opcode for all, whose number ModRM says, or for EAX. */
  private static final int ARITHMETIC = 0x81;

  private static final int OF_ADDRESSES = 1 | 1 << 5 | 1 << 7;
  private static final int ADD_EAX = 0x05;
  private static final int SUB_EAX = 0x2D;
  private static final int CMP_EAX = 0x3D;

  /** What is counted with is seldom an address below the memory that old machines had. */
  private static final long SMALL_NUMBERS = 0x10_0000;

  private static final int LARGE_FRAME = 0x1000;

  /** The upper five bits of POP. */
  private static final int POP = 11;

  private final I386Place place;
  private final X86Cursor decoder = new X86Cursor(false);
  private final int[] oneByte = X86Opcodes.oneByte(false);
  private final int[] twoBytes = X86Opcodes.twoBytes(false);

  /** From where on it is known where instructions start. */
  private int trusted;

  /** Where the instruction before a POP has called the POP itself from; -1 if it has not. */
  private int calledFrom;

  /** The four bytes that say how far it is to something; -1 if none do. */
  private int masked;

  /** The four bytes that are an address themselves; -1 if none are. */
  private int absolute;

  /** Where branches lead, from the start of the code. */
  private final BitSet targets = new BitSet();

  /** The instruction is LEA, and if so, one that changes nothing. */
  private boolean isSum;

  private boolean isFiller;
  private boolean isOfThread;
  private boolean isIndexed;
  private boolean isNarrow;

  /** Constants have two bytes. */
  private boolean isShort;

  /**
   * A constant that is an address beside the one of the memory it is stored to; 0 if it is none.
   */
  private long stored;

  /** A cursor over code of an image. */
  I386Cursor(I386Place place) {
    super(ByteOrder.LITTLE_ENDIAN);
    this.place = place;
  }

  @Override
  protected void begin() {
    decoder.start(code, start, end, address);
    trusted = start;
    calledFrom = -1;
    targets.clear();
  }

  @Override
  public void startAnywhere(byte[] newCode, int newStart, int newEnd, long newAddress) {
    start(newCode, newStart, newEnd, newAddress);
    trusted = newStart + LEAD;
  }

  @Override
  protected int decode() {
    decoder.goTo(position);
    masked = -1;
    absolute = -1;
    stored = 0;
    isIndexed = false;
    if (!decoder.next()) {
      return 0;
    }
    if (targets.get(position - start)) {
      registers.join(position);
    }
    int bytes = decoder.length();
    flow = decoder.flow();
    if (decoder.hasTarget()) {
      branch(flow, decoder.target() - addressOf(position), 0);
      if (isInside(operand) && flow != Flow.CALL) {
        targets.set((int) (operand - address));
      }
    }
    int popped = calledFrom;
    calledFrom = -1;
    int opcodeAt = prefixes();
    if (flow == Flow.CALL) {
      call(opcodeAt, bytes);
    } else {
      operands(opcodeAt, bytes, popped);
    }
    return bytes;
  }

  /** Goes behind the prefixes. */
  private int prefixes() {
    isOfThread = false;
    isNarrow = false;
    isShort = false;
    int at = position;
    while (true) {
      switch (code[at] & 0xFF) {
        case 0x64, 0x65 -> isOfThread = true;
        case 0x67 -> isNarrow = true;
        case 0x66 -> isShort = true;
        case 0x26, 0x2E, 0x36, 0x3E, 0xF0, 0xF2, 0xF3 -> {}
        default -> {
          return at;
        }
      }
      at++;
    }
  }

  private void call(int opcodeAt, int bytes) {
    int behind = position + bytes;
    boolean isHere = hasTarget() && operand == addressOf(behind);
    int register = hasTarget() && !isHere ? place.returnRegister(operand) : I386Place.NONE;
    if (isHere) {
      calledFrom = behind;
      return;
    }
    if ((code[opcodeAt] & 0xFF) != CALL) {
      memory(opcodeAt + 1);
    }
    registers.write(I386Writes.BY_CALLS);
    if (register != I386Place.NONE) {
      registers.set(register, addressOf(behind), position);
    }
  }

  private void operands(int opcodeAt, int bytes, int popped) {
    int opcode = code[opcodeAt] & 0xFF;
    int modrm = code[opcodeAt + 1] & 0xFF;
    if (opcode == ESCAPE) {
      escaped(opcodeAt + 1);
    } else if (isVector(opcode, modrm)) {
      int at = opcodeAt + (opcode == 0x62 ? 5 : opcode == 0xC4 ? 4 : 3);
      memory(at);
      registers.write(I386Writes.ofOtherMap(code[at] & 0xFF));
    } else if (popped >= 0 && opcode >> 3 == POP) {
      registers.set(opcode & 7, addressOf(popped), position);
    } else if (opcode == ARITHMETIC && modrm >> 3 == 0x18) {
      addition(modrm & 7, opcodeAt + 2);
    } else if (opcode == ADD_EAX) {
      addition(0, opcodeAt + 1);
    } else if (modrm >= 0xC0 && (opcode == 0x89 || opcode == 0x8B)) {
      int reg = modrm >> 3 & 7;
      copy(opcode == 0x89 ? modrm & 7 : reg, opcode == 0x89 ? reg : modrm & 7);
    } else {
      isSum = opcode == LEA;
      isFiller = false;
      if ((oneByte[opcode] & X86Form.MODRM) != 0) {
        memory(opcodeAt + 1);
      }
      isSum = false;
      constant(opcode, modrm, position + bytes);
      int written = isFiller ? 0 : I386Writes.ofOneByte(opcode, modrm);
      registers.write(written);
    }
  }

  /** What begins a prefix for vectors in 32-bit mode: a register where memory would have to be. */
  private static boolean isVector(int opcode, int modrm) {
    return (opcode == 0xC4 || opcode == 0xC5 || opcode == 0x62) && modrm >= 0xC0;
  }

  private void escaped(int at) {
    int opcode = code[at] & 0xFF;
    boolean isOtherMap = opcode == 0x38 || opcode == 0x3A;
    int modrmAt = at + (isOtherMap ? 2 : 1);
    if (isOtherMap || (twoBytes[opcode] & X86Form.MODRM) != 0) {
      memory(modrmAt);
    }
    int modrm = code[modrmAt] & 0xFF;
    registers.write(
        isOtherMap ? I386Writes.ofOtherMap(modrm) : I386Writes.ofTwoBytes(opcode, modrm));
  }

  /** A constant is added to a register, as to where the code is. */
  private void addition(int register, int constantAt) {
    if (registers.isSure(register) && !isShort) {
      long sum = registers.address(register) + words.getInt(constantAt);
      registers.set(register, wrapped(sum), position);
      masked = constantAt;
    } else {
      if (!isShort) {
        arithmetic(constantAt);
      }
      registers.write(1 << register);
    }
  }

  private void copy(int to, int from) {
    if (registers.isSure(from)) {
      registers.set(to, registers.address(from), position);
    } else {
      registers.write(1 << to);
    }
  }

  /** The operand in memory that a ModRM byte says (SDM volume 2, tables 2-2 and 2-3). */
  private void memory(int modrmAt) {
    int modrm = code[modrmAt] & 0xFF;
    int mode = modrm >> 6;
    if (mode == 3 || isOfThread || isNarrow) {
      return;
    }
    int base = modrm & 7;
    int index = NO_REGISTER;
    int at = modrmAt + 1;
    if (base == ESP) {
      int sib = code[at++] & 0xFF;
      base = sib & 7;
      index = (sib >> 3 & 7) == ESP ? NO_REGISTER : sib >> 3 & 7;
    }
    boolean isBare = mode == 0 && base == EBP;
    if (isBare) {
      base = NO_REGISTER;
    }
    boolean isLong = mode == 2 || isBare; // a linker fills in nothing shorter
    int distance = isLong ? words.getInt(at) : mode == 1 ? code[at] : 0;
    isFiller = isSum && distance == 0 && index == NO_REGISTER && base == (modrm >> 3 & 7);
    if (isLong && !isFiller) {
      counted(base, index, distance, at);
    }
  }

  /** What lies some bytes from what registers hold, which four bytes say. */
  private void counted(int base, int index, int distance, int at) {
    isIndexed = base != NO_REGISTER && index != NO_REGISTER;
    if (base != NO_REGISTER && registers.isSure(base)) {
      countedFrom(base, distance, at);
    } else if (index != NO_REGISTER && registers.isSure(index)) {
      countedFrom(index, distance, at);
    } else if (place.isFixed() && place.mayBeAddress(distance & 0xFFFF_FFFFL)) {
      tell(distance & 0xFFFF_FFFFL);
      masked = at;
      isIndexed = base != NO_REGISTER || index != NO_REGISTER;
    } else if (distance != 0 && mayHoldTable(base, distance)) {
      // The register may have been put aside and taken back.
      long perhaps = wrapped(place.offsetTable() + distance);
      if (place.mayBeAddress(perhaps)) {
        mayRefer(perhaps);
      }
    }
  }

  /** EBP may hold it where it is not needed for the frame, which is seldom as large as that. */
  private boolean mayHoldTable(int base, int distance) {
    boolean isFrame = base == EBP && Math.abs((long) distance) < LARGE_FRAME;
    return base != ESP && !isFrame && base != NO_REGISTER && place.offsetTable() != 0;
  }

  private void countedFrom(int register, int distance, int at) {
    long formed = wrapped(registers.address(register) + distance);
    if (place.mayBeAddress(formed)) {
      tell(formed);
      masked = at;
    }
  }

  private void tell(long formed) {
    if (!place.mayBeAddress(formed)) {
      return;
    }
    if (position < trusted) {
      mayRefer(formed);
    } else {
      refer(formed, 0);
    }
  }

  /** A constant, which may be an address where code cannot be moved. */
  private void constant(int opcode, int modrm, int behind) {
    boolean isMoved = opcode == 0x68 || opcode >> 3 == 0x17 || opcode == 0xC7;
    boolean isAccess = opcode >= 0xA0 && opcode <= 0xA3 && !isOfThread && !isNarrow;
    boolean isCounted = opcode == ARITHMETIC && (OF_ADDRESSES & 1 << (modrm >> 3 & 7)) != 0;
    if (isAccess || (isMoved && !isShort)) {
      constant(behind - 4, 0);
    } else if ((isCounted || opcode == SUB_EAX || opcode == CMP_EAX) && !isShort) {
      arithmetic(behind - 4);
    }
  }

  private void arithmetic(int at) {
    constant(at, SMALL_NUMBERS);
  }

  private void constant(int at, long least) {
    long value = words.getInt(at) & 0xFFFF_FFFFL;
    boolean isPlaced = place.isFixed() && at > position && value >= least;
    if (!isPlaced || !place.mayBeAddress(value)) {
      return;
    }
    absolute = at;
    if (!hasReference()) {
      tell(value);
    } else if (position >= trusted) {
      stored = value;
    }
  }

  @Override
  public boolean isIndexed() {
    return isIndexed && hasReference();
  }

  @Override
  public boolean hasOther() {
    return stored != 0;
  }

  @Override
  public long other() {
    return stored;
  }

  @Override
  protected long wrapped(long formed) {
    return formed & 0xFFFF_FFFFL;
  }

  @Override
  public boolean isSystemCall() {
    return decoder.isSystemCall();
  }

  @Override
  public long fingerprint() {
    if (masked < 0 && absolute < 0) {
      return decoder.fingerprint();
    }
    long low = 0;
    long high = length;
    for (int i = 0; i < length; i++) {
      int at = position + i;
      long value = isIn(masked, at) || isIn(absolute, at) ? 0 : code[at] & 0xFF;
      if (i < Long.BYTES) {
        low |= value << (8 * i);
      } else {
        high = high << 8 | value;
      }
    }
    return mix(low, high);
  }

  private static boolean isIn(int field, int at) {
    return field >= 0 && at >= field && at < field + 4;
  }

  @Override
  public boolean tellsAllAddresses() {
    return place.isFixed() || place.offsetTable() != 0;
  }

  @Override
  public boolean hasAddressesAsNumbers() {
    return true;
  }

  @Override
  public int alignment() {
    return 1;
  }
}
