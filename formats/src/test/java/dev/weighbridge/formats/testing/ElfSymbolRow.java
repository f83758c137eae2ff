package dev.weighbridge.formats.testing;

/**
 * A symbol of a described ELF file.
 *
 * @param name its name, written in UTF-8
 * @param type one of the {@code STT_} constants
 * @param binding one of the {@code STB_} constants
 * @param section index of its section; 0xFF00 and above goes to {@code SHT_SYMTAB_SHNDX} unless it
 *     is meant as a reserved one
 * @param value {@code st_value}
 * @param size {@code st_size}
 */
public record ElfSymbolRow(String name, int type, int binding, int section, long value, long size) {
  private static final int STT_OBJECT = 1;
  private static final int STT_FUNC = 2;
  private static final int STB_GLOBAL = 1;

  /** {@code SHN_ABS} as a section. */
  public static final int ABSOLUTE = -15;

  /** {@code SHN_COMMON} as a section. */
  public static final int COMMON = -14;

  /** A global function. */
  public static ElfSymbolRow function(String name, int section, long value, long size) {
    return new ElfSymbolRow(name, STT_FUNC, STB_GLOBAL, section, value, size);
  }

  /** A global object. */
  public static ElfSymbolRow object(String name, int section, long value, long size) {
    return new ElfSymbolRow(name, STT_OBJECT, STB_GLOBAL, section, value, size);
  }

  /** The same, local. */
  public ElfSymbolRow local() {
    return new ElfSymbolRow(name, type, 0, section, value, size);
  }

  /** The same, weak. */
  public ElfSymbolRow weak() {
    return new ElfSymbolRow(name, type, 2, section, value, size);
  }
}
