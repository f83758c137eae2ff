package dev.weighbridge.formats.testing;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a small Mach-O file that a test describes: one segment {@code __TEXT} with the sections
 * given, one {@code __LINKEDIT} with symbols and tables.
 */
public final class MachOWriter {
  private static final int BASE = 0x10000;
  private static final int FIRST_SECTION = 0x1000;

  private record Section(String name, int flags, Bytes content, long memorySize) {}

  private record Symbol(String name, int type, int section, int description, long value) {}

  private record Table(int command, Bytes content) {}

  private final boolean is64Bit;
  private final ByteOrder order;
  private final List<Section> sections = new ArrayList<>();
  private final List<Symbol> symbols = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<byte[]> commands = new ArrayList<>();
  private int cpuType = 0x0100_0007;
  private int fileType = 2;

  /** A writer of little-endian files of 64 bits for x86-64. */
  public MachOWriter() {
    this(true, ByteOrder.LITTLE_ENDIAN);
  }

  /** A writer of files of a width and byte order. */
  public MachOWriter(boolean is64Bit, ByteOrder order) {
    this.is64Bit = is64Bit;
    this.order = order;
  }

  /** The processor and the file type. */
  public MachOWriter header(int cpu, int type) {
    cpuType = cpu;
    fileType = type;
    return this;
  }

  /** Adds a section behind the others. */
  public MachOWriter section(String name, int flags, byte... content) {
    sections.add(new Section(name, flags, Bytes.of(content), content.length));
    return this;
  }

  /** Adds a section of memory that starts as zero. */
  public MachOWriter zeroFill(String name, long memorySize) {
    sections.add(new Section(name, 1, Bytes.of(new byte[0]), memorySize));
    return this;
  }

  /** Adds a symbol. */
  public MachOWriter symbol(String name, int type, int section, int description, long value) {
    symbols.add(new Symbol(name, type, section, description, value));
    return this;
  }

  /** Adds a table to {@code __LINKEDIT} and the load command that says where it lies. */
  public MachOWriter table(int command, byte... content) {
    tables.add(new Table(command, Bytes.of(content)));
    return this;
  }

  /** Adds a load command: its number and what follows its size. */
  public MachOWriter command(int command, byte... body) {
    commands.add(writer().u32(command).u32(8 + body.length).raw(body).array());
    return this;
  }

  /** Address of a section. */
  public static long address(int section) {
    return BASE + FIRST_SECTION + 0x100L * section;
  }

  private ByteWriter writer() {
    return new ByteWriter(order);
  }

  private int word() {
    return is64Bit ? 8 : 4;
  }

  /** The file. */
  public byte[] array() {
    byte[] content = content();
    int linkEdit = FIRST_SECTION + content.length;
    ByteWriter strings = writer().u8(0);
    ByteWriter rows = writer();
    for (Symbol symbol : symbols) {
      rows.u32(symbol.name().isEmpty() ? 0 : strings.size());
      if (!symbol.name().isEmpty()) {
        strings.text(symbol.name());
      }
      rows.u8(symbol.type(), symbol.section()).u16(symbol.description());
      rows.number(symbol.value(), word());
    }
    ByteWriter linkEditBytes = writer().raw(rows.array()).raw(strings.array());
    List<byte[]> all = new ArrayList<>();
    all.add(text(content.length));
    all.add(command(2, linkEdit, symbols.size(), linkEdit + rows.size(), strings.size()));
    for (Table table : tables) {
      linkEditBytes.align(8);
      all.add(command(table.command(), linkEdit + linkEditBytes.size(), table.content().length()));
      linkEditBytes.raw(array(table.content()));
    }
    all.addAll(commands);
    all.add(1, segment("__LINKEDIT", linkEdit, linkEdit, linkEditBytes.size(), 0));
    ByteWriter file = header(all);
    all.forEach(file::raw);
    if (file.size() > FIRST_SECTION) {
      throw new IllegalStateException("too many load commands");
    }
    return file.padTo(FIRST_SECTION).raw(content).raw(linkEditBytes.array()).array();
  }

  /** The file as bytes to read. */
  public Bytes bytes() {
    return Bytes.of(array());
  }

  private byte[] content() {
    ByteWriter content = writer();
    for (int i = 0; i < sections.size(); i++) {
      content.padTo(0x100L * i).raw(array(sections.get(i).content()));
    }
    return content.align(0x100).array();
  }

  private ByteWriter header(List<byte[]> all) {
    int size = all.stream().mapToInt(c -> c.length).sum();
    ByteWriter file = writer().u32(is64Bit ? 0xfeedfacfL : 0xfeedfaceL);
    file.u32(cpuType).u32(0).u32(fileType).u32(all.size()).u32(size).u32(0);
    return is64Bit ? file.u32(0) : file;
  }

  private byte[] command(int number, long... values) {
    ByteWriter command = writer().u32(number).u32(8 + 4L * values.length);
    Arrays.stream(values).forEach(command::u32);
    return command.array();
  }

  private byte[] text(int size) {
    ByteWriter command = writer();
    command.raw(segment("__TEXT", 0, 0, FIRST_SECTION + size, sections.size()));
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      boolean isZeroFill = section.flags() == 1;
      command.raw(name(section.name())).raw(name("__TEXT"));
      command.number(address(i), word()).number(section.memorySize(), word());
      command.u32(isZeroFill ? 0 : FIRST_SECTION + 0x100L * i).u32(2).u32(0).u32(0);
      command.u32(section.flags()).u32(0).u32(0);
      if (is64Bit) {
        command.u32(0);
      }
    }
    return command.array();
  }

  private byte[] segment(String name, long address, long offset, long size, int count) {
    int sectionSize = is64Bit ? 80 : 68;
    int header = is64Bit ? 72 : 56;
    ByteWriter command = writer().u32(is64Bit ? 0x19 : 1).u32(header + sectionSize * count);
    command.raw(name(name)).number(BASE + address, word()).number(size, word());
    command.number(offset, word()).number(size, word()).u32(5).u32(5).u32(count).u32(0);
    return command.array();
  }

  private static byte[] array(Bytes bytes) {
    return bytes.toArray(0, bytes.length());
  }

  private static byte[] name(String name) {
    return Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 16);
  }
}
