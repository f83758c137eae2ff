package dev.weighbridge.formats.pe;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one small x64 image, as odd as a test wants it. Sections follow the headers in the file
 * and in memory; whatever is not said is as a linker would have it.
 */
final class OddPe {
  static final long BASE = 0x1_4000_0000L;
  static final int HEADERS = 0x400;
  static final int PAGE = 0x1000;

  private static final int CODE = 0x6000_0020;
  private static final int DATA = 0x4000_0040;

  /** One section under way. */
  private record Part(String name, Bytes content, long virtualSize, int characteristics) {
    int size() {
      return (int) content.length();
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final long[] directoryRva = new long[16];
  private final long[] directorySize = new long[16];
  private byte[] overlay = new byte[0];
  private byte[] stub = new byte[0];
  private int sectionCount = -1;

  /** A section of instructions. */
  OddPe code(String name, byte... content) {
    parts.add(new Part(name, Bytes.of(content), content.length, CODE));
    return this;
  }

  /** A section of constants. */
  OddPe data(String name, byte... content) {
    parts.add(new Part(name, Bytes.of(content), content.length, DATA));
    return this;
  }

  /** A section that states another size in memory than it has content. */
  OddPe sized(String name, long virtualSize, byte... content) {
    parts.add(new Part(name, Bytes.of(content), virtualSize, DATA));
    return this;
  }

  /** Where a data directory points. */
  OddPe directory(int index, long rva, long size) {
    directoryRva[index] = rva;
    directorySize[index] = size;
    return this;
  }

  /** Bytes after the last section. */
  OddPe overlay(byte... content) {
    overlay = content;
    return this;
  }

  /** The program before the PE header. */
  OddPe stub(byte... content) {
    stub = content;
    return this;
  }

  /** What the header says of the number of sections. */
  OddPe claimedSections(int count) {
    sectionCount = count;
    return this;
  }

  /** Address of a section relative to the image base, by its place in the order added. */
  static long rva(int section) {
    return (section + 1L) * PAGE;
  }

  /** File offset of the overlay: the sections are rounded up. */
  long overlayStart() {
    long at = HEADERS;
    for (Part part : parts) {
      at += part.size() + 511 & ~511L;
    }
    return at;
  }

  Bytes bytes() {
    return Bytes.of(array());
  }

  byte[] array() {
    ByteWriter out = new ByteWriter();
    int peHeader = 64 + (stub.length + 7 & ~7);
    out.text("MZ").padTo(60).u32(peHeader).raw(stub).padTo(peHeader);
    out.u32(0x4550).u16(0x8664).u16(sectionCount < 0 ? parts.size() : sectionCount);
    out.u32(0).u32(0).u32(0).u16(240).u16(0x2022);
    optionalHeader(out);
    sectionHeaders(out);
    out.padTo(HEADERS);
    for (Part part : parts) {
      out.raw(part.content().toArray(0, part.size())).align(512);
    }
    return out.raw(overlay).array();
  }

  private void optionalHeader(ByteWriter out) {
    out.u16(0x20b).u8(14, 0).u32(0).u32(0).u32(0).u32(PAGE).u32(PAGE);
    out.u64(BASE).u32(PAGE).u32(512).u16(6).u16(0).u16(0).u16(0).u16(6).u16(0).u32(0);
    out.u32(rva(parts.size())).u32(HEADERS).u32(0).u16(3).u16(0);
    out.u64(1 << 20).u64(PAGE).u64(1 << 20).u64(PAGE).u32(0).u32(16);
    for (int i = 0; i < 16; i++) {
      out.u32(directoryRva[i]).u32(directorySize[i]);
    }
  }

  private void sectionHeaders(ByteWriter out) {
    long file = HEADERS;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int size = part.size() + 511 & ~511;
      int start = out.size();
      out.text(part.name()).padTo(start + 8L);
      out.u32(part.virtualSize()).u32(rva(i)).u32(size).u32(size == 0 ? 0 : file);
      out.u32(0).u32(0).u16(0).u16(0).u32(part.characteristics());
      file += size;
    }
  }
}
