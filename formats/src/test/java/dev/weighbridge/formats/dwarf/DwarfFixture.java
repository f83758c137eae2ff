package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Truth;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An ELF fixture with debug information, and what other tools say of it. */
@SuppressWarnings("exports") // tests export nothing
public record DwarfFixture(String name, ElfDwarf elf, Dwarf dwarf, Truth truth) {

  /** Those of which the truth tells units. */
  public static List<String> linked() {
    return List.of(
        "elf-c-x64-g-dwarf5",
        "elf-c-zdebug-gnu",
        "elf-c-zlib-debug",
        "elf-c-zstd-debug",
        "elf-c-s390x",
        "elf-c-powerpc",
        "elf-c-aarch64",
        "elf-c-armhf",
        "elf-c-riscv64",
        "elf-c-i686",
        "elf-cpp-dwz",
        "c-x64-g-dwarf2",
        "c-x64-g-dwarf3",
        "c-x64-g-dwarf4",
        "c-x64-g-dwarf64",
        "cpp-x64-g-types",
        "tomb-lld-v4",
        "tomb-lld-v5",
        "tomb-lld-gcc",
        "tomb-bfd-v4",
        "tomb-bfd-v5",
        "tomb-bfd-gcc",
        "tomb-gold-v4",
        "tomb-gold-v5",
        "icf-gold",
        "icf-lld",
        "hotcold-gcc",
        "bbsections-clang",
        "types-v5",
        "lto-gcc",
        "lto-clang",
        "gdbindex-lld",
        "debugnames-lld",
        "dwarf64-clang",
        "zstd-lld",
        "linetables-clang",
        "mixed-versions",
        "buildid-prog",
        "app-linetables-zlib",
        "app-limited-zlib",
        "app-full-v5-v0-zlib",
        "app-full-v4-dwz-zlib");
  }

  /** A fixture of the folder {@code dwarf}, or of {@code elf} if its name begins so. */
  public static DwarfFixture of(String name) {
    String path =
        name.startsWith("elf-") ? "elf/" + name.substring("elf-".length()) : "dwarf/" + name;
    ElfDwarf elf = ElfDwarf.of(ElfFile.of(Fixtures.bytes(path)));
    Dwarf dwarf = Dwarf.of(elf.isSplit() ? elf.splitSections() : elf.sections());
    return new DwarfFixture(name, elf, dwarf, Truth.of("dwarf/" + name));
  }

  /** A number of {@link DwarfConstants} by its name; one in hexadecimal as it is. */
  public static int constant(String name) {
    if (name.startsWith("0x")) {
      return Integer.decode(name);
    }
    try {
      Field field = DwarfConstants.class.getField(name);
      return field.getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** Lines of a part, {@code unit text}, by unit. */
  public Map<Integer, String> byUnit(String part) {
    Map<Integer, String> found = new TreeMap<>();
    for (String line : truth.part(part)) {
      int space = line.indexOf(' ');
      found.put(Integer.valueOf(line.substring(0, space)), line.substring(space + 1));
    }
    return found;
  }
}
