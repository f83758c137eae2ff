package dev.weighbridge.formats.dwarf;

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
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_block4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data16;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_exprloc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_flag;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_flag_present;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_implicit_const;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_indirect;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_line_strp;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_loclistx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_sig8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_sup4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_sup8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_udata;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_rnglistx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sdata;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sec_offset;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_string;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strp;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strp_sup;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx3;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_udata;

import dev.weighbridge.formats.bytes.Window;

/**
 * How many bytes an attribute takes, by its form. DWARF 5, 7.5.6.
 *
 * <p>Sizes that depend on the unit are counted apart, so that what an abbreviation takes is known
 * for all units that share it.
 */
final class Forms {
  /** The size is a number of bytes, whatever the unit. */
  static final int PLAIN = 0;

  /** It is that of an address. */
  static final int ADDRESS = 1;

  /** It is that of an offset. */
  static final int OFFSET = 2;

  /** It is that of a reference to another unit. */
  static final int REFERENCE = 3;

  /** It depends on the bytes. */
  static final int VARIABLE = 4;

  /** Nobody knows it: the form is not known. */
  static final int UNKNOWN = 5;

  private Forms() {}

  /** What the size of a form depends on. */
  static int sizeClass(int form) {
    return switch (form) {
      case DW_FORM_addr -> ADDRESS;
      case DW_FORM_strp,
          DW_FORM_sec_offset,
          DW_FORM_line_strp,
          DW_FORM_strp_sup,
          DW_FORM_GNU_ref_alt,
          DW_FORM_GNU_strp_alt ->
          OFFSET;
      case DW_FORM_ref_addr -> REFERENCE;
      case DW_FORM_block2,
          DW_FORM_block4,
          DW_FORM_block,
          DW_FORM_block1,
          DW_FORM_exprloc,
          DW_FORM_string,
          DW_FORM_sdata,
          DW_FORM_udata,
          DW_FORM_ref_udata,
          DW_FORM_indirect,
          DW_FORM_strx,
          DW_FORM_addrx,
          DW_FORM_loclistx,
          DW_FORM_rnglistx,
          DW_FORM_GNU_addr_index,
          DW_FORM_GNU_str_index ->
          VARIABLE;
      default -> plainSize(form) < 0 ? UNKNOWN : PLAIN;
    };
  }

  /** Bytes of a form whose size is always the same, -1 for any other. */
  static int plainSize(int form) {
    return switch (form) {
      case DW_FORM_flag_present, DW_FORM_implicit_const -> 0;
      case DW_FORM_data1, DW_FORM_flag, DW_FORM_ref1, DW_FORM_strx1, DW_FORM_addrx1 -> 1;
      case DW_FORM_data2, DW_FORM_ref2, DW_FORM_strx2, DW_FORM_addrx2 -> 2;
      case DW_FORM_strx3, DW_FORM_addrx3 -> 3;
      case DW_FORM_data4, DW_FORM_ref4, DW_FORM_ref_sup4, DW_FORM_strx4, DW_FORM_addrx4 -> 4;
      case DW_FORM_data8, DW_FORM_ref8, DW_FORM_ref_sig8, DW_FORM_ref_sup8 -> 8;
      case DW_FORM_data16 -> 16;
      default -> -1;
    };
  }

  /** Bytes of a form whose size does not depend on the bytes, -1 for any other. */
  static int size(int form, Encoding encoding) {
    return switch (sizeClass(form)) {
      case PLAIN -> plainSize(form);
      case ADDRESS -> encoding.addressSize();
      case OFFSET -> encoding.offsetSize();
      case REFERENCE -> encoding.referenceSize();
      default -> -1;
    };
  }

  /** Passes over an attribute; false if its form is not known. */
  static boolean skip(Window window, int form, Encoding encoding) {
    int size = size(form, encoding);
    if (size >= 0) {
      window.skip(size);
      return true;
    }
    switch (form) {
      case DW_FORM_string -> window.passText();
      case DW_FORM_indirect -> {
        return skipIndirect(window, encoding);
      }
      case DW_FORM_block, DW_FORM_exprloc -> window.skip(window.uleb128());
      case DW_FORM_block1 -> window.skip(window.u8());
      case DW_FORM_block2 -> window.skip(window.u16());
      case DW_FORM_block4 -> window.skip(window.u32());
      case DW_FORM_sdata,
          DW_FORM_udata,
          DW_FORM_ref_udata,
          DW_FORM_strx,
          DW_FORM_addrx,
          DW_FORM_loclistx,
          DW_FORM_rnglistx,
          DW_FORM_GNU_addr_index,
          DW_FORM_GNU_str_index ->
          window.passLeb128();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean skipIndirect(Window window, Encoding encoding) {
    int form = indirect(window);
    return form != 0 && skip(window, form, encoding);
  }

  /**
   * The form that stands before an attribute instead of in its abbreviation; 0 for one that cannot
   * stand there: another such, or a constant that only an abbreviation could hold.
   */
  static int indirect(Window window) {
    long form = window.uleb128();
    boolean isAllowed =
        form > 0 && form <= 0xFFFF && form != DW_FORM_indirect && form != DW_FORM_implicit_const;
    return isAllowed ? (int) form : 0;
  }
}
