package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** Writes call frame records, one odd section per test. The section starts at address 0x1000. */
final class FrameWriter {
  static final long ADDRESS = 0x1000;

  private final ByteWriter out;
  private final ByteOrder order;
  private final int addressSize;

  FrameWriter(ByteOrder order, int addressSize) {
    this.out = new ByteWriter(order);
    this.order = order;
    this.addressSize = addressSize;
  }

  FrameWriter() {
    this(ByteOrder.LITTLE_ENDIAN, 8);
  }

  /** Where the next record starts, from the start of the section. */
  int position() {
    return out.size();
  }

  /** The address of the place {@code ahead} bytes behind the next record's start. */
  long address(int ahead) {
    return ADDRESS + out.size() + ahead;
  }

  /** A record of the 32-bit form. */
  FrameWriter record(Consumer<ByteWriter> body) {
    ByteWriter inner = new ByteWriter(order);
    body.accept(inner);
    out.u32(inner.size()).raw(inner.array());
    return this;
  }

  /** A record of the 64-bit form. */
  FrameWriter longRecord(Consumer<ByteWriter> body) {
    ByteWriter inner = new ByteWriter(order);
    body.accept(inner);
    out.u32(0xFFFF_FFFFL).u64(inner.size()).raw(inner.array());
    return this;
  }

  /** A CIE of version 1 with code factor 1, data factor -8, return register 16. */
  FrameWriter cie(String augmentation, int... data) {
    return record(
        body -> {
          body.u32(0).u8(1).text(augmentation).uleb128(1).sleb128(-8).u8(16);
          body.uleb128(data.length).u8(data);
        });
  }

  /** An FDE whose augmentation data is empty. */
  FrameWriter fde(int cieStart, long begin, long length, int pointerSize) {
    int back = out.size() + 4 - cieStart;
    return record(
        body -> body.u32(back).number(begin, pointerSize).number(length, pointerSize).u8(0));
  }

  FrameWriter raw(int... bytes) {
    out.u8(bytes);
    return this;
  }

  UnwindSection section() {
    return section(PointerRules.linked(addressSize));
  }

  UnwindSection section(PointerRules rules) {
    return new UnwindSection(
        ".eh_frame", Role.EH_FRAME, out.bytes(), 0, out.size(), ADDRESS, rules);
  }

  EhFrame read() {
    return EhFrame.read(section(), new Diagnostics());
  }
}
