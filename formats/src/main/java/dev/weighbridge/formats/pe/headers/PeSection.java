package dev.weighbridge.formats.pe.headers;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_ALIGN_MASK;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_CNT_CODE;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_CNT_UNINITIALIZED_DATA;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_LNK_COMDAT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_LNK_REMOVE;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_MEM_EXECUTE;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_MEM_READ;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_SCN_MEM_WRITE;

import java.util.Objects;

/**
 * One section: its header and its name. PE Format, Section Table.
 *
 * <p>Offsets and sizes are as stated and may reach over the end of the file.
 *
 * @param index its row; symbols count sections from 1
 * @param name its name; a long one is taken from the string table
 * @param virtualSize bytes in memory; 0 in an object
 * @param rva address relative to the image base; 0 in an object
 * @param rawSize {@code SizeOfRawData}: bytes in the file, in an image rounded as the loader does;
 *     of uninitialised data in an object the bytes in memory
 * @param rawOffset {@code PointerToRawData}: file offset of its bytes, in an image rounded as the
 *     loader does; 0 if it has none
 * @param relocationOffset file offset of its relocations, 0 if none
 * @param relocationCount rows of its relocations, as stated in the header
 * @param lineNumberOffset file offset of its COFF line numbers, 0 if none
 * @param lineNumberCount rows of its COFF line numbers
 * @param characteristics {@code IMAGE_SCN_} flags
 * @param fileStart first byte of this header in the file
 * @param fileEnd end of this header, exclusive
 */
public record PeSection(
    int index,
    String name,
    long virtualSize,
    long rva,
    long rawSize,
    long rawOffset,
    long relocationOffset,
    int relocationCount,
    long lineNumberOffset,
    int lineNumberCount,
    int characteristics,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public PeSection {
    Objects.requireNonNull(name, "name");
  }

  /** Bytes it has in the file, as stated; 0 if it has only memory. */
  public long fileSize() {
    return rawOffset == 0 ? 0 : rawSize;
  }

  /** Bytes it takes in memory; the loader takes the raw size where no virtual size is stated. */
  public long memorySize() {
    return virtualSize != 0 ? virtualSize : rawSize;
  }

  /** Whether it holds instructions: {@code IMAGE_SCN_CNT_CODE} or {@code IMAGE_SCN_MEM_EXECUTE}. */
  public boolean isExecutable() {
    return (characteristics & (IMAGE_SCN_CNT_CODE | IMAGE_SCN_MEM_EXECUTE)) != 0;
  }

  /** Whether it may be written at run time: {@code IMAGE_SCN_MEM_WRITE}. */
  public boolean isWritable() {
    return (characteristics & IMAGE_SCN_MEM_WRITE) != 0;
  }

  /** Whether it starts as zeros: {@code IMAGE_SCN_CNT_UNINITIALIZED_DATA}. */
  public boolean isUninitialized() {
    return (characteristics & IMAGE_SCN_CNT_UNINITIALIZED_DATA) != 0;
  }

  /** Whether the linker drops it from images: {@code IMAGE_SCN_LNK_REMOVE}. */
  public boolean isRemovedByLinker() {
    return (characteristics & IMAGE_SCN_LNK_REMOVE) != 0;
  }

  /** Whether it is one of several like it, of which the linker keeps one. */
  public boolean isComdat() {
    return (characteristics & IMAGE_SCN_LNK_COMDAT) != 0;
  }

  /** Alignment stated by an object in bytes, 1 to 8192; 0 if none is stated, as in images. */
  public int alignment() {
    int field = (characteristics & IMAGE_SCN_ALIGN_MASK) >>> 20;
    return field == 0 ? 0 : 1 << (field - 1);
  }

  /** What the loader allows: any of {@code r}, {@code w}, {@code x}. */
  public String permissions() {
    return ((characteristics & IMAGE_SCN_MEM_READ) != 0 ? "r" : "")
        + ((characteristics & IMAGE_SCN_MEM_WRITE) != 0 ? "w" : "")
        + ((characteristics & IMAGE_SCN_MEM_EXECUTE) != 0 ? "x" : "");
  }

  /** The same section elsewhere in the file. */
  public PeSection placed(long offset, long size) {
    return with(name, offset, size);
  }

  /** The same section under another name. */
  public PeSection named(String text) {
    return with(text, rawOffset, rawSize);
  }

  private PeSection with(String text, long offset, long size) {
    return new PeSection(
        index,
        text,
        virtualSize,
        rva,
        size,
        offset,
        relocationOffset,
        relocationCount,
        lineNumberOffset,
        lineNumberCount,
        characteristics,
        fileStart,
        fileEnd);
  }
}
