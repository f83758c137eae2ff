package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.stream.CostCurve;
import java.util.ArrayList;
import java.util.List;

/** Content that is packed in blocks, of which each belongs to one place in the unpacked file. */
final class UpxBlocks implements UpxContent {
  private final Bytes file;
  private final UpxHeader header;
  private final UpxLayout layout;

  UpxBlocks(Bytes file, UpxHeader header, UpxLayout layout) {
    this.file = file;
    this.header = header;
    this.layout = layout;
  }

  @Override
  public List<UpxPart> parts() {
    return layout.parts();
  }

  @Override
  public long end() {
    return parts().get(parts().size() - 1).end();
  }

  @Override
  public Bytes unpack() {
    UpxChecksums sums = new UpxChecksums(header);
    byte[] inside = new byte[(int) layout.size()];
    for (UpxBlock block : layout.blocks()) {
      sums.packed(file, block);
      byte[] out = BlockDecoder.restored(file, block, new CostCurve(new long[0]));
      sums.unpacked(out);
      System.arraycopy(out, 0, inside, (int) block.place(), out.length);
    }
    sums.verify();
    return Bytes.of(inside);
  }

  @Override
  public long[] costsBefore(long[] borders) {
    List<UpxBlock> blocks = new ArrayList<>(layout.blocks());
    blocks.sort((a, b) -> Long.compare(a.place(), b.place()));
    long[] before = new long[borders.length];
    long total = 0;
    int border = 0;
    for (UpxBlock block : blocks) {
      int first = border;
      while (border < borders.length && borders[border] < block.place() + block.size()) {
        border++;
      }
      long[] inside = new long[border - first];
      for (int i = 0; i < inside.length; i++) {
        inside[i] = Math.max(0, borders[first + i] - block.place());
      }
      CostCurve costs = new CostCurve(inside);
      BlockDecoder.restored(file, block, costs);
      for (int i = 0; i < inside.length; i++) {
        before[first + i] = total + costs.before(i);
      }
      total += 8 * CostCurve.BIT * block.packedSize();
    }
    for (; border < borders.length; border++) {
      before[border] = total;
    }
    return before;
  }
}
