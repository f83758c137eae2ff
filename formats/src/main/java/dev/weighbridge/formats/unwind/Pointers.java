package dev.weighbridge.formats.unwind;

import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_absptr;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_aligned;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_datarel;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_funcrel;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_omit;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_pcrel;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_sdata2;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_sdata4;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_sdata8;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_signed;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_sleb128;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_textrel;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_udata2;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_udata4;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_udata8;
import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_uleb128;

import dev.weighbridge.formats.bytes.Window;
import org.jspecify.annotations.Nullable;

/**
 * Reads encoded pointers of one section through its window.
 *
 * <p>LSB Core 5.0, 10.5.1 "DWARF Exception Header Encoding".
 */
final class Pointers {
  /** A pointer that is omitted, indirect, of an unknown encoding or of an unknown base. */
  static final long UNKNOWN = -1;

  private final Window window;
  private final UnwindSection section;
  private final long dataBase;
  private final long textBase;
  private final int addressSize;
  private final PointerRules.@Nullable Relocations relocations;
  private boolean isNull;
  private boolean isRelocated;

  Pointers(Window window, UnwindSection section, long dataBase) {
    this.window = window;
    this.section = section;
    this.dataBase = dataBase;
    this.textBase = section.pointers().textBase();
    this.addressSize = section.pointers().addressSize();
    PointerRules.Relocations given = section.pointers().relocations();
    this.relocations = given == PointerRules.NO_RELOCATIONS ? null : given;
  }

  /** Whether the last pointer was written as 0 and no relocation fills it: "none", not base 0. */
  boolean isNull() {
    return isNull;
  }

  /**
   * The address a pointer means, or {@link #UNKNOWN}; an indirect one gives the place that holds
   * the real one.
   *
   * @param function start of the function, for {@code funcrel}
   */
  long read(int encoding, long function) {
    if (encoding == DW_EH_PE_omit) {
      isNull = true;
      return UNKNOWN;
    }
    if (PointerEncoding.base(encoding) == DW_EH_PE_aligned) {
      align();
    }
    long place = window.position();
    long value = raw(PointerEncoding.format(encoding));
    isNull = value == 0;
    if (relocations != null) {
      value = relocated(relocations, place, value);
      if (isRelocated) {
        return value;
      }
    }
    return counted(value, PointerEncoding.base(encoding), place, function);
  }

  /** A number written like a pointer but counting from nothing: {@code pc_range}. */
  long number(int encoding) {
    if (encoding == DW_EH_PE_omit) {
      return 0;
    }
    long place = window.position();
    int format = PointerEncoding.format(encoding);
    long value = raw(format);
    if (format == DW_EH_PE_sdata2) {
      value &= 0xFFFF;
    } else if (format == DW_EH_PE_sdata4 || addressSize == 4) {
      value &= 0xFFFF_FFFFL;
    }
    return relocations == null ? value : relocations.number(place, value);
  }

  private long relocated(PointerRules.Relocations given, long place, long value) {
    long target = given.target(place, value);
    isRelocated = target != PointerRules.NOT_RELOCATED;
    isNull &= !isRelocated;
    return isRelocated ? target : value;
  }

  private long counted(long value, int base, long place, long function) {
    return switch (base) {
      case 0, DW_EH_PE_aligned -> address(value);
      case DW_EH_PE_pcrel -> address(value + section.addressAt(place));
      case DW_EH_PE_datarel -> from(dataBase, value);
      case DW_EH_PE_textrel -> from(textBase, value);
      case DW_EH_PE_funcrel -> from(function, value);
      default -> UNKNOWN;
    };
  }

  private long from(long base, long value) {
    return base == UNKNOWN ? UNKNOWN : address(base + value);
  }

  private long address(long value) {
    return addressSize == 4 ? value & 0xFFFF_FFFFL : value;
  }

  /** The aligned form pads to an address that is a multiple of the address size. */
  private void align() {
    long address = section.addressAt(window.position());
    window.skip(-address & (addressSize - 1));
  }

  private long raw(int format) {
    return switch (format) {
      case DW_EH_PE_absptr -> addressSize == 8 ? window.i64() : window.u32();
      case DW_EH_PE_signed -> addressSize == 8 ? window.i64() : window.i32();
      case DW_EH_PE_udata4 -> window.u32();
      case DW_EH_PE_sdata4 -> window.i32();
      case DW_EH_PE_udata2 -> window.u16();
      case DW_EH_PE_sdata2 -> (short) window.u16();
      case DW_EH_PE_udata8, DW_EH_PE_sdata8 -> window.i64();
      case DW_EH_PE_uleb128 -> window.uleb128();
      case DW_EH_PE_sleb128 -> window.sleb128();
      default -> unknownFormat();
    };
  }

  /** Its length is unknown, so nothing behind it in its record can be read. */
  private long unknownFormat() {
    window.skip(Long.MAX_VALUE);
    return 0;
  }
}
