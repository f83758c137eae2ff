package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.stream.CostCurve;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * A packed PE program: a first section without bytes, where it is unpacked to; a second one with
 * all memory of the original as one block, and behind that the stub; and what is not packed.
 */
final class UpxPe implements UpxContent {
  /** The header of UPX stands before the second section, or in its first bytes. */
  private static final int BEFORE = 64;

  private static final int SEARCHED = 1024;
  private static final int PE_OFFSET = 60;

  private final Bytes file;
  private final UpxHeader header;
  private final PeHeaders packed;
  private final UpxBlock block;
  private final List<PeResources.Kept> resources;
  private final long most;

  private UpxPe(
      Bytes file, UpxHeader header, PeHeaders packed, List<PeResources.Kept> kept, long most) {
    this.file = file;
    this.header = header;
    this.packed = packed;
    this.most = most;
    block =
        new UpxBlock(
            header.start() + UpxHeader.SIZE,
            (int) header.packedSize(),
            0,
            (int) header.unpackedSize(),
            header.method(),
            0,
            0);
    resources = apart(kept, stubEnd());
  }

  /** The header of UPX; empty if there is none that is sound. */
  static Optional<UpxHeader> header(Bytes file) {
    long start = searched(file);
    return start < 0
        ? Optional.empty()
        : UpxHeader.find(file, start, Math.min(file.length(), start + SEARCHED));
  }

  /** Where the mark of UPX stands, whether or not its header is sound; -1 if it does not. */
  static long start(Bytes file) {
    long start = searched(file);
    for (long at = Math.max(0, start); at < start + 2 * BEFORE; at++) {
      if (UpxHeader.isMark(file, at)) {
        return at;
      }
    }
    return -1;
  }

  private static long searched(Bytes file) {
    try {
      List<PeHeaders.Section> sections = headers(file).sections();
      boolean isLikely = sections.size() > 1 && sections.get(0).fileSize() == 0;
      long start = isLikely ? sections.get(1).fileStart() - BEFORE : -1;
      return start < file.length() ? Math.max(-1, start) : -1;
    } catch (IndexOutOfBoundsException | MalformedBinaryException e) {
      return -1;
    }
  }

  private static PeHeaders headers(Bytes file) {
    return new PeHeaders(file, file.withOrder(ByteOrder.LITTLE_ENDIAN).u32(PE_OFFSET));
  }

  /**
   * Reads where everything is.
   *
   * @param most bytes that may come out
   */
  static UpxPe read(Bytes file, UpxHeader header, long most) {
    try {
      PeHeaders packed = headers(file);
      long end = header.start() + UpxHeader.SIZE + header.packedSize();
      PeHeaders.Section data = packed.sections().get(1);
      if (header.packedSize() < 1
          || end > Math.min(file.length(), data.fileStart() + data.fileSize())
          || packed.start() > header.start()) {
        String found = header.packedSize() + " packed bytes";
        throw malformed("header", header.start(), "packed bytes of the section", found);
      }
      if (header.unpackedSize() > most || header.unpackedSize() < header.packedSize()) {
        throw new UnsupportedBinaryException(
            "UPX header",
            header.start(),
            header.packedSize() + " to " + most + " bytes unpacked",
            Long.toString(header.unpackedSize()));
      }
      return new UpxPe(file, header, packed, PeResources.kept(file, packed), most);
    } catch (IndexOutOfBoundsException e) {
      throw malformed("file", header.start(), "all that its headers tell of", e.getMessage());
    }
  }

  private static MalformedBinaryException malformed(
      String what, long at, String expected, @Nullable String found) {
    return new MalformedBinaryException("UPX " + what, at, expected, String.valueOf(found));
  }

  /** In their order, from a place on, none that lies in another. */
  private static List<PeResources.Kept> apart(List<PeResources.Kept> kept, long start) {
    List<PeResources.Kept> sorted = new ArrayList<>(kept);
    sorted.sort((a, b) -> Long.compare(a.start(), b.start()));
    List<PeResources.Kept> apart = new ArrayList<>();
    long end = start;
    for (PeResources.Kept one : sorted) {
      if (one.start() >= end && one.size() > 0) {
        apart.add(one);
        end = one.end();
      }
    }
    return apart;
  }

  private long stubEnd() {
    PeHeaders.Section data = packed.sections().get(1);
    return Math.min(file.length(), data.fileStart() + data.fileSize());
  }

  /** What is appended to the packed file was so to the original. */
  @Override
  public long end() {
    PeHeaders.Section last = packed.lastSection();
    long end = Math.max(stubEnd(), packed.aligned(last.fileStart() + last.fileSize()));
    for (PeResources.Kept resource : resources) {
      end = Math.max(end, resource.end());
    }
    return Math.min(file.length(), end);
  }

  @Override
  public List<UpxPart> parts() {
    List<UpxPart> parts = new ArrayList<>();
    parts.add(kept(0, packed.start()));
    // The version of UPX stands before its header, which may be in the section.
    long start = Math.min(header.start(), packed.sections().get(1).fileStart());
    start = Math.max(packed.start(), start);
    parts.add(new UpxPart(UpxPart.HEADERS, start, block.packedStart(), Kind.HEADERS));
    parts.add(new UpxPart(UpxPart.DATA, block.packedStart(), block.packedEnd(), Kind.OTHER));
    parts.add(new UpxPart(UpxPart.STUB, block.packedEnd(), stubEnd(), Kind.CODE));
    for (PeResources.Kept resource : resources) {
      parts.add(kept(resource.start(), resource.end()));
    }
    parts.add(kept(end(), file.length()));
    parts.removeIf(part -> part.start() == part.end());
    return parts;
  }

  private static UpxPart kept(long start, long end) {
    return new UpxPart(UpxPart.KEPT, start, end, Kind.OTHER);
  }

  @Override
  public Bytes unpack() {
    UpxChecksums sums = new UpxChecksums(header);
    sums.packed(file, block);
    byte[] content = decode(new CostCurve(new long[0]));
    sums.unpacked(content);
    sums.verify();
    try {
      PeImage image = new PeImage(content, packed);
      image.undo(header.filter(), header.filterParameter());
      PeImports.restore(image, file, packed);
      int relocations = PeRelocations.restore(image);
      PeExports.restore(image, file, packed);
      PeResources.restore(image, file, packed);
      return Bytes.of(write(image, relocations));
    } catch (IndexOutOfBoundsException e) {
      throw malformed("image", header.start(), "all that its tables tell of", e.getMessage());
    } catch (DataFormatException e) {
      throw malformed("image", header.start(), "code that was filtered", e.getMessage());
    }
  }

  private byte[] decode(CostCurve costs) {
    return BlockDecoder.restored(file, block, costs);
  }

  private byte[] write(PeImage image, int relocations) {
    PeLayout layout = layout(image);
    byte[] inside = new byte[(int) layout.size()];
    file.copy(0, inside, 0, (int) packed.start());
    int start = (int) packed.start();
    image.copy(image.headersAt(), inside, start, image.headers().wholeSize());
    for (PeLayout.Placed placed : layout.sections()) {
      int at = (int) placed.place();
      image.copy(image.at(placed.section().address()), inside, at, (int) placed.size());
    }
    int appended = (int) (file.length() - end());
    file.copy(end(), inside, inside.length - appended, appended);
    layout.patch(inside, packed, relocations);
    return inside;
  }

  private PeLayout layout(PeImage image) {
    return new PeLayout(image, packed.start(), file.length() - end(), most);
  }

  @Override
  public long[] costsBefore(long[] borders) {
    PeImage image = new PeImage(decode(new CostCurve(new long[0])), packed);
    List<PePiece> pieces = layout(image).pieces(resources);
    return PeCosts.before(pieces, borders, this::decode);
  }
}
