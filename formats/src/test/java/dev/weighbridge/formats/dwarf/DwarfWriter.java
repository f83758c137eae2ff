package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.ByteWriter;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes described debug information: one odd thing per test.
 *
 * <pre>{@code
 * DwarfWriter writer = new DwarfWriter();
 * writer.abbreviation(1, DW_TAG_compile_unit, true, DW_AT_name, DW_FORM_string).endAbbreviations();
 * writer.unit(4, 0, out -> out.uleb128(1).text("a.c").u8(0));
 * Dwarf dwarf = writer.dwarf();
 * }</pre>
 */
@SuppressWarnings("exports")
public final class DwarfWriter {
  /** Where the code is that the units of tests tell of. */
  public static final long TEXT = 0x40_1000;

  private final ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private final Map<DwarfSection, ByteWriter> sections = new EnumMap<>(DwarfSection.class);

  /** A writer of nothing yet. */
  public DwarfWriter() {}

  /** The writer of a section. */
  public ByteWriter section(DwarfSection section) {
    return sections.computeIfAbsent(section, s -> new ByteWriter(order));
  }

  /** How many bytes a section has by now. */
  public int size(DwarfSection section) {
    return section(section).size();
  }

  /** Adds an abbreviation; its attributes are pairs of name and form. */
  public DwarfWriter abbreviation(int code, int tag, boolean hasChildren, int... attributes) {
    ByteWriter out = section(DwarfSection.ABBREV);
    out.uleb128(code).uleb128(tag).u8(hasChildren ? 1 : 0);
    for (int number : attributes) {
      out.uleb128(number);
    }
    out.u8(0, 0);
    return this;
  }

  /** Ends a table of abbreviations. */
  public DwarfWriter endAbbreviations() {
    section(DwarfSection.ABBREV).u8(0);
    return this;
  }

  /**
   * Adds a unit with addresses of eight bytes, in the 32-bit form.
   *
   * @param abbreviations where its table begins
   * @return where it begins
   */
  public int unit(int version, long abbreviations, Consumer<ByteWriter> entries) {
    ByteWriter body = new ByteWriter(order).u16(version);
    if (version >= 5) {
      body.u8(DwarfConstants.DW_UT_compile).u8(8).u32(abbreviations);
    } else {
      body.u32(abbreviations).u8(8);
    }
    entries.accept(body);
    int start = size(DwarfSection.INFO);
    section(DwarfSection.INFO).u32(body.size()).raw(body.array());
    return start;
  }

  /** Adds a line program of version 4 with one file, {@code a.c}, and returns where it begins. */
  public int lines(int lineRange, int opcodeBase, int maxOperations, Consumer<ByteWriter> program) {
    ByteWriter header = new ByteWriter(order).u8(1, maxOperations, 1, 0xfb, lineRange, opcodeBase);
    int[] counts = {0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1};
    for (int i = 0; i < opcodeBase - 1; i++) {
      header.u8(counts[i]);
    }
    header.u8(0).text("a.c").u8(0, 0, 0, 0);
    ByteWriter body = new ByteWriter(order).u16(4).u32(header.size()).raw(header.array());
    program.accept(body);
    int start = size(DwarfSection.LINE);
    section(DwarfSection.LINE).u32(body.size()).raw(body.array());
    return start;
  }

  /** The sections written. */
  public DwarfSections sections() {
    Map<DwarfSection, Bytes> written = new EnumMap<>(DwarfSection.class);
    sections.forEach((section, out) -> written.put(section, out.bytes()));
    return DwarfSections.of(
        order, 8, section -> written.getOrDefault(section, Bytes.of(new byte[0])));
  }

  /** The debug information written. */
  public Dwarf dwarf() {
    return Dwarf.of(sections());
  }
}
