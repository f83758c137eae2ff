package dev.weighbridge.formats.pe.relocations;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_BASERELOC;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.pe.headers.PeArea;
import dev.weighbridge.formats.pe.headers.PeImage;
import java.util.Objects;

/**
 * The places the loader changes when it cannot load the image at its base, as columns. PE Format,
 * The .reloc Section.
 *
 * <p>Rows are the entries of all blocks in the order of the file, those included that only fill a
 * block up. A block holds the entries of one page. Immutable.
 */
public final class PeBaseRelocationTable {
  private static final int BLOCK_HEADER = 8;

  private final long[] blockStart;
  private final int[] blockFirstRow;
  private final long[] blockEnd;
  private final long[] place;
  private final byte[] type;
  private final long[] entryStart;

  private PeBaseRelocationTable(Builder builder) {
    blockStart = builder.blockStart.freeze();
    blockFirstRow = builder.blockFirstRow.freeze();
    blockEnd = builder.blockEnd.freeze();
    place = builder.place.freeze();
    type = builder.type.freeze();
    entryStart = builder.entryStart.freeze();
  }

  /** Reads the blocks of the data directory. */
  public static PeBaseRelocationTable read(PeImage image) {
    Objects.requireNonNull(image, "image");
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_BASERELOC, "pe.base_relocations");
    Builder builder = new Builder(image);
    long at = area.fileStart();
    while (area.fileEnd() - at >= BLOCK_HEADER) {
      long size = image.file().u32(at + 4);
      if (size < BLOCK_HEADER || size > area.fileEnd() - at) {
        builder.complain(at, size, area.fileEnd());
        break;
      }
      builder.block(at, at + size);
      at += size;
    }
    return new PeBaseRelocationTable(builder);
  }

  /** How many blocks there are. */
  public int blockCount() {
    return blockStart.length;
  }

  /** First byte of a block in the file: its header of eight bytes. */
  public long blockStart(int block) {
    return blockStart[block];
  }

  /** End of a block in the file, exclusive. */
  public long blockEnd(int block) {
    return blockEnd[block];
  }

  /** Row of the first entry of a block; of the end of the table for {@link #blockCount()}. */
  public int firstRow(int block) {
    return block == blockFirstRow.length ? place.length : blockFirstRow[block];
  }

  /** How many entries there are in all blocks. */
  public int count() {
    return place.length;
  }

  /** Address of the place relative to the image base. */
  public long rva(int row) {
    return place[row];
  }

  /** One of the {@code IMAGE_REL_BASED_} constants, raw if unknown. */
  public int type(int row) {
    return type[row];
  }

  /** First byte of an entry in the file; an entry has two bytes. */
  public long entryStart(int row) {
    return entryStart[row];
  }

  @Override
  public String toString() {
    return count() + " relocations in " + blockCount() + " blocks";
  }

  private static final class Builder {
    private final PeImage image;
    private final Bytes file;
    private final LongColumn blockStart = new LongColumn(0);
    private final IntColumn blockFirstRow = new IntColumn(0);
    private final LongColumn blockEnd = new LongColumn(0);
    private final LongColumn place = new LongColumn(0);
    private final ByteColumn type = new ByteColumn(0);
    private final LongColumn entryStart = new LongColumn(0);

    Builder(PeImage image) {
      this.image = image;
      this.file = image.file();
    }

    void block(long start, long end) {
      long page = file.u32(start);
      blockStart.add(start);
      blockEnd.add(end);
      blockFirstRow.add(place.count());
      for (long at = start + BLOCK_HEADER; at + 2 <= end; at += 2) {
        int entry = file.u16(at);
        place.add(page + (entry & 0xFFF));
        type.add((byte) (entry >>> 12));
        entryStart.add(at);
      }
    }

    void complain(long at, long size, long end) {
      if (size != 0) {
        image
            .diagnostics()
            .warn("pe.base_relocations", at, "a block of 8 to " + (end - at), size + " bytes");
      }
    }
  }
}
