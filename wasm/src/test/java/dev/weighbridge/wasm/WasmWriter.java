package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Describes a module or component, sound or odd, section by section. */
public final class WasmWriter {
  private final ByteWriter out = new ByteWriter();

  private WasmWriter() {}

  /** The beginning of a module. */
  public static WasmWriter module() {
    WasmWriter writer = new WasmWriter();
    writer.out.u32(0x6D73_6100).u16(1).u16(0);
    return writer;
  }

  /** The beginning of a component. */
  public static WasmWriter component() {
    WasmWriter writer = new WasmWriter();
    writer.out.u32(0x6D73_6100).u16(0x0D).u16(1);
    return writer;
  }

  /** A section with this content. */
  public WasmWriter section(int id, byte... content) {
    out.u8(id).uleb128(content.length).raw(content);
    return this;
  }

  /** A section that holds a list of items, each given in hexadecimal digits. */
  public WasmWriter items(int id, String... items) {
    ByteWriter content = new ByteWriter().uleb128(items.length);
    for (String item : items) {
      content.raw(hex(item));
    }
    return section(id, content.array());
  }

  /** A custom section. */
  public WasmWriter custom(String name, byte... payload) {
    return section(0, new ByteWriter().raw(name(name)).raw(payload).array());
  }

  /** Bytes as they are. */
  public WasmWriter raw(int... bytes) {
    out.u8(bytes);
    return this;
  }

  /** A subsection of a name or linking section. */
  public static byte[] subsection(int id, byte... content) {
    return new ByteWriter().u8(id).uleb128(content.length).raw(content).array();
  }

  /** A name: its length and its bytes. */
  public static byte[] name(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ByteWriter().uleb128(bytes.length).raw(bytes).array();
  }

  /** Bytes given in hexadecimal digits; blanks are passed over. */
  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  /** How many bytes were written so far. */
  public int size() {
    return out.size();
  }

  /** What was written. */
  public byte[] array() {
    return out.array();
  }

  /** What was written, as the bytes of a file. */
  public Bytes bytes() {
    return out.bytes();
  }
}
