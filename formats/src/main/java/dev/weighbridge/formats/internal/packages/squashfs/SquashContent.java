package dev.weighbridge.formats.internal.packages.squashfs;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.SampledShares;
import java.io.IOException;
import java.util.Arrays;

/** The contents of a file of squashfs: its blocks, and what of it is in a fragment. */
final class SquashContent extends ContentStream {
  private final SquashBlocks blocks;
  private final SquashFile file;
  private final long[] costs;
  private byte[] block = new byte[0];
  private int taken;
  private int next;
  private long place;
  private long done;

  /**
   * Contents.
   *
   * @param costs bytes of the outer file for each block, and behind them for the fragment
   */
  SquashContent(SquashBlocks blocks, SquashFile file, long[] costs) {
    this.blocks = blocks;
    this.file = file;
    this.costs = costs;
    place = file.start();
  }

  @Override
  protected int fill(byte[] target, int start, int count) throws IOException {
    while (taken == block.length) {
      if (next > 0) {
        done += costs[next - 1];
      }
      boolean hasMore =
          next < file.blocks().count() || (next == file.blocks().count() && hasTail());
      block = hasMore ? read(next) : new byte[0];
      taken = 0;
      if (!hasMore) {
        next = 0;
        place = file.start();
        return -1;
      }
      next++;
    }
    int part = Math.min(count, block.length - taken);
    System.arraycopy(block, taken, target, start, part);
    taken += part;
    return part;
  }

  private boolean hasTail() {
    return file.fragment() >= 0;
  }

  private byte[] read(int index) throws IOException {
    if (index == file.blocks().count()) {
      return tail();
    }
    byte[] read = blocks.block(file, index, place);
    place += file.blocks().size(index);
    return read;
  }

  private byte[] tail() throws IOException {
    byte[] fragment = blocks.fragment(file.fragment());
    long end = file.tailStart() + file.tailSize(blocks.blockSize());
    if (end > fragment.length) {
      throw blocks.malformed("a fragment of " + end + " bytes", fragment.length + " bytes");
    }
    return Arrays.copyOfRange(fragment, (int) file.tailStart(), (int) end);
  }

  @Override
  public long used() {
    return next == 0 ? done : done + SampledShares.between(costs[next - 1], taken, block.length);
  }
}
