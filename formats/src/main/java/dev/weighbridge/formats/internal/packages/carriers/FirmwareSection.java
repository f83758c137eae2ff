package dev.weighbridge.formats.internal.packages.carriers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.Region;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A section of a file in a firmware volume: UEFI PI 1.8, volume 3, section 3.2.5.
 *
 * @param type its number
 * @param content what is behind its header
 */
record FirmwareSection(int type, Region content) {
  private static final int HEADER = 4;
  private static final int LARGE_HEADER = 8;
  private static final int LARGE = 0xFF_FFFF;
  private static final int COMPRESSED = 0x01;
  private static final int GUIDED = 0x02;
  private static final int PE = 0x10;
  private static final int PIC = 0x11;
  private static final int TE = 0x12;
  private static final int NAME = 0x15;
  private static final int VOLUME = 0x17;
  private static final int FREE_FORM = 0x18;
  private static final int RAW = 0x19;

  /** Sections in packed sections: one is usual. */
  private static final int DEEPEST = 4;

  private static final String LZMA = "EE4E5898-3914-4259-9D6E-DC7BD79403CF";

  /**
   * Reads sections, and those that packed ones hold in their place.
   *
   * @return whether bytes are sections
   */
  static boolean read(Region body, List<FirmwareSection> sections, LzmaSections packed, int depth)
      throws IOException {
    Bytes bytes = body.bytes().withOrder(ByteOrder.LITTLE_ENDIAN);
    long at = 0;
    while (bytes.contains(at, HEADER)) {
      boolean isLarge = u24(bytes, at) == LARGE && bytes.contains(at, LARGE_HEADER);
      int header = isLarge ? LARGE_HEADER : HEADER;
      long size = isLarge ? bytes.u32(at + HEADER) : u24(bytes, at);
      if (size < header || size > bytes.length() - at) {
        return at > 0 && isZero(bytes, at);
      }
      int type = bytes.u8(at + 3);
      Region whole = body.slice(at, at + size);
      boolean isGuided = type == GUIDED && size >= header + 20L;
      if (!isGuided || !guided(whole, header, sections, packed, depth)) {
        sections.add(new FirmwareSection(type, whole.slice(header, size)));
      }
      at = at + size + 3 & ~3L;
    }
    return at >= bytes.length();
  }

  private static boolean isZero(Bytes bytes, long from) {
    for (long at = from; at < bytes.length(); at++) {
      if (bytes.u8(at) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Reads the sections in a section of a named form; whether that form is known. */
  private static boolean guided(
      Region whole, int header, List<FirmwareSection> sections, LzmaSections packed, int depth)
      throws IOException {
    Bytes bytes = whole.bytes().withOrder(ByteOrder.LITTLE_ENDIAN);
    long start = bytes.u16(header + 16);
    boolean isAsItIs = (bytes.u16(header + 18) & 1) == 0;
    boolean isLzma = guid(bytes, header).equals(LZMA);
    if (start > whole.length() || depth == DEEPEST || (!isLzma && !isAsItIs)) {
      return false;
    }
    Region data = whole.slice(start, whole.length());
    return read(isLzma ? packed.unpack(data) : data, sections, packed, depth + 1);
  }

  static int u24(Bytes bytes, long at) {
    return bytes.u16(at) | bytes.u8(at + 2) << 16;
  }

  /** The text of an identifier: its first three numbers are little-endian. */
  static String guid(Bytes bytes, long at) {
    String end =
        String.format(Locale.ROOT, "%016X", bytes.withOrder(ByteOrder.BIG_ENDIAN).i64(at + 8));
    return String.format(
        Locale.ROOT,
        "%08X-%04X-%04X-%s-%s",
        bytes.u32(at),
        bytes.u16(at + 4),
        bytes.u16(at + 6),
        end.substring(0, 4),
        end.substring(4));
  }

  /** Whether it holds more than a few words about its file. */
  boolean isWeighed() {
    return switch (type) {
      case COMPRESSED, GUIDED, PE, PIC, TE, VOLUME, FREE_FORM, RAW -> true;
      default -> false;
    };
  }

  boolean isVolume() {
    return type == VOLUME;
  }

  boolean isName() {
    return type == NAME;
  }

  /** The text of a section that is a name. */
  String name() {
    byte[] text = content.bytes().toArray(0, content.length() & ~1L);
    String name = new String(text, StandardCharsets.UTF_16LE);
    int end = name.indexOf('\0');
    return end < 0 ? name : name.substring(0, end);
  }

  /** What tells an entry from others of its file. */
  String suffix() {
    return switch (type) {
      case PE -> ".efi";
      case TE -> ".te";
      case RAW -> ".raw";
      default -> "";
    };
  }
}
