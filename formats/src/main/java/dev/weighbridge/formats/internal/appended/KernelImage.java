package dev.weighbridge.formats.internal.appended;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Where a Linux kernel that unpacks itself keeps what it unpacks: the x86 boot protocol
 * (Documentation/arch/x86/boot.rst) and the header of EFI zboot (zboot-header.S).
 *
 * @param setupEnd where the code of real mode ends; 0 if there is none
 * @param payloadStart where the packed kernel begins
 * @param payloadEnd where it ends, behind the end of a file that is cut
 * @param trailer bytes at its end that are its size once unpacked, and no part of the stream
 */
public record KernelImage(long setupEnd, long payloadStart, long payloadEnd, int trailer) {
  private static final int BOOT_SECTOR = 512;
  private static final int SETUP_SECTORS = 0x1F1;
  private static final int MAGIC = 0x202;
  private static final int VERSION = 0x206;
  private static final int PAYLOAD = 0x248;

  /** "HdrS". */
  private static final int SETUP_MAGIC = 0x5372_6448;

  /** The first protocol that says where the packed kernel is. */
  private static final int SAYS_WHERE = 0x208;

  /** "MZ" and two zeros, "zimg". */
  private static final int DOS_MAGIC = 0x5A4D;

  private static final int ZBOOT_MAGIC = 0x676D_697A;

  /** What a file that is such a kernel says; empty if it is none. */
  public static Optional<KernelImage> of(Bytes file) {
    Bytes bytes = file.withOrder(ByteOrder.LITTLE_ENDIAN);
    if (bytes.contains(0, PAYLOAD + 8) && bytes.i32(MAGIC) == SETUP_MAGIC) {
      return bytes.u16(VERSION) < SAYS_WHERE ? Optional.empty() : boot(bytes);
    }
    if (bytes.contains(0, 16) && bytes.i32(0) == DOS_MAGIC && bytes.i32(4) == ZBOOT_MAGIC) {
      long start = bytes.u32(8);
      return within(bytes, new KernelImage(0, start, start + bytes.u32(12), 0));
    }
    return Optional.empty();
  }

  private static Optional<KernelImage> boot(Bytes bytes) {
    int sectors = bytes.u8(SETUP_SECTORS) == 0 ? 4 : bytes.u8(SETUP_SECTORS);
    long setupEnd = (sectors + 1L) * BOOT_SECTOR;
    long start = setupEnd + bytes.u32(PAYLOAD);
    long end = start + bytes.u32(PAYLOAD + 4);
    boolean isGzip = bytes.contains(start, 2) && bytes.u16(start) == 0x8B1F;
    // Members of gzip end with their size; behind other streams it is written by the build.
    return within(bytes, new KernelImage(setupEnd, start, end, isGzip ? 0 : 4));
  }

  private static Optional<KernelImage> within(Bytes bytes, KernelImage image) {
    boolean fits =
        image.payloadStart >= image.setupEnd
            && image.payloadEnd - image.trailer > image.payloadStart
            && image.payloadStart < bytes.length();
    return fits ? Optional.of(image) : Optional.empty();
  }
}
