package dev.weighbridge.formats.unwind;

import java.util.Locale;

/**
 * The encodings of pointers in unwind tables: one byte whose low half says how the number is
 * written and whose high half says what it counts from.
 *
 * <p>LSB Core 5.0, 10.5.1 "DWARF Exception Header Encoding".
 */
final class PointerEncoding {
  /** As wide as an address. */
  public static final int DW_EH_PE_absptr = 0x00;

  /** Unsigned LEB128. */
  public static final int DW_EH_PE_uleb128 = 0x01;

  /** Two bytes, unsigned. */
  public static final int DW_EH_PE_udata2 = 0x02;

  /** Four bytes, unsigned. */
  public static final int DW_EH_PE_udata4 = 0x03;

  /** Eight bytes, unsigned. */
  public static final int DW_EH_PE_udata8 = 0x04;

  /** As wide as an address, signed; binutils' {@code DW_EH_PE_signed}. */
  public static final int DW_EH_PE_signed = 0x08;

  /** Signed LEB128. */
  public static final int DW_EH_PE_sleb128 = 0x09;

  /** Two bytes, signed. */
  public static final int DW_EH_PE_sdata2 = 0x0A;

  /** Four bytes, signed. */
  public static final int DW_EH_PE_sdata4 = 0x0B;

  /** Eight bytes, signed. */
  public static final int DW_EH_PE_sdata8 = 0x0C;

  /** Counts from the address of the pointer itself. */
  public static final int DW_EH_PE_pcrel = 0x10;

  /** Counts from the start of the code. */
  public static final int DW_EH_PE_textrel = 0x20;

  /** Counts from the start of the data: the GOT, or {@code .eh_frame_hdr} inside that section. */
  public static final int DW_EH_PE_datarel = 0x30;

  /** Counts from the start of the function. */
  public static final int DW_EH_PE_funcrel = 0x40;

  /** As wide as an address and aligned to it, absolute. */
  public static final int DW_EH_PE_aligned = 0x50;

  /** Names the place that holds the pointer; a flag. */
  public static final int DW_EH_PE_indirect = 0x80;

  /** There is no pointer. */
  public static final int DW_EH_PE_omit = 0xFF;

  private static final int FORMAT = 0x0F;
  private static final int BASE = 0x70;

  private PointerEncoding() {}

  /** How the number is written: the low half. */
  public static int format(int encoding) {
    return encoding & FORMAT;
  }

  /** What the number counts from: the high half without the indirect flag. */
  public static int base(int encoding) {
    return encoding & BASE;
  }

  /** Whether the pointer names the place that holds the real one. */
  public static boolean isIndirect(int encoding) {
    return encoding != DW_EH_PE_omit && (encoding & DW_EH_PE_indirect) != 0;
  }

  /**
   * Bytes of a pointer of this encoding, or -1 if they vary (LEB128, aligned) or the encoding is
   * unknown; 0 if it is omitted.
   *
   * @param addressSize bytes of an address, 4 or 8
   */
  public static int fixedSize(int encoding, int addressSize) {
    if (encoding == DW_EH_PE_omit) {
      return 0;
    }
    if (base(encoding) == DW_EH_PE_aligned) {
      return -1;
    }
    return switch (format(encoding)) {
      case DW_EH_PE_absptr, DW_EH_PE_signed -> addressSize;
      case DW_EH_PE_udata2, DW_EH_PE_sdata2 -> 2;
      case DW_EH_PE_udata4, DW_EH_PE_sdata4 -> 4;
      case DW_EH_PE_udata8, DW_EH_PE_sdata8 -> 8;
      default -> -1;
    };
  }

  /** The encoding in words: {@code indirect pcrel sdata4}; unknown halves in hexadecimal. */
  public static String text(int encoding) {
    if (encoding == DW_EH_PE_omit) {
      return "omit";
    }
    String base =
        switch (base(encoding)) {
          case 0 -> "";
          case DW_EH_PE_pcrel -> "pcrel ";
          case DW_EH_PE_textrel -> "textrel ";
          case DW_EH_PE_datarel -> "datarel ";
          case DW_EH_PE_funcrel -> "funcrel ";
          case DW_EH_PE_aligned -> "aligned ";
          default -> String.format(Locale.ROOT, "0x%02X ", base(encoding));
        };
    return (isIndirect(encoding) ? "indirect " : "") + base + formatText(format(encoding));
  }

  private static String formatText(int format) {
    return switch (format) {
      case DW_EH_PE_absptr -> "absptr";
      case DW_EH_PE_uleb128 -> "uleb128";
      case DW_EH_PE_udata2 -> "udata2";
      case DW_EH_PE_udata4 -> "udata4";
      case DW_EH_PE_udata8 -> "udata8";
      case DW_EH_PE_signed -> "signed";
      case DW_EH_PE_sleb128 -> "sleb128";
      case DW_EH_PE_sdata2 -> "sdata2";
      case DW_EH_PE_sdata4 -> "sdata4";
      case DW_EH_PE_sdata8 -> "sdata8";
      default -> String.format(Locale.ROOT, "0x%02X", format);
    };
  }
}
