package dev.weighbridge.formats.upx;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.stream.CostCurve;
import dev.weighbridge.formats.stream.RawLzma;
import java.util.zip.DataFormatException;

/** Restores single blocks. */
final class BlockDecoder {
  private static final int LZMA = 14;

  private BlockDecoder() {}

  /**
   * What comes out of a block, its filter undone.
   *
   * @param costs what each byte costs; all of the block is shared by what comes out
   * @throws DataFormatException if the data are damaged, or their method or filter is not known
   */
  static byte[] restore(Bytes file, UpxBlock block, CostCurve costs) throws DataFormatException {
    byte[] out = new byte[block.size()];
    costs.beginBlock();
    if (block.isStored()) {
      file.copy(block.packedStart(), out, 0, out.length);
      costs.add(out.length, 8 * BIT * out.length);
    } else if (block.method() == LZMA) {
      lzma(file, block, out, costs);
    } else if (NrvDecoder.knows(block.method())) {
      long start = block.packedStart();
      NrvDecoder.restore(block.method(), file, start, block.packedEnd(), out, costs);
    } else {
      String what = "method " + block.method() + ", which is not known";
      throw new DataFormatException(what);
    }
    costs.endBlock(8 * BIT * block.packedSize());
    if (!block.isStored()) {
      UpxFilter.undo(block.filter(), block.filterParameter(), 0, out);
    }
    return out;
  }

  /**
   * The same of a block that nobody expects to be damaged.
   *
   * @throws MalformedBinaryException if it is
   */
  static byte[] restored(Bytes file, UpxBlock block, CostCurve costs) {
    try {
      return restore(file, block, costs);
    } catch (DataFormatException e) {
      String found = String.valueOf(e.getMessage());
      throw new MalformedBinaryException("UPX block", block.packedStart(), "packed data", found);
    }
  }

  /** Two bytes tell the properties: lc + lp and pb, then lp and lc. */
  private static void lzma(Bytes file, UpxBlock block, byte[] out, CostCurve costs)
      throws DataFormatException {
    if (block.packedSize() < 2) {
      throw new DataFormatException("the end in the middle");
    }
    long start = block.packedStart();
    int first = file.u8(start);
    int second = file.u8(start + 1);
    int placeBits = first & 7;
    int literalPlaceBits = second >> 4;
    int contextBits = second & 15;
    if (first >> 3 != contextBits + literalPlaceBits || contextBits > 8 || literalPlaceBits > 4) {
      throw new DataFormatException("LZMA properties " + first + " and " + second);
    }
    int properties = (placeBits * 5 + literalPlaceBits) * 9 + contextBits;
    RawLzma.restore(file, start + 2, block.packedEnd(), properties, out, costs);
  }
}
