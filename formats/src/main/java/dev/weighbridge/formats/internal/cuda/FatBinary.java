package dev.weighbridge.formats.internal.cuda;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;

/**
 * What is in a section of fat binaries of CUDA: for each of several processors machine code, or
 * text of its assembler that the driver compiles. {@code cuobjdump -lelf -lptx} lists the same.
 *
 * <p>A header of 16 bytes (magic, version, its own size, bytes of all entries) stands before the
 * entries; an entry begins with what it is, its header's size, its bytes, and at 28 its processor.
 */
public final class FatBinary {
  private static final int MAGIC = 0xba55ed50;
  private static final int HEADER = 16;
  private static final int ENTRY_HEADER = 32;
  private static final int PROCESSOR = 28;
  private static final int PTX = 1;
  private static final int ELF = 2;
  private static final int ALIGNMENT = 8;

  private final ImageBuilder image;
  private final Bytes bytes;
  private final long end;

  private FatBinary(ImageBuilder image, Bytes bytes, long end) {
    this.image = image;
    this.bytes = bytes.withOrder(ByteOrder.LITTLE_ENDIAN);
    this.end = end;
  }

  /** Whether a section of this name holds fat binaries; PE images cut it to eight characters. */
  public static boolean isIn(String section) {
    return section.startsWith(".nv_fatb") || section.equals("__nv_relfatbin");
  }

  /** States the entries of a section of fat binaries, which lies in these bytes. */
  public static void state(ImageBuilder image, Bytes bytes, long start, long end) {
    new FatBinary(image, bytes, Math.min(end, bytes.length())).state(start);
  }

  private void state(long start) {
    long at = start;
    while (end - at >= HEADER) {
      long header = bytes.u16(at + 6);
      if (bytes.i32(at) != MAGIC || header < HEADER || header > end - at) {
        at += ALIGNMENT;
        continue;
      }
      image.structure("CUDA fat binary header", Kind.RODATA, at, header);
      long room = end - at - header;
      long size = bytes.i64(at + 8);
      long entriesEnd = at + header + (size < 0 ? room : Math.min(size, room));
      entries(at + header, entriesEnd);
      at = entriesEnd;
    }
  }

  private void entries(long start, long entriesEnd) {
    long at = start;
    while (entriesEnd - at >= ENTRY_HEADER) {
      long header = bytes.u32(at + 4);
      long size = bytes.i64(at + 8);
      if (header < ENTRY_HEADER || header > entriesEnd - at || size < 0) {
        warn(at, "an entry header of 32 bytes or more", header + " bytes");
        return;
      }
      long fits = Math.min(size, entriesEnd - at - header);
      if (fits < size) {
        warn(at, "an entry of at most " + fits + " bytes", size + " bytes");
      }
      String label = label(bytes.u16(at), bytes.u32(at + PROCESSOR));
      image.structure(image.rowLabel(label), Kind.RODATA, at, header + fits, Subject.NONE, -1);
      at += header + fits;
    }
  }

  private static String label(int kind, long processor) {
    return switch (kind) {
      case PTX -> "CUDA PTX for sm_" + processor;
      case ELF -> "CUDA code for sm_" + processor;
      default -> "CUDA entry of kind " + kind;
    };
  }

  private void warn(long at, String expected, String found) {
    image.diagnostics().warn("cuda.fatbin", at, expected, found);
  }
}
