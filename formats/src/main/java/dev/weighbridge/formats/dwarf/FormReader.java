package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_GNU_addr_index;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_GNU_str_index;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addrx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data16;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_exprloc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_flag_present;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_indirect;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_loclistx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_udata;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_rnglistx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sdata;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_string;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_udata;

import dev.weighbridge.formats.bytes.Window;

/** Reads values by their form; holds the last one. DWARF 5, 7.5.6. */
public final class FormReader {
  private int form;
  private long value;
  private long length;

  /** A reader that has read nothing yet. */
  public FormReader() {}

  /** Form of the last value, never {@code DW_FORM_indirect}. */
  public int form() {
    return form;
  }

  /**
   * The number that it is: an address, a constant, an offset, an index, a reference, as its form
   * says. Of text in place and of a block, where in the section it begins.
   */
  public long value() {
    return value;
  }

  /** Bytes of a block, or of text in place without its NUL; else 0. */
  public long length() {
    return length;
  }

  /**
   * Reads a value; false if its form is not known, or stands only in abbreviations.
   *
   * @param stated the form, which may be {@code DW_FORM_indirect}
   */
  public boolean read(Window window, int stated, Encoding encoding) {
    form = stated == DW_FORM_indirect ? Forms.indirect(window) : stated;
    length = 0;
    int size = Forms.size(form, encoding);
    if (size > 0 && size <= 8) {
      value = window.number(size);
      return true;
    }
    switch (form) {
      case DW_FORM_flag_present -> value = 1;
      case DW_FORM_sdata -> value = window.sleb128();
      case DW_FORM_udata,
          DW_FORM_ref_udata,
          DW_FORM_strx,
          DW_FORM_addrx,
          DW_FORM_loclistx,
          DW_FORM_rnglistx,
          DW_FORM_GNU_addr_index,
          DW_FORM_GNU_str_index ->
          value = window.uleb128();
      case DW_FORM_string -> {
        value = window.position();
        length = window.passText();
      }
      case DW_FORM_block, DW_FORM_exprloc -> block(window, window.uleb128());
      case DW_FORM_block1 -> block(window, window.u8());
      case DW_FORM_block2 -> block(window, window.u16());
      case DW_FORM_block4 -> block(window, window.u32());
      case DW_FORM_data16 -> block(window, 16);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void block(Window window, long size) {
    value = window.position();
    length = size;
    window.skip(size);
  }

  @Override
  public String toString() {
    return "form " + form + ": " + value;
  }
}
