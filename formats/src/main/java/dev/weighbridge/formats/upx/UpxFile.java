package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.HeapShare;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.stream.CostCurve;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program that UPX has packed, known by its headers and their checksum, not by a mark alone. */
public final class UpxFile {
  private static final int ELF = 0x7F454C46;

  private final Bytes file;
  private final UpxHeader header;
  private final UpxContent content;

  private UpxFile(Bytes file, UpxHeader header, UpxContent content) {
    this.file = file;
    this.header = header;
    this.content = content;
  }

  /** The header of UPX in a file; empty if it has none, and then it is not packed by UPX. */
  public static Optional<UpxHeader> header(Bytes file) {
    if (isElf(file)) {
      return UpxElf.header(file);
    }
    return isPe(file) ? UpxPe.header(file) : Optional.empty();
  }

  private static boolean isElf(Bytes file) {
    return file.length() > 64 && file.withOrder(ByteOrder.BIG_ENDIAN).i32(0) == ELF;
  }

  private static boolean isPe(Bytes file) {
    return file.length() > 64 && file.u8(0) == 'M' && file.u8(1) == 'Z';
  }

  /**
   * Where what UPX has made of a file begins, whether or not it is sound: at the first of its
   * marks, which stands behind the headers of the format; -1 if there is none.
   */
  public static long start(Bytes file) {
    if (isElf(file)) {
      return UpxElf.start(file, UpxElf.header(file));
    }
    return isPe(file) ? UpxPe.start(file) : -1;
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
    HeapShare room = HeapShare.of(Limits.MAX_UPX_UNPACKED, 4);
    long most = Math.min(room.bytes(), Limits.MAX_COMPRESSION_RATIO * file.length());
    if (header.fileSize() > most) {
      throw new UnsupportedBinaryException(
          "UPX header",
          header.start(),
          "at most " + most + " bytes unpacked" + (most == room.bytes() ? room.why() : ""),
          header.fileSize() + "");
    }
    UpxContent content =
        isElf(file)
            ? new UpxBlocks(file, header, UpxElf.read(file, header))
            : UpxPe.read(file, header, most);
    return new UpxFile(file, header, content);
  }

  /** What it says of itself. */
  public UpxHeader header() {
    return header;
  }

  /** What all but headers of the executable format are, in the order of the file. */
  public List<UpxPart> parts() {
    return content.parts();
  }

  /** Bytes of the packed file. */
  public long size() {
    return file.length();
  }

  /** {@link #parts}, and what lies around them: together all of the file, in its order. */
  public List<UpxPart> allParts() {
    List<UpxPart> all = new ArrayList<>();
    long told = 0;
    for (UpxPart part : parts()) {
      if (part.start() > told) {
        all.add(headers(told, part.start()));
      }
      all.add(part);
      told = part.end();
    }
    if (told < content.end()) {
      all.add(headers(told, content.end()));
      told = content.end();
    }
    if (told < file.length()) {
      all.add(rest(told, file.length()));
    }
    return all;
  }

  private static UpxPart headers(long start, long end) {
    return new UpxPart(UpxPart.HEADERS, start, end, Kind.HEADERS);
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
    return content.unpack();
  }

  /**
   * The bits of packed data that make all bytes of the unpacked program before each of some places,
   * in parts of a bit as {@link CostCurve#BIT} has them. All bytes together have all packed data.
   *
   * @param borders ascending places in the unpacked program
   */
  public long[] costsBefore(long[] borders) {
    return content.costsBefore(borders);
  }
}
