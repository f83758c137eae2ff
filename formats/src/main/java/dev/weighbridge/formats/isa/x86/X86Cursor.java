package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.isa.AddressRanges;
import java.nio.LongBuffer;

/** x86 instructions in 64-bit or 32-bit mode, and a quick search for those that refer to data. */
public final class X86Cursor extends X86Decoder {
  private static final int LEA = 0x8D;
  private static final int MOV = 0x8B;

  /** REX prefixes with W. */
  private static final int REX_W = 0x48;

  private static final int ESCAPE = 0x0F;
  private static final int INT = 0xCD;
  private static final int SYSCALL = 0x05;
  private static final int SYSENTER = 0x34;

  /** Bytes of what is {@linkplain #isPlain plain}: two, ModRM and displacement. */
  private static final int PLAIN_LENGTH = 7;

  private final X86Chains chains = new X86Chains();

  /** The code in words of eight bytes; its array has fewer than eight more. */
  private LongBuffer longs = LongBuffer.allocate(0);

  /** Where an instruction surely starts; -1 if no such place is known. */
  private int border;

  /** A cursor for one of the two modes. */
  public X86Cursor(boolean is64Bit) {
    super(is64Bit);
  }

  @Override
  public void start(byte[] newCode, int newStart, int newEnd, long newAddress) {
    begin(newCode, newStart, newEnd, newAddress);
    border = newStart;
  }

  @Override
  public void startAnywhere(byte[] newCode, int newStart, int newEnd, long newAddress) {
    begin(newCode, newStart, newEnd, newAddress);
    border = -1;
  }

  private void begin(byte[] newCode, int newStart, int newEnd, long newAddress) {
    boolean isOther = newCode != code;
    super.start(newCode, newStart, newEnd, newAddress);
    if (isOther) {
      longs = words.asLongBuffer();
    }
  }

  @Override
  public boolean isSystemCall() {
    int first = code[position] & 0xFF;
    int second = code[position + 1] & 0xFF;
    return first == INT || (first == ESCAPE && (second == SYSCALL || second == SYSENTER));
  }

  @Override
  public int nextReference(AddressRanges ranges) {
    if (!is64Bit) {
      return none();
    }
    int from = position + length;
    while (true) {
      int candidate = X86Candidates.next(code, longs, from, end, address - start, ranges);
      if (candidate >= end) {
        return none();
      }
      from = candidate + 1;
      if (isRead(candidate)) {
        from = Math.max(from, position + length);
        border = border < 0 ? border : position + length;
        int range = hasReferenceBehind(candidate) ? ranges.indexOf(reference()) : -1;
        if (range >= 0) {
          return range;
        }
      }
    }
  }

  private int none() {
    goTo(end);
    return -1;
  }

  /** Reads the instruction that covers a candidate, if it can be told where that starts. */
  private boolean isRead(int candidate) {
    if (isPlain(candidate)) {
      tell(PLAIN_LENGTH, candidate + PLAIN_LENGTH - 2);
      return true;
    }
    if (border >= 0) {
      goTo(border);
      if (passTo(candidate) && next()) {
        return true;
      }
      border = -1; // what follows is found as if nothing were known
    }
    int found = chains.startOf(this, candidate, start);
    if (found < 0) {
      return false;
    }
    goTo(found);
    return next();
  }

  /**
   * Whether a candidate is LEA or MOV with REX.W, or a load of a vector register that nothing
   * follows, which nine in ten are. Two bytes that say so, a ModRM byte, and four bytes that lead
   * to data are no part of another instruction: of four million in the functions of 150 programs
   * none was, but for a first byte that in fact ended the instruction before. So these need not be
   * led up to by decoding.
   */
  private boolean isPlain(int modrm) {
    if (modrm - 2 < Math.max(start, border)) {
      return false;
    }
    int opcode = code[modrm - 1] & 0xFF;
    int before = code[modrm - 2] & 0xFF;
    if (before == ESCAPE) {
      return opcode == 0x10 || opcode == 0x28 || opcode == 0x6F;
    }
    return (opcode == LEA || opcode == MOV) && (before & 0xF8) == REX_W;
  }
}
