package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_addr_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_dwo_id;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_addr_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_loclists_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_rnglists_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_stmt_list;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_str_offsets_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_GNU_addr_index;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_GNU_ref_alt;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_GNU_str_index;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_GNU_strp_alt;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addrx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addrx1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addrx2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addrx3;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addrx4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_line_strp;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_sup4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_sup8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_udata;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sec_offset;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_string;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strp;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strp_sup;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx3;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_skeleton;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_split_compile;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One unit: a tree of entries, and what their attributes mean in it. DWARF 5, 3.1.
 *
 * <p>Its first entry is read alone, when first asked for. A split unit leaves its addresses to the
 * skeleton in the program; {@link #withSkeleton} puts both together. May be used by several
 * threads.
 */
public final class DwarfUnit {
  private final DwarfSections sections;
  private final DwarfTexts texts;
  private final AbbreviationTables rootTables;
  private final UnitHeader header;
  private final @Nullable UnitIndex index;
  private final int indexRow;
  private final @Nullable DwarfUnit skeleton;
  private volatile @Nullable RootEntry root;

  private DwarfUnit(DwarfUnit unit, DwarfUnit skeleton) {
    this.sections = unit.sections;
    this.texts = unit.texts;
    this.rootTables = unit.rootTables;
    this.header = unit.header;
    this.index = unit.index;
    this.indexRow = unit.indexRow;
    this.root = unit.root;
    this.skeleton = skeleton;
  }

  /**
   * A unit whose entries nobody has asked for yet.
   *
   * @param rootTables tables for first entries whose abbreviations are not among the first
   * @param index the index of the package that it lies in, or null
   * @param indexRow its row there
   */
  DwarfUnit(
      DwarfSections sections,
      DwarfTexts texts,
      AbbreviationTables rootTables,
      UnitHeader header,
      @Nullable UnitIndex index,
      int indexRow) {
    this.sections = sections;
    this.texts = texts;
    this.rootTables = rootTables;
    this.header = header;
    this.index = index;
    this.indexRow = indexRow;
    this.skeleton = null;
  }

  /** This split unit with the skeleton that stands for it in the program. */
  public DwarfUnit withSkeleton(DwarfUnit unit) {
    return new DwarfUnit(this, unit);
  }

  /** The skeleton of a split unit, if it was told. */
  public Optional<DwarfUnit> skeleton() {
    return Optional.ofNullable(skeleton);
  }

  /** The sections of the file it lies in. */
  public DwarfSections sections() {
    return sections;
  }

  /** Its header. */
  public UnitHeader header() {
    return header;
  }

  /** How its numbers are written. */
  public Encoding encoding() {
    return header.encoding();
  }

  /** Where its part of a section begins in a package; 0 outside of packages. */
  public long contribution(DwarfSection section) {
    return index == null ? 0 : index.start(indexRow, section);
  }

  /** Bytes of its part of a section in a package; 0 outside of packages. */
  public long contributionSize(DwarfSection section) {
    return index == null ? 0 : index.size(indexRow, section);
  }

  /** Where its abbreviations begin in {@link DwarfSection#ABBREV}. */
  public long abbreviations() {
    return contribution(DwarfSection.ABBREV) + header.abbreviations();
  }

  /** A cursor before its first entry; give the same tables to all units of a walk. */
  public EntryCursor entries(AbbreviationTables tables) {
    Optional<Abbreviations> table = tables.at(abbreviations());
    return table.isPresent()
        ? new EntryCursor(sections, header, table.get())
        : EntryCursor.without(sections, header, abbreviations());
  }

  /** The tag of its first entry; 0 if it has none, or none that can be read. */
  public int tag() {
    return root().tag();
  }

  /** The attributes of its first entry; without any if it has none, or none that can be read. */
  public Attributes attributes() {
    return root().attributes();
  }

  /** Why its first entry cannot be read; empty if it can, or if the unit has no entries. */
  public Optional<Diagnostic> defect() {
    return root().defect();
  }

  private RootEntry root() {
    RootEntry known = root;
    if (known == null) {
      known = RootEntry.read(sections, header, abbreviations(), rootTables);
      root = known;
    }
    return known;
  }

  /** The identifier that joins a split unit and its skeleton; 0 if it is neither. */
  public long splitId() {
    boolean isStated = header.type() == DW_UT_skeleton || header.type() == DW_UT_split_compile;
    return isStated ? header.id() : attributes().valueOr(DW_AT_GNU_dwo_id, 0);
  }

  /** Whether a form stands for text. */
  public static boolean isText(int form) {
    return switch (form) {
      case DW_FORM_string,
          DW_FORM_strp,
          DW_FORM_line_strp,
          DW_FORM_strp_sup,
          DW_FORM_strx,
          DW_FORM_strx1,
          DW_FORM_strx2,
          DW_FORM_strx3,
          DW_FORM_strx4,
          DW_FORM_GNU_str_index,
          DW_FORM_GNU_strp_alt ->
          true;
      default -> false;
    };
  }

  /**
   * What the text of an attribute is, as a reference for {@link #texts}; {@link DwarfTexts#NONE} if
   * it is no text or lies nowhere.
   */
  public long text(int form, long value) {
    return switch (form) {
      case DW_FORM_string -> DwarfTexts.reference(header.section(), value, false);
      case DW_FORM_strp -> DwarfTexts.reference(DwarfSection.STR, value, false);
      case DW_FORM_line_strp -> DwarfTexts.reference(DwarfSection.LINE_STR, value, false);
      case DW_FORM_strp_sup, DW_FORM_GNU_strp_alt ->
          DwarfTexts.reference(DwarfSection.STR, value, true);
      default ->
          isText(form)
              ? DwarfTexts.reference(DwarfSection.STR, indexedText(value), false)
              : DwarfTexts.NONE;
    };
  }

  /** The text of the attribute of a name as a reference, {@link DwarfTexts#NONE} if none. */
  public long text(Attributes of, int name) {
    int found = of.find(name);
    return found < 0 ? DwarfTexts.NONE : text(of.form(found), of.value(found));
  }

  /** What turns references into text. */
  public DwarfTexts texts() {
    return texts;
  }

  /** Where the text of an index begins in {@link DwarfSection#STR}, -1 if nowhere. */
  private long indexedText(long number) {
    Bytes offsets = sections.bytes(DwarfSection.STR_OFFSETS);
    return entry(offsets, textOffsetsBase(), number, encoding().offsetSize());
  }

  /** The entry of a number in a table of equal entries, -1 if it lies outside. */
  private static long entry(Bytes table, long base, long number, int size) {
    boolean isInside = base >= 0 && number >= 0 && number < table.length() / size;
    long at = base + number * size;
    if (!isInside || !table.contains(at, size)) {
      return -1;
    }
    return size == 8 ? table.i64(at) : size == 4 ? table.u32(at) : table.u16(at);
  }

  /** Where the texts of this unit are counted from in {@link DwarfSection#STR_OFFSETS}. */
  public long textOffsetsBase() {
    int header = encoding().version() >= 5 ? encoding().lengthSize() + 4 : 0;
    long absent = contribution(DwarfSection.STR_OFFSETS) + header;
    return attributes().valueOr(DW_AT_str_offsets_base, absent);
  }

  /** Where the addresses of this unit are counted from in {@link DwarfSection#ADDR}. */
  public long addressesBase() {
    if (skeleton != null) {
      return skeleton.addressesBase();
    }
    long gnu = attributes().valueOr(DW_AT_GNU_addr_base, encoding().version() >= 5 ? 8 : 0);
    return attributes().valueOr(DW_AT_addr_base, gnu);
  }

  /** Where the range lists are counted from in {@link DwarfSection#RNGLISTS}. DWARF 5. */
  public long rangeListsBase() {
    long absent = contribution(DwarfSection.RNGLISTS) + encoding().lengthSize() + 8;
    return attributes().valueOr(DW_AT_rnglists_base, absent);
  }

  /** Where the location lists are counted from in {@link DwarfSection#LOCLISTS}. DWARF 5. */
  public long locationListsBase() {
    long absent = contribution(DwarfSection.LOCLISTS) + encoding().lengthSize() + 8;
    return attributes().valueOr(DW_AT_loclists_base, absent);
  }

  /** Whether a form stands for an address. */
  public static boolean isAddress(int form) {
    return switch (form) {
      case DW_FORM_addr,
          DW_FORM_addrx,
          DW_FORM_addrx1,
          DW_FORM_addrx2,
          DW_FORM_addrx3,
          DW_FORM_addrx4,
          DW_FORM_GNU_addr_index ->
          true;
      default -> false;
    };
  }

  /** The address that an attribute stands for; one that marks dropped code if it lies nowhere. */
  public long address(int form, long value) {
    return form == DW_FORM_addr ? value : indexedAddress(value);
  }

  /** The address of an index; one that marks dropped code if it lies nowhere. */
  public long indexedAddress(long number) {
    if (skeleton != null) {
      return skeleton.indexedAddress(number);
    }
    Bytes table = sections.bytes(DwarfSection.ADDR);
    long found = entry(table, addressesBase(), number, encoding().addressSize());
    return found == -1 ? encoding().allOnes() : found;
  }

  /** The address that lists of ranges and locations count from, 0 if the unit states none. */
  public long baseAddress() {
    if (skeleton != null) {
      return skeleton.baseAddress();
    }
    int low = attributes().find(DW_AT_low_pc);
    return low < 0 ? 0 : address(attributes().form(low), attributes().value(low));
  }

  /**
   * Whether a form stands for a place in another section. Up to version 3 plain numbers did too.
   * DWARF 3, 7.5.4.
   */
  public boolean isSectionOffset(int form) {
    boolean isOldForm = form == DW_FORM_data4 || form == DW_FORM_data8;
    return form == DW_FORM_sec_offset || (isOldForm && encoding().version() < 4);
  }

  /**
   * Where its line program begins in {@link DwarfSection#LINE} of its own file; -1 if it has none.
   */
  public long lineProgram() {
    int found = attributes().find(DW_AT_stmt_list);
    if (found < 0 || !isSectionOffset(attributes().form(found))) {
      return -1;
    }
    return contribution(DwarfSection.LINE) + attributes().value(found);
  }

  /**
   * Where the entry lies that an attribute refers to; -1 if it refers to none, or not by its place.
   *
   * <p>The place is one in the section of this unit for the forms that count from the unit, in
   * {@link DwarfSection#INFO} for {@code DW_FORM_ref_addr}, and in that of the supplementary file
   * where {@link #isSupplementary} says so.
   */
  public long reference(int form, long value) {
    return switch (form) {
      case DW_FORM_ref1, DW_FORM_ref2, DW_FORM_ref4, DW_FORM_ref8, DW_FORM_ref_udata ->
          value < 0 || value >= header.end() - header.start() ? -1 : header.start() + value;
      case DW_FORM_ref_addr, DW_FORM_GNU_ref_alt, DW_FORM_ref_sup4, DW_FORM_ref_sup8 ->
          Math.max(-1, value);
      default -> -1;
    };
  }

  /** Whether a form refers to an entry of the supplementary file. */
  public static boolean isSupplementary(int form) {
    return form == DW_FORM_GNU_ref_alt || form == DW_FORM_ref_sup4 || form == DW_FORM_ref_sup8;
  }

  @Override
  public String toString() {
    return header.toString();
  }
}
