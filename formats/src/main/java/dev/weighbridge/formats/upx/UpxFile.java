package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.stream.CostCurve;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;

/** A program that UPX has packed, known by its headers and their checksum, not by a mark alone. */
public final class UpxFile {
  private static final int ELF = 0x7F454C46;

  private final Bytes file;
  private final UpxHeader header;
  private final UpxLayout layout;

  private UpxFile(Bytes file, UpxHeader header, UpxLayout layout) {
    this.file = file;
    this.header = header;
    this.layout = layout;
  }

  /** The header of UPX in an ELF file; empty if it has none, and then it is not packed by UPX. */
  public static Optional<UpxHeader> header(Bytes file) {
    return isElf(file) ? UpxElf.header(file) : Optional.empty();
  }

  private static boolean isElf(Bytes file) {
    return file.length() > 64 && file.withOrder(ByteOrder.BIG_ENDIAN).i32(0) == ELF;
  }

  /**
   * Where what UPX has made of a file begins, whether or not it is sound: at the first of its
   * marks, which stands behind the headers of the format; -1 if there is none.
   */
  public static long start(Bytes file) {
    return isElf(file) ? UpxElf.start(file, UpxElf.header(file)) : -1;
  }

  /**
   * The packed program; empty if the file is none.
   *
   * @throws MalformedBinaryException if its headers contradict each other
   * @throws UnsupportedBinaryException if it is packed in a way that is not known, or unpacks to
   *     more than {@link Limits#MAX_UPX_UNPACKED}
   */
  public static Optional<UpxFile> of(Bytes file) {
    return header(file).map(header -> of(file, header));
  }

  private static UpxFile of(Bytes file, UpxHeader header) {
    long room = Math.min(Limits.MAX_UPX_UNPACKED, Runtime.getRuntime().maxMemory() / 4);
    long most = Math.min(room, Limits.MAX_COMPRESSION_RATIO * file.length());
    if (header.fileSize() > most) {
      throw new UnsupportedBinaryException(
          "UPX header",
          header.start(),
          "at most " + most + " bytes unpacked",
          header.fileSize() + "");
    }
    return new UpxFile(file, header, UpxElf.read(file, header));
  }

  /** What it says of itself. */
  public UpxHeader header() {
    return header;
  }

  /** What all but headers of the executable format are, in the order of the file. */
  public List<UpxPart> parts() {
    return layout.parts();
  }

  /** Bytes of the packed file. */
  public long size() {
    return file.length();
  }

  /** {@link #parts}, and what lies around them: together all of the file, in its order. */
  public List<UpxPart> allParts() {
    List<UpxPart> all = new ArrayList<>();
    long end = 0;
    for (UpxPart part : parts()) {
      if (part.start() > end) {
        all.add(new UpxPart(UpxPart.HEADERS, end, part.start(), Kind.HEADERS));
      }
      all.add(part);
      end = part.end();
    }
    if (end < file.length()) {
      all.add(rest(end, file.length()));
    }
    return all;
  }

  private UpxPart rest(long start, long end) {
    for (long at = start; at < end; at++) {
      if (file.u8(at) != 0) {
        return new UpxPart("appended data", start, end, Kind.OTHER);
      }
    }
    return new UpxPart("padding", start, end, Kind.PADDING);
  }

  /**
   * The program as it was before it was packed, its checksums verified.
   *
   * @throws MalformedBinaryException if data are damaged or a checksum is of other data
   */
  public Bytes unpack() {
    Adler32 packed = new Adler32();
    Adler32 unpacked = new Adler32();
    byte[] inside = new byte[(int) layout.size()];
    byte[] data = new byte[0];
    for (UpxBlock block : layout.blocks()) {
      data = data.length < block.packedSize() ? new byte[block.packedSize()] : data;
      file.copy(block.packedStart(), data, 0, block.packedSize());
      packed.update(data, 0, block.packedSize());
      byte[] out = restore(block, new CostCurve(new long[0]));
      unpacked.update(out);
      System.arraycopy(out, 0, inside, (int) block.place(), out.length);
    }
    require("packed data", header.packedAdler(), packed);
    require("unpacked data", header.unpackedAdler(), unpacked);
    return Bytes.of(inside);
  }

  private void require(String what, int expected, Adler32 found) {
    if (expected != (int) found.getValue()) {
      throw new MalformedBinaryException(
          "UPX checksum of " + what,
          header.start(),
          String.format(Locale.ROOT, "0x%08x", expected),
          String.format(Locale.ROOT, "0x%08x", found.getValue()));
    }
  }

  private byte[] restore(UpxBlock block, CostCurve costs) {
    try {
      return BlockDecoder.restore(file, block, costs);
    } catch (DataFormatException e) {
      String found = String.valueOf(e.getMessage());
      throw new MalformedBinaryException("UPX block", block.packedStart(), "packed data", found);
    }
  }

  /**
   * The bits of packed data that make all bytes of the unpacked program before each of some places,
   * in parts of a bit as {@link CostCurve#BIT} has them. All bytes together have all packed data.
   *
   * @param borders ascending places in the unpacked program
   */
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
      restore(block, costs);
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
