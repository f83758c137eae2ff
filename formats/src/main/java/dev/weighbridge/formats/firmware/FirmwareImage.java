package dev.weighbridge.formats.firmware;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an image writes to which addresses. Immutable. */
public final class FirmwareImage {
  /**
   * Bytes that follow each other.
   *
   * @param address of the first one; in a raw image how far it is from the start
   * @param bytes one or more
   */
  public record Block(long address, Bytes bytes) {
    /** Refuses null. */
    public Block {
      Objects.requireNonNull(bytes, "bytes");
    }

    /** The address behind the last byte. */
    public long end() {
      return address + bytes.length();
    }
  }

  private final FirmwareFormat format;
  private final List<Block> blocks;
  private final long fileSize;

  private FirmwareImage(FirmwareFormat format, List<Block> blocks, long fileSize) {
    this.format = format;
    this.blocks = List.copyOf(blocks);
    this.fileSize = fileSize;
  }

  /** How it is written down. */
  public FirmwareFormat format() {
    return format;
  }

  /** The bytes by ascending address; no block touches the next. */
  public List<Block> blocks() {
    return blocks;
  }

  /** Whether it says at which addresses its bytes lie. */
  public boolean hasAddresses() {
    return format != FirmwareFormat.RAW;
  }

  /** How many bytes it writes. */
  public long size() {
    return blocks.stream().mapToLong(block -> block.bytes().length()).sum();
  }

  /** How many bytes the file has. */
  public long fileSize() {
    return fileSize;
  }

  /** The same bytes at other addresses. */
  public FirmwareImage at(long base) {
    List<Block> moved = new ArrayList<>();
    blocks.forEach(block -> moved.add(new Block(block.address() + base, block.bytes())));
    return new FirmwareImage(format, moved, fileSize);
  }

  @Override
  public String toString() {
    return format + ", " + blocks.size() + " blocks";
  }

  /** An image while it is read. */
  static final class Builder {
    private final String name;
    private final LongColumn address = new LongColumn(0);
    private final List<Bytes> parts = new ArrayList<>();

    Builder(String name) {
      this.name = name;
    }

    /** Adds bytes at an address; none are nothing. */
    void add(long start, Bytes bytes) {
      if (bytes.length() > 0) {
        address.add(start);
        parts.add(bytes);
      }
    }

    FirmwareImage build(FirmwareFormat format, long fileSize) {
      if (parts.isEmpty()) {
        String expected = "an image of " + format.title() + " with data in it";
        throw new MalformedBinaryException(name, -1, expected, "none");
      }
      long[] starts = address.freeze();
      List<Block> blocks = new ArrayList<>();
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      long first = 0;
      for (int part : Order.ascending(starts, starts.length)) {
        long end = first + joined.size();
        if (joined.size() > 0 && starts[part] < end) {
          String found = "another at 0x" + Long.toHexString(starts[part]);
          throw new MalformedBinaryException(name, -1, "one byte for each address", found);
        }
        if (joined.size() > 0 && starts[part] > end) {
          blocks.add(new Block(first, Bytes.of(joined.toByteArray())));
          joined.reset();
        }
        first = joined.size() == 0 ? starts[part] : first;
        Bytes bytes = parts.get(part);
        joined.writeBytes(bytes.toArray(0, bytes.length()));
      }
      blocks.add(new Block(first, Bytes.of(joined.toByteArray())));
      return new FirmwareImage(format, blocks, fileSize);
    }
  }
}
