package dev.weighbridge.formats.isa.s390x;

import dev.weighbridge.formats.isa.BaseRegisters;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.InstructionCursor;
import java.nio.ByteOrder;

/**
 * s390x instructions: branches, and the addresses that {@code LARL} and the loads, stores and
 * compares form that are relative to the instruction by a number of halfwords (z/Architecture
 * Principles of Operation, formats RI, RIE, RIL and RSI).
 */
public final class S390xCursor extends InstructionCursor {
  /** Formats whose distance is a halfword, and a word. */
  private static final int SVC = 0x0A;

  private static final int NEAR = 2;

  private static final int FAR = 4;
  private static final int LONGEST = 6;
  private static final int ALWAYS = 15;
  private static final int RETURN_REGISTER = 14;

  /** Bytes of the distance of the instruction read last; it follows two bytes of opcode. */
  private int distance;

  private boolean isTarget;
  private boolean isReference;

  /** Which registers lead on to other addresses, if that is asked for. */
  private final S390xBases registers = new S390xBases();

  /** A cursor. */
  public S390xCursor() {
    super(ByteOrder.BIG_ENDIAN);
  }

  @Override
  public void start(byte[] newCode, int newStart, int newEnd, long newAddress) {
    super.start(newCode, newStart, newEnd, newAddress);
    flow = Flow.NEXT;
    registers.bases().start();
  }

  @Override
  public boolean next() {
    position += length;
    length = 0;
    distance = 0;
    isTarget = false;
    isReference = false;
    if (end - position < 2) {
      return false;
    }
    int opcode = code[position] & 0xFF;
    int size = size(opcode);
    if (end - position < size) {
      return false;
    }
    length = size;
    int before = flow;
    flow = Flow.NEXT;
    decode(opcode, code[position + 1] & 0xFF);
    if (registers.bases().isOn()) {
      followOn(before);
    }
    return true;
  }

  private void followOn(int before) {
    BaseRegisters bases = registers.bases();
    bases.arrive(position, !Flow.ends(before));
    registers.follow(words, position, isReference ? operand() : 0);
    boolean isOutside = isTarget && !isInside(operand());
    if (isTarget && !isOutside && flow != Flow.CALL) {
      bases.branch(position, position + (int) (operand() - addressOf(position)));
    }
    bases.leave(flow, isOutside);
  }

  @Override
  public boolean follow() {
    registers.bases().turnOn();
    return true;
  }

  @Override
  public int countedCount() {
    return registers.bases().count();
  }

  @Override
  public long counted(int index) {
    return registers.bases().formed(index);
  }

  /** The first two bits of an instruction say how many halfwords it has. */
  private static int size(int opcode) {
    return switch (opcode >>> 6) {
      case 0 -> 2;
      case 3 -> LONGEST;
      default -> 4;
    };
  }

  private void decode(int opcode, int second) {
    int rest = second & 15;
    switch (opcode) {
      case 0x00 -> flow = second <= 1 ? Flow.TRAP : Flow.NEXT;
      case 0x05, 0x0C, 0x0D -> flow = rest == 0 ? Flow.NEXT : Flow.CALL; // BALR, BASSM, BASR
      case 0x06 -> flow = rest == 0 ? Flow.NEXT : Flow.CONDITIONAL; // BCTR
      case 0x07 -> flow = rest == 0 ? Flow.NEXT : masked(second >> 4, register(rest)); // BCR
      case 0x0B -> flow = rest == 0 ? Flow.NEXT : Flow.INDIRECT; // BSM
      case 0x45, 0x4D -> flow = Flow.CALL; // BAL, BAS
      case 0x46 -> flow = Flow.CONDITIONAL; // BCT
      case 0x47 -> flow = masked(second >> 4, Flow.INDIRECT); // BC
      case 0x82 -> flow = Flow.RETURN; // LPSW
      case 0x84, 0x85 -> branch(Flow.CONDITIONAL, NEAR); // BRXH, BRXLE
      case 0xA7 -> relative(second);
      case 0xB2 -> flow = second == 0xB2 ? Flow.RETURN : Flow.NEXT; // LPSWE
      case 0xC0 -> relativeLong(second);
      case 0xC4 -> refer(rest >= 2); // loads and stores
      case 0xC6 -> refer(rest >= 4); // compares; not EXRL, whose operand is executed, nor PFDRL
      case 0xCC -> countHigh(rest);
      case 0xE3 -> indexed(second);
      case 0xEC -> compare(code[position + 5] & 0xFF);
      default -> {
        // It goes on to the next.
      }
    }
  }

  private static int register(int number) {
    return number == RETURN_REGISTER ? Flow.RETURN : Flow.INDIRECT;
  }

  /** A branch on some of the conditions: on all, on none, or on what is not known here. */
  private static int masked(int mask, int kind) {
    return mask == ALWAYS ? kind : mask == 0 ? Flow.NEXT : Flow.CONDITIONAL;
  }

  private void relative(int second) {
    switch (second & 15) {
      case 4 -> branch(masked(second >> 4, Flow.BRANCH), NEAR); // BRC
      case 5 -> branch(Flow.CALL, NEAR); // BRAS
      case 6, 7 -> branch(Flow.CONDITIONAL, NEAR); // BRCT, BRCTG
      default -> {
        // An immediate.
      }
    }
  }

  private void relativeLong(int second) {
    switch (second & 15) {
      case 0 -> refer(true); // LARL
      case 4 -> branch(masked(second >> 4, Flow.BRANCH), FAR); // BRCL
      case 5 -> branch(Flow.CALL, FAR); // BRASL
      default -> {
        // An immediate.
      }
    }
  }

  private void countHigh(int rest) {
    if (rest == 6) { // BRCTH
      branch(Flow.CONDITIONAL, FAR);
    }
  }

  private void indexed(int second) {
    switch (code[position + 5] & 0xFF) {
      case 0x46 -> flow = Flow.CONDITIONAL; // BCTG
      case 0x47 -> flow = masked(second >> 4, Flow.INDIRECT); // BIC
      default -> {
        // An access.
      }
    }
  }

  /** BRXHG, BRXLG, and the compares that branch. */
  private void compare(int last) {
    switch (last) {
      case 0x44, 0x45, 0x64, 0x65, 0x76, 0x77, 0x7C, 0x7D, 0x7E, 0x7F ->
          branch(Flow.CONDITIONAL, NEAR);
      default -> {
        // No branch.
      }
    }
  }

  private void branch(int kind, int bytes) {
    flow = kind;
    distance = bytes;
    isTarget = kind != Flow.NEXT;
  }

  private void refer(boolean isOperand) {
    distance = FAR;
    isReference = isOperand;
  }

  private long operand() {
    int halfwords = distance == NEAR ? words.getShort(position + 2) : words.getInt(position + 2);
    return addressOf(position) + 2L * halfwords;
  }

  @Override
  public boolean hasTarget() {
    return isTarget;
  }

  @Override
  public long target() {
    return operand();
  }

  @Override
  public boolean hasReference() {
    return isReference;
  }

  @Override
  public long reference() {
    return operand();
  }

  @Override
  public boolean isSystemCall() {
    return (code[position] & 0xFF) == SVC;
  }

  @Override
  public long fingerprint() {
    long bytes = words.getLong(position) >>> (8 * (8 - length));
    if (distance > 0 && !isInside(operand())) {
      int behind = 8 * (length - 2 - distance);
      long mask = distance == NEAR ? 0xFFFFL : 0xFFFF_FFFFL;
      bytes &= ~(mask << behind);
    }
    return mix(bytes, length);
  }

  @Override
  public boolean tellsAllAddresses() {
    return true;
  }

  @Override
  public int alignment() {
    return Short.BYTES;
  }
}
