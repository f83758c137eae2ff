package dev.weighbridge.formats.upx;

import java.util.List;

/**
 * Where a packed file has what.
 *
 * @param blocks in the order of the file
 * @param size bytes of the unpacked file
 * @param parts what all but headers of the executable format are, in the order of the file
 */
record UpxLayout(List<UpxBlock> blocks, long size, List<UpxPart> parts) {
  UpxLayout {
    blocks = List.copyOf(blocks);
    parts = List.copyOf(parts);
  }
}
