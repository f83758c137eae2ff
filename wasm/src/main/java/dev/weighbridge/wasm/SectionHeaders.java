package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.wasm.internal.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Reads the preamble and the headers of sections, of modules and components alike. */
final class SectionHeaders {
  private static final int MAGIC = 0x6D73_6100;
  private static final int PREAMBLE = 8;
  static final int MODULE_LAYER = 0;
  static final int COMPONENT_LAYER = 1;

  private final Bytes bytes;
  private final long fileBase;
  private final Diagnostics diagnostics;

  SectionHeaders(Bytes bytes, long fileBase, Diagnostics diagnostics) {
    this.bytes = bytes;
    this.fileBase = fileBase;
    this.diagnostics = diagnostics;
  }

  /**
   * The layer that a preamble states.
   *
   * @throws MalformedBinaryException if it is not complete or does not begin with the magic number
   */
  static int layer(Bytes bytes, long fileBase) {
    Cursor cursor = new Cursor(bytes, 0, bytes.length(), "wasm.magic", fileBase);
    if (cursor.remaining() < PREAMBLE) {
      throw cursor.malformed("a preamble of 8 bytes", bytes.length() + " bytes");
    }
    int magic = cursor.i32();
    if (magic != MAGIC) {
      throw cursor.malformed("\\0asm", "0x" + Integer.toHexString(magic));
    }
    return bytes.u16(6);
  }

  /** The version that the preamble states. */
  int version() {
    return bytes.u16(4);
  }

  /** The sections one after the other, as far as their headers can be read. */
  List<WasmSection> read(IntFunction<String> names) {
    List<WasmSection> sections = new ArrayList<>();
    Cursor cursor = new Cursor(bytes, PREAMBLE, bytes.length(), "wasm.section", fileBase);
    try {
      while (!cursor.isAtEnd()) {
        if (sections.size() == Limits.MAX_WASM_SECTIONS) {
          throw cursor.malformed("at most " + Limits.MAX_WASM_SECTIONS + " sections", "more");
        }
        if (isModule(cursor.position())) {
          throw cursor.malformed("a section", "a second module: split the file and weigh each");
        }
        WasmSection section = section(cursor, sections.size(), names);
        sections.add(section);
        cursor.seek(section.fileEnd());
      }
    } catch (BinaryException e) {
      diagnostics.warn(e);
    }
    return sections;
  }

  /**
   * Whether another module begins where a section should: read as a custom section of 97 bytes, its
   * name would have 115.
   */
  private boolean isModule(long position) {
    return bytes.contains(position, PREAMBLE) && bytes.i32(position) == MAGIC;
  }

  private WasmSection section(Cursor cursor, int index, IntFunction<String> names) {
    long start = cursor.position();
    int id = cursor.u8();
    long size = cursor.uleb128(32);
    long content = cursor.position();
    long end = content + Math.min(size, cursor.remaining());
    if (size > cursor.remaining()) {
      diagnostics.error(
          "wasm.section[" + index + "].size",
          fileBase + start + 1,
          "at most the " + cursor.remaining() + " bytes left",
          Long.toString(size));
    }
    String name = names.apply(id);
    long payload = content;
    if (id == WasmConstants.SECTION_CUSTOM) {
      Cursor inside = new Cursor(bytes, content, end, "wasm.section[" + index + "].name", fileBase);
      try {
        name = Values.name(inside, bytes);
        payload = inside.position();
      } catch (BinaryException e) {
        diagnostics.warn(e);
      }
    }
    return new WasmSection(index, id, name, start, content, payload, end, 0, 0);
  }
}
