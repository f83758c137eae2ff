package dev.weighbridge.formats.elf.dynamic;

import java.util.Objects;
import java.util.Optional;

/**
 * One entry of the dynamic section, {@code Elf32_Dyn} or {@code Elf64_Dyn}. gabi 5, dynamic
 * section.
 *
 * @param index its row
 * @param tag one of the {@code DT_} constants, raw if unknown
 * @param value {@code d_un}: a number, an address or an offset in the string table, by tag
 * @param text the string that the value names, for tags that name one
 * @param fileStart first byte of this entry in the file
 * @param fileEnd end of this entry in the file, exclusive
 */
public record ElfDynamicEntry(
    int index, long tag, long value, Optional<String> text, long fileStart, long fileEnd) {
  /** Refuses null. */
  public ElfDynamicEntry {
    Objects.requireNonNull(text, "text");
  }
}
