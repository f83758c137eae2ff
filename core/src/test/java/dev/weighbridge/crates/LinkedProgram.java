package dev.weighbridge.crates;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.bytes.Bytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A program under {@code src/test/resources/crates}, with what the map of its link says. */
final class LinkedProgram {
  /** What the truth calls an object that is not Rust. */
  static final String NATIVE = "-";

  // System V ABI, 4 "Object Files": e_shoff, e_shnum, an Elf64_Shdr with sh_offset and sh_size, an
  // Elf64_Sym with st_info, STT_FILE, SHT_SYMTAB.
  private static final int SECTION_HEADERS = 0x28;
  private static final int SECTION_COUNT = 0x3c;
  private static final int SECTION_HEADER = 64;
  private static final int SECTION_OFFSET = 0x18;
  private static final int SECTION_SIZE = 0x20;
  private static final int SYMBOL = 24;
  private static final int SYMBOL_INFO = 4;
  private static final int FILE_SYMBOL = 4;
  private static final int SYMBOL_TABLE = 2;

  /**
   * A section of an object, placed in the program.
   *
   * @param section the output section
   * @param crate of the object, or {@link #NATIVE}
   */
  record Placed(String section, long address, long size, String crate) {}

  private final String name;

  LinkedProgram(String name) {
    this.name = name;
  }

  BinaryModel model() {
    return BinaryModel.of(name, Bytes.of(read(name + ".gz")), OpenOptions.DEFAULT);
  }

  /** The program as if it were stripped: its section of symbols is said to be of no type. */
  byte[] stripped() {
    byte[] file = read(name + ".gz");
    ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headers = (int) words.getLong(SECTION_HEADERS);
    for (int section = 0; section < words.getShort(SECTION_COUNT); section++) {
      int type = headers + section * SECTION_HEADER + Integer.BYTES;
      words.putInt(type, words.getInt(type) == SYMBOL_TABLE ? 0 : words.getInt(type));
    }
    return file;
  }

  /** The program without the symbols that name its source files: they are said to be of no type. */
  byte[] withoutFiles() {
    byte[] file = read(name + ".gz");
    ByteBuffer words = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headers = (int) words.getLong(SECTION_HEADERS);
    for (int section = 0; section < words.getShort(SECTION_COUNT); section++) {
      int header = headers + section * SECTION_HEADER;
      if (words.getInt(header + Integer.BYTES) == SYMBOL_TABLE) {
        int start = (int) words.getLong(header + SECTION_OFFSET);
        int end = start + (int) words.getLong(header + SECTION_SIZE);
        for (int info = start + SYMBOL_INFO; info < end; info += SYMBOL) {
          file[info] = (file[info] & 0xf) == FILE_SYMBOL ? 0 : file[info];
        }
      }
    }
    return file;
  }

  /** What the linker placed, but for what it made itself. */
  List<Placed> placed() {
    String text = new String(read(name + ".map.tsv.gz"), StandardCharsets.UTF_8);
    return text.lines().skip(1).map(line -> placed(line.split("\t"))).toList();
  }

  private static Placed placed(String[] fields) {
    return new Placed(
        fields[0], Long.parseLong(fields[1], 16), Long.parseLong(fields[2], 16), fields[3]);
  }

  private static byte[] read(String resource) {
    try (InputStream stream = LinkedProgram.class.getResourceAsStream("/crates/" + resource)) {
      if (stream == null) {
        throw new FileNotFoundException("crates/" + resource);
      }
      return new GZIPInputStream(stream).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
