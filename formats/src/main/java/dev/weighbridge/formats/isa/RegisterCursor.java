package dev.weighbridge.formats.isa;

import java.nio.ByteOrder;

/**
 * A cursor of a machine whose code forms addresses in steps: an instruction puts the upper part of
 * one into a register, others add the low bits. Which register holds what is followed as {@link
 * KnownRegisters} says.
 */
public abstract class RegisterCursor extends InstructionCursor {
  /** What registers hold. */
  protected final KnownRegisters registers = new KnownRegisters();

  /** Which of them lead on to other addresses, if that is asked for. */
  protected final BaseRegisters bases;

  private final boolean canFollow;

  /** The address that the instruction read last says. */
  protected long operand;

  /** The bits of the instruction that say how far it is to something outside the code. */
  protected int distance;

  private boolean isTarget;
  private boolean isReference;
  private boolean isSure;
  private boolean isPage;

  /**
   * A cursor of a machine.
   *
   * @param order the byte order of its instructions
   */
  protected RegisterCursor(ByteOrder order) {
    super(order);
    bases = new BaseRegisters(0, 0, 0);
    canFollow = false;
  }

  /**
   * A cursor of a machine that tells what counts from addresses in registers.
   *
   * @param order the byte order of its instructions
   * @param bases its registers
   */
  protected RegisterCursor(ByteOrder order, BaseRegisters bases) {
    super(order);
    this.bases = bases;
    canFollow = true;
  }

  @Override
  public final void start(byte[] newCode, int newStart, int newEnd, long newAddress) {
    super.start(newCode, newStart, newEnd, newAddress);
    flow = Flow.NEXT;
    registers.start();
    bases.start();
    begin();
  }

  /** Forgets what else a machine keeps of the code before. */
  protected void begin() {}

  @Override
  public final boolean next() {
    position += length;
    length = 0;
    isTarget = false;
    isReference = false;
    isPage = false;
    distance = 0;
    if (Flow.ends(flow)) {
      registers.resume(position);
    }
    if (bases.isOn()) {
      bases.arrive(position, !Flow.ends(flow));
    }
    flow = Flow.NEXT;
    length = decode();
    if (bases.isOn()) {
      bases.leave(flow, isTarget && !isInside(operand));
    }
    return length > 0;
  }

  /**
   * Decodes the instruction at {@link #position}, of which nothing is known yet.
   *
   * @return its bytes; 0 at the end of the code, and where nothing decodes
   */
  protected abstract int decode();

  /** The instruction branches some bytes on, which the given bits of it say. */
  protected final void branch(int kind, long offset, int bits) {
    flow = kind;
    isTarget = true;
    operand = wrapped(addressOf(position) + offset);
    distance = bits;
    if (isInside(operand)) {
      distance = 0;
      if (kind != Flow.CALL) {
        registers.branch(position, position + (int) offset);
        bases.branch(position, position + (int) offset);
      }
    }
  }

  /** The instruction branches to what a register holds, plus some, if that is sure. */
  protected final boolean branchTo(int kind, int register, long low, int bits) {
    if (!registers.isSure(register)) {
      return false;
    }
    flow = kind;
    isTarget = true;
    operand = wrapped(registers.address(register) + low);
    distance = bits;
    return true;
  }

  /** The instruction branches to an address that it found, from which the given bits count. */
  protected final void branchToAddress(int kind, long found, int bits) {
    flow = kind;
    isTarget = true;
    isReference = false;
    operand = wrapped(found);
    distance = bits;
  }

  /** The instruction may form an address: its number may be another. */
  protected final void mayRefer(long formed) {
    operand = wrapped(formed);
    isReference = true;
    isSure = false;
  }

  /** The instruction forms an address, from which the given bits of it say how far it is. */
  protected final void refer(long formed, int bits) {
    operand = wrapped(formed);
    isReference = true;
    isSure = true;
    distance = bits;
  }

  /** The instruction puts a page into a register, which the given bits of it say. */
  protected final void begin(int register, long page, int bits) {
    registers.set(register, page, position);
    operand = page;
    isPage = true;
    distance = bits;
  }

  /** The instruction adds to a register: if that may hold an address, it may form another. */
  protected final void referBy(int register, long low, int bits) {
    if (registers.isKnown(register)) {
      operand = wrapped(registers.address(register) + low);
      isReference = true;
      isSure = registers.isSure(register);
      distance = isSure ? bits : 0;
    }
  }

  /** An address in the width of the machine's. */
  protected long wrapped(long formed) {
    return formed;
  }

  @Override
  public final boolean follow() {
    if (canFollow) {
      bases.turnOn();
    }
    return canFollow;
  }

  @Override
  public final int countedCount() {
    return bases.count();
  }

  @Override
  public final long counted(int index) {
    return wrapped(bases.formed(index));
  }

  @Override
  public final boolean hasTarget() {
    return isTarget;
  }

  @Override
  public final long target() {
    return operand;
  }

  @Override
  public final boolean hasReference() {
    return isReference;
  }

  @Override
  public final long reference() {
    return operand;
  }

  @Override
  public final boolean hasPage() {
    return isPage;
  }

  @Override
  public final long page() {
    return operand;
  }

  @Override
  public final boolean isReferenceSure() {
    return isReference && isSure;
  }
}
