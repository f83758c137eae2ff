package dev.weighbridge.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files of less than a megabyte that are made to take as much time and memory as they can. */
final class HostileFiles {
  private static final int SHT_PROGBITS = 1;
  private static final int SHT_SYMTAB = 2;
  private static final int SHT_STRTAB = 3;
  private static final int SHT_RELA = 4;
  private static final int EM_X86_64 = 62;
  private static final int EM_RISCV = 243;
  private static final long CODE = 0x40_1000;

  private HostileFiles() {}

  /** The worst of each kind, by what is much of in it. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("sections over each other", sections(EM_X86_64));
    files.put("sections of another machine over each other", sections(EM_RISCV));
    files.put("sections of Windows over each other", windowsSections());
    files.put("records of unwind tables", frames());
    files.put("names that are tails of one", tails("a".repeat(300_000)));
    files.put("Rust names that are tails of one", tails("_RNvC1a1b".repeat(33_000)));
    files.put("C++ names that are tails of one", tails("_ZN1aE".repeat(50_000)));
    files.put("symbols of one address", sameAddress());
    files.put("relocations", relocations());
    files.put("references of code", references());
    files.put("words that may be pointers", words());
    for (String name : deepNames()) {
      files.put("nested name " + name.substring(0, 12), named(name));
    }
    files.put("functions of Wasm", wasmFunctions(200_000));
    files.put("data of Wasm", wasmData(90_000));
    files.put("names of Wasm", wasmNames(30_000));
    files.put("exports of one function of Wasm", wasmExports(100_000));
    files.put("members of an archive that share a long name", archive());
    return files;
  }

  private static byte[] sections(int machine) {
    Elf elf = new Elf();
    for (int i = 0; i < 14_000; i++) {
      elf.range(SHT_PROGBITS, CODE + 8L * i, 64 + 8L * i, 400_000);
    }
    byte[] file = elf.bytes();
    file[18] = (byte) machine;
    return file;
  }

  /** Sections of PE, each with the same code at another address. */
  private static byte[] windowsSections() {
    int count = 15_000;
    int headers = 0x188 + 40 * count;
    ByteBuffer file = ByteBuffer.allocate(headers + 200_000).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("MZ")).position(0x3C);
    file.putInt(0x80).position(0x80);
    file.put(ascii("PE\0\0")).putShort((short) 0x8664).putShort((short) count);
    file.position(0x94);
    file.putShort((short) 240).putShort((short) 0x22).putShort((short) 0x20B).position(0xB0);
    file.putLong(0x1_4000_0000L).putInt(0x1000).putInt(0x200).position(0xD0);
    file.putInt(0x1000_0000).putInt(0x400).position(0x104);
    file.putInt(16).position(0x188);
    for (int i = 0; i < count; i++) {
      file.put(ascii(".text\0\0\0")).putInt(0x8_0000).putInt(0x1000 * (i + 1)).putInt(0x6_0000);
      file.putInt(0x400).putLong(0).putInt(0).putInt(0x6000_0020);
    }
    while (file.hasRemaining()) {
      file.put((byte) 0xCC);
    }
    return file.array();
  }

  private static byte[] frames() {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    // Each CIE has one FDE of its own: version 1, augmentation "zR", pointers relative to the
    // place.
    for (int i = 0; i < 19_000; i++) {
      int cie = table.size();
      table.writeBytes(new byte[] {16, 0, 0, 0, 0, 0, 0, 0, 1, 'z', 'R', 0, 1, 0x78, 16, 1, 0x1B});
      table.writeBytes(new byte[3]);
      ByteBuffer fde = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
      int at = table.size();
      fde.putInt(16).putInt(at + 4 - cie).putInt((int) (CODE + i - (0x50_0000 + at + 8))).putInt(1);
      table.writeBytes(fde.array());
    }
    return new Elf()
        .section(".text", SHT_PROGBITS, CODE, 0, nops(19_000))
        .section(".eh_frame", SHT_PROGBITS, 0x50_0000, 0, table.toByteArray())
        .bytes();
  }

  private static byte[] tails(String name) {
    int count = 25_000;
    int step = name.length() / count;
    ByteBuffer symbols = symbols(count);
    for (int i = 0; i < count; i++) {
      symbol(symbols, 1 + step * i, CODE + i, 1);
    }
    return program(count, symbols, name);
  }

  private static byte[] sameAddress() {
    ByteBuffer symbols = symbols(25_000);
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 25_000; i++) {
      symbol(symbols, 1 + names.length(), CODE, 64 + i);
      names.append('n').append(i).append('\0');
    }
    return program(30_000, symbols, names.toString());
  }

  private static byte[] relocations() {
    ByteBuffer table = ByteBuffer.allocate(24 * 38_000).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 38_000; i++) {
      table.putLong(0x41_0000 + 8L * (i % 2_000)).putLong(8).putLong(CODE + i % 4_000);
    }
    return new Elf()
        .section(".text", SHT_PROGBITS, CODE, 0, nops(4_000))
        .section(".data", SHT_PROGBITS, 0x41_0000, 0, new byte[16_000])
        .section(".rela.dyn", SHT_RELA, 0x42_0000, 0, table.array())
        .bytes();
  }

  private static byte[] references() {
    int count = 80_000;
    ByteBuffer code = ByteBuffer.allocate(7 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      // lea rax, [rip + ...]
      code.put(new byte[] {0x48, (byte) 0x8D, 5});
      code.putInt(0x10_0000 - 7 * (i + 1) + (int) (i * 7_919L % 300_000));
    }
    byte[] texts = "abcdefg\0".repeat(40_000).getBytes(StandardCharsets.US_ASCII);
    return new Elf()
        .section(".text", SHT_PROGBITS, CODE, 0, code.array())
        .section(".rodata", SHT_PROGBITS, CODE + 0x10_0000, 0, texts)
        .bytes();
  }

  private static byte[] words() {
    int count = 110_000;
    ByteBuffer words = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      words.putLong(0x50_0000 + 8 * (i * 7_919L % count));
    }
    return new Elf()
        .section(".text", SHT_PROGBITS, CODE, 0, nops(1_000))
        .section(".rodata", SHT_PROGBITS, 0x50_0000, 0, words.array())
        .bytes();
  }

  private static String[] deepNames() {
    return new String[] {
      "_ZN" + "1a".repeat(160_000) + "Ev",
      "_Z1f" + "P".repeat(400_000) + "i",
      "_Z1fI" + "1aI".repeat(130_000) + "i" + "E".repeat(130_001) + "vv",
      "_Z1g" + "PF".repeat(200_000) + "vv" + "E".repeat(200_000),
      "_Z1h" + "1aS_".repeat(100_000),
      "_R" + "Nv".repeat(200_000) + "C1a" + "1b".repeat(200_000),
      "_RINvC1a1b" + "R".repeat(400_000) + "lE",
    };
  }

  private static byte[] named(String name) {
    ByteBuffer symbols = symbols(1);
    symbol(symbols, 1, CODE, 64);
    return program(64, symbols, name);
  }

  private static ByteBuffer symbols(int count) {
    return ByteBuffer.allocate(24 * (count + 1)).order(ByteOrder.LITTLE_ENDIAN).position(24);
  }

  /** A global function of the first section. */
  private static void symbol(ByteBuffer symbols, int name, long address, long size) {
    symbols.putInt(name).put((byte) 0x12).put((byte) 0).putShort((short) 1);
    symbols.putLong(address).putLong(size);
  }

  private static byte[] program(int codeSize, ByteBuffer symbols, String names) {
    byte[] rows = new byte[symbols.capacity()];
    symbols.get(0, rows);
    return new Elf()
        .section(".text", SHT_PROGBITS, CODE, 0, nops(codeSize))
        .section(".symtab", SHT_SYMTAB, 0, 3, rows)
        .section(".strtab", SHT_STRTAB, 0, 0, ascii("\0" + names + "\0"))
        .bytes();
  }

  private static byte[] nops(int count) {
    byte[] code = new byte[count];
    Arrays.fill(code, (byte) 0x90);
    return code;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] wasmFunctions(int count) {
    Wasm wasm = new Wasm().types();
    wasm.items(3, count, new byte[1]);
    return wasm.items(10, count, new byte[] {2, 0, 0x0B}).bytes();
  }

  private static byte[] wasmData(int count) {
    Wasm wasm = new Wasm().items(5, 1, new byte[] {0, 1});
    return wasm.items(11, count, new byte[] {0, 0x41, 8, 0x0B, 1, 'a'}).bytes();
  }

  private static byte[] wasmNames(int count) {
    Wasm wasm = new Wasm().types();
    wasm.items(3, count, new byte[1]).items(10, count, new byte[] {2, 0, 0x0B});
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    Wasm.number(names, count);
    for (int i = 0; i < count; i++) {
      Wasm.number(names, i);
      names.write(20);
      names.writeBytes(ascii("_ZN1aC1Ev" + (10_000_000_000L + i)));
    }
    ByteArrayOutputStream section = new ByteArrayOutputStream();
    section.writeBytes(ascii("\4name\1"));
    Wasm.number(section, names.size());
    section.writeBytes(names.toByteArray());
    return wasm.section(0, section.toByteArray()).bytes();
  }

  private static byte[] wasmExports(int count) {
    ByteArrayOutputStream exports = new ByteArrayOutputStream();
    Wasm.number(exports, count);
    for (int i = 0; i < count; i++) {
      exports.write(6);
      exports.writeBytes(ascii(Integer.toString(100_000 + i)));
      exports.writeBytes(new byte[2]);
    }
    Wasm wasm = new Wasm().types().items(3, 1, new byte[1]).section(7, exports.toByteArray());
    return wasm.items(10, 1, new byte[] {2, 0, 0x0B}).bytes();
  }

  private static byte[] archive() {
    StringBuilder archive = new StringBuilder("!<arch>\n");
    member(archive, "//", "a".repeat(500_000));
    for (int i = 0; i < 7_000; i++) {
      member(archive, "/" + i, "");
    }
    return ascii(archive.toString());
  }

  private static void member(StringBuilder archive, String name, String content) {
    String blanks = " ".repeat(16);
    archive.append((name + blanks), 0, 16).append("0           0     0     644     ");
    archive.append((content.length() + blanks), 0, 10).append("`\n").append(content);
  }

  /** Puts sections together: their bytes, names, headers. */
  private static final class Elf {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ByteArrayOutputStream names = new ByteArrayOutputStream();
    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
    private int count;

    Elf() {
      content.writeBytes(new byte[64]);
      names.write(0);
      header(0, 0, 0, 0, 0, 0);
    }

    Elf section(String name, int type, long address, int link, byte[] bytes) {
      int nameAt = names.size();
      names.writeBytes(ascii(name + "\0"));
      header(nameAt, type, address, content.size(), bytes.length, link);
      content.writeBytes(bytes);
      return this;
    }

    void range(int type, long address, long offset, long size) {
      header(0, type, address, offset, size, 0);
    }

    private void header(int name, int type, long address, long offset, long size, int link) {
      ByteBuffer row = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
      long flags = address == 0 ? 0 : type == SHT_PROGBITS && address < 0x41_0000 ? 6 : 2;
      row.putInt(name).putInt(type).putLong(flags).putLong(address).putLong(offset).putLong(size);
      row.putInt(link).putInt(link == 0 ? 0 : 1).putLong(1);
      row.putLong(type == SHT_SYMTAB || type == SHT_RELA ? 24 : 0);
      headers.writeBytes(row.array());
      count++;
    }

    byte[] bytes() {
      int nameAt = names.size();
      names.writeBytes(ascii(".shstrtab\0"));
      header(nameAt, SHT_STRTAB, 0, content.size(), names.size(), 0);
      content.writeBytes(names.toByteArray());
      long headersAt = content.size();
      content.writeBytes(headers.toByteArray());
      byte[] file = content.toByteArray();
      ByteBuffer head = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
      head.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).position(16);
      head.putShort((short) 2).putShort((short) 62).putInt(1).putLong(CODE).putLong(0);
      head.putLong(headersAt).putInt(0).putShort((short) 64).putShort((short) 56);
      head.putShort((short) 0).putShort((short) 64);
      head.putShort((short) count).putShort((short) (count - 1));
      return file;
    }
  }

  /** Puts sections of a module together. */
  private static final class Wasm {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    Wasm() {
      file.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    }

    /** One type: no parameters, no results. */
    Wasm types() {
      return items(1, 1, new byte[] {0x60, 0, 0});
    }

    Wasm items(int id, int count, byte[] each) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      number(content, count);
      for (int i = 0; i < count; i++) {
        content.writeBytes(each);
      }
      return section(id, content.toByteArray());
    }

    Wasm section(int id, byte[] content) {
      file.write(id);
      number(file, content.length);
      file.writeBytes(content);
      return this;
    }

    byte[] bytes() {
      return file.toByteArray();
    }

    static void number(ByteArrayOutputStream out, int value) {
      int left = value;
      while (left >= 0x80) {
        out.write((left & 0x7F) | 0x80);
        left >>>= 7;
      }
      out.write(left);
    }
  }
}
