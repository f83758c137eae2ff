package dev.weighbridge.formats.isa;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Instructions of one machine, one after the other. Not for several threads.
 *
 * <p>What is told of an instruction is told of the one read last. Nothing is told before the first
 * {@link #next}, nor after one that answered false.
 */
public abstract class InstructionCursor {
  /** Bytes that must follow the code in its array: a malformed instruction is read so far. */
  public static final int SLACK = 32;

  /** Bytes before an instruction that tell where it starts, if it is not known. */
  public static final int LEAD = 64;

  private final ByteOrder order;

  /** What holds the code, and the same as words in the byte order of the machine's instructions. */
  protected byte[] code = {};

  /** See {@link #code}. */
  protected ByteBuffer words;

  /** Where in the array the code starts. */
  protected int start;

  /** Where in the array it ends, exclusive. */
  protected int end;

  /** Virtual address of its first byte. */
  protected long address;

  /** Where in the array the instruction read last starts. */
  protected int position;

  /** Its bytes; 0 before the first one, and where nothing decodes. */
  protected int length;

  /** What it does to the flow: a constant of {@link Flow}. */
  protected int flow;

  /**
   * A cursor of a machine.
   *
   * @param order the byte order of its instructions
   */
  protected InstructionCursor(ByteOrder order) {
    this.order = order;
    words = ByteBuffer.wrap(code);
  }

  /**
   * Begins with a piece of code; what registers hold is not known there.
   *
   * @param newCode holds the code in {@code [newStart, newEnd)}, and {@link #SLACK} more bytes
   * @param newAddress virtual address of its first byte
   */
  public void start(byte[] newCode, int newStart, int newEnd, long newAddress) {
    if (newCode != code) {
      code = newCode;
      words = ByteBuffer.wrap(newCode).order(order);
    }
    start = newStart;
    end = newEnd;
    address = newAddress;
    position = newStart;
    length = 0;
  }

  /**
   * Begins with a piece of code of which it is not known whether an instruction starts with its
   * first byte; only {@link #nextReference} may follow. Where instructions differ in length, so
   * that one cannot be told from the middle of another, only what is told by the {@value #LEAD}
   * bytes before it counts.
   */
  public void startAnywhere(byte[] newCode, int newStart, int newEnd, long newAddress) {
    start(newCode, newStart, newEnd, newAddress);
  }

  /**
   * Reads the next instruction.
   *
   * @return false at the end of the code, and where nothing decodes: at {@link #position}
   */
  public abstract boolean next();

  /** Where in the array the instruction read last starts. */
  public final int position() {
    return position;
  }

  /** Its bytes. */
  public final int length() {
    return length;
  }

  /** Where in the array it ends, which is where the next one starts. */
  public final int end() {
    return position + length;
  }

  /** What it does to the flow: a constant of {@link Flow}. */
  public final int flow() {
    return flow;
  }

  /** Whether it is none: data among the code, as the file marks it. */
  public boolean isData() {
    return false;
  }

  /** Whether it calls the system, or a debugger in its place, which may never return. */
  public boolean isSystemCall() {
    return false;
  }

  /** Whether it branches to, or calls, an address that it says itself. */
  public abstract boolean hasTarget();

  /** The virtual address that it branches to, or calls; only if it {@linkplain #hasTarget has}. */
  public abstract long target();

  /**
   * Whether it forms an address: to load from, to store to, or to keep. Where that takes several
   * instructions, the one that completes it does.
   */
  public abstract boolean hasReference();

  /** The virtual address that it forms; only if it {@linkplain #hasReference does}. */
  public abstract long reference();

  /**
   * Whether it surely forms that address. A register may have got its part of it on another path,
   * where there is another; then it only may form the address.
   */
  public boolean isReferenceSure() {
    return hasReference();
  }

  /**
   * Whether a register says how far on from its {@linkplain #reference reference} it is: then that
   * may lie before the first element of a table, where something else is.
   */
  public boolean isIndexed() {
    return false;
  }

  /**
   * Whether it surely forms another address beside its {@linkplain #reference reference}: where
   * code holds addresses as they are, one may be stored at a place that is another.
   */
  public boolean hasOther() {
    return false;
  }

  /** That other address; only if it {@linkplain #hasOther has} one. */
  public long other() {
    return 0;
  }

  /**
   * Whether it begins an address with the page of 4 KiB that holds it: others add where in that.
   */
  public boolean hasPage() {
    return false;
  }

  /** The virtual address of that page; only if it {@linkplain #hasPage begins} with one. */
  public long page() {
    return 0;
  }

  /**
   * Tells from now on, too, which addresses code counts from others in registers: the variables
   * behind one that it has formed the address of. They are references that {@link #reference} does
   * not tell.
   *
   * @return whether it can
   */
  public boolean follow() {
    return false;
  }

  /** How many addresses the instruction counts from others; none unless they are followed. */
  public int countedCount() {
    return 0;
  }

  /** One of the addresses that the instruction {@linkplain #follow counts from others}. */
  public long counted(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  /**
   * The instruction as a number: two have the same if they differ only in how far it is to
   * something outside the code, but hardly ever otherwise.
   */
  public abstract long fingerprint();

  /**
   * Whether it tells every address that code of the machine names by itself: what it does not tell
   * is reached through pointers only.
   */
  public boolean tellsAllAddresses() {
    return false;
  }

  /**
   * Whether code that cannot be moved may hold addresses as plain numbers of four bytes, which are
   * not told: what they mean depends on what the instruction does with them.
   */
  public boolean hasAddressesAsNumbers() {
    return false;
  }

  /** Whether it tells any address that code forms. */
  public boolean tellsReferences() {
    return true;
  }

  /**
   * Reads on to the next instruction that surely refers to one of some ranges. Code that cannot
   * hold one is passed over without telling what it is.
   *
   * @return the number of the range; -1 at the end of the code, and where nothing decodes: then
   *     {@link #isLost}
   */
  public int nextReference(AddressRanges ranges) {
    while (next()) {
      int range = isReferenceSure() ? ranges.indexOf(reference()) : -1;
      range = range < 0 && hasOther() ? ranges.indexOf(other()) : range;
      if (range >= 0) {
        return range;
      }
    }
    return -1;
  }

  /** Whether reading stopped before the end of the code, where nothing decodes. */
  public final boolean isLost() {
    return length == 0 && position < end;
  }

  /**
   * Bytes to which instructions are aligned: 1, 2 or 4. Where nothing decodes, the next one may
   * start so many bytes on.
   */
  public abstract int alignment();

  /** The virtual address of a position in the code. */
  protected final long addressOf(int at) {
    return address + (at - start);
  }

  /** Whether an address lies in the code. */
  protected final boolean isInside(long target) {
    return Long.compareUnsigned(target - address, end - start) < 0;
  }

  /** Spreads all bits of two words over one. */
  protected static long mix(long low, long high) {
    long mixed = (low ^ high * 0x9e37_79b9_7f4a_7c15L) * 0xbf58_476d_1ce4_e5b9L;
    return mixed ^ mixed >>> 32;
  }
}
