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

/**
 * Finds the parts of a packed ELF program: a short header of its own, blocks for each segment of
 * the original, the stub that unpacks them, blocks for what no segment holds, an end mark, and the
 * header with the checksums.
 */
final class UpxElf {
  private static final int PT_LOAD = 1;
  private static final int PT_DYNAMIC = 2;
  private static final int LOADER_INFO = 12;

  /** Bytes of {@code l_info} before its mark. */
  private static final int BEFORE_MARK = 4;

  private static final int PROGRAM_INFO = 12;
  private static final int BLOCK_HEADER = 12;
  private static final int OFFSET = 4;

  /**
   * Between the end mark and the header stand at most sections of the packed file itself, and
   * behind the header zeros.
   */
  private static final int MOST_BETWEEN = 4096;

  /** Block headers looked at while the end of the stub is searched: a bound for damaged files. */
  private static final int MOST_TRIES = 1 << 22;

  private final Bytes file;
  private final boolean is64;
  private final UpxHeader header;
  private final long dataStart;
  private final List<UpxBlock> blocks = new ArrayList<>();
  private final List<UpxPart> parts = new ArrayList<>();

  /** Bytes of the original file that a segment holds. */
  private record Extent(long start, long end) {}

  private UpxElf(Bytes file, UpxHeader header, long dataStart) {
    this.file = file;
    this.header = header;
    this.dataStart = dataStart;
    is64 = file.u8(4) == 2;
  }

  /**
   * The header at the end of a packed ELF file, behind which only its offset and zeros follow, or
   * before what somebody has appended to it.
   */
  static Optional<UpxHeader> header(Bytes elf) {
    long last = elf.length() - 1;
    long zeros = Math.max(0, last - MOST_BETWEEN);
    while (last > zeros && elf.u8(last) == 0) {
      last--;
    }
    long from = Math.max(0, last + 1 - UpxHeader.SIZE - OFFSET);
    Optional<UpxHeader> atEnd = UpxHeader.find(elf, from, last + 1);
    long info = usualStart(elf);
    if (atEnd.isPresent() || info < 0 || !elf.contains(info, LOADER_INFO + PROGRAM_INFO)) {
      return atEnd;
    }
    long size = ordered(elf).u32(info + LOADER_INFO + 4);
    return UpxHeader.find(elf, info + LOADER_INFO, last).filter(found -> found.fileSize() == size);
  }

  /**
   * Where what UPX has made of an ELF file begins, whether or not it is sound: where the header
   * says, or behind the program headers; -1 if its mark is in neither place.
   */
  static long start(Bytes elf, Optional<UpxHeader> header) {
    long told = header.map(found -> dataStart(elf, found)).orElse(-1L) - LOADER_INFO;
    return UpxHeader.isMark(elf, told + BEFORE_MARK) ? told : usualStart(elf);
  }

  private static long usualStart(Bytes elf) {
    Bytes bytes = ordered(elf);
    boolean is64 = elf.u8(4) == 2;
    long table = is64 ? bytes.i64(32) : bytes.u32(28);
    long start = table + (long) bytes.u16(is64 ? 56 : 44) * (is64 ? 56 : 32);
    return UpxHeader.isMark(elf, start + BEFORE_MARK) ? start : -1;
  }

  /**
   * Reads where everything is.
   *
   * @throws MalformedBinaryException if the headers of UPX contradict each other
   * @throws UnsupportedBinaryException if it is packed in a way that is not known
   */
  static UpxLayout read(Bytes elf, UpxHeader header) {
    return new UpxElf(ordered(elf), header, dataStart(elf, header)).layout();
  }

  private static Bytes ordered(Bytes elf) {
    return elf.withOrder(elf.u8(5) == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /** Where packed data begin, as is said behind the header; -1 if the file ends before that. */
  private static long dataStart(Bytes elf, UpxHeader header) {
    long behind = header.start() + UpxHeader.SIZE;
    return elf.contains(behind, OFFSET) ? ordered(elf).u32(behind) : -1;
  }

  private UpxLayout layout() {
    requireProgram();
    long info = dataStart - LOADER_INFO;
    if (info < 0
        || !file.contains(info, LOADER_INFO + PROGRAM_INFO)
        || !UpxHeader.isMark(file, info + 4)) {
      throw malformed("l_info", Math.max(0, info), "the mark UPX!", "none");
    }
    parts.add(part(UpxPart.HEADERS, info, dataStart + PROGRAM_INFO));
    long size = file.u32(dataStart + 4);
    if (size != header.fileSize()) {
      throw malformed("p_info", dataStart, header.fileSize() + " bytes", size + " bytes");
    }
    List<Extent> loads = loads(original(dataStart + PROGRAM_INFO));
    long at = dataStart + PROGRAM_INFO;
    for (Extent load : loads) {
      at = extent(at, load);
    }
    long end = endMark();
    List<Extent> gaps = gaps(loads, size);
    long stubEnd = stubEnd(at, end, gaps);
    parts.add(new UpxPart(UpxPart.STUB, at, stubEnd, Kind.CODE));
    at = stubEnd;
    for (Extent gap : gaps) {
      at = extent(at, gap);
    }
    parts.add(part(UpxPart.HEADERS, end, end + BLOCK_HEADER));
    long last = header.start() + UpxHeader.SIZE + OFFSET;
    parts.add(part(UpxPart.HEADERS, header.start(), Math.min(last, file.length())));
    requireWhole(size);
    return new UpxLayout(blocks, size, parts);
  }

  private void requireWhole(long size) {
    List<UpxBlock> sorted = new ArrayList<>(blocks);
    sorted.sort((a, b) -> Long.compare(a.place(), b.place()));
    long end = 0;
    for (UpxBlock block : sorted) {
      if (block.place() != end) {
        throw new UnsupportedBinaryException(
            "UPX block", block.packedStart(), "data for " + end, "for " + block.place());
      }
      end += block.size();
    }
    if (end != size) {
      throw malformed("blocks", dataStart, size + " bytes", Long.toString(end));
    }
  }

  private void requireProgram() {
    long table = is64 ? file.i64(32) : file.u32(28);
    int count = file.u16(is64 ? 56 : 44);
    int row = is64 ? 56 : 32;
    for (int i = 0; i < count && file.contains(table, (long) row * (i + 1)); i++) {
      if (file.u32(table + (long) row * i) == PT_DYNAMIC) {
        throw new UnsupportedBinaryException(
            "UPX", header.start(), "a packed program", "a packed shared library");
      }
    }
  }

  private static UpxPart part(String label, long start, long end) {
    return new UpxPart(label, start, end, Kind.HEADERS);
  }

  /** What comes out of the first block: the file header and the program headers. */
  private Bytes original(long at) {
    UpxBlock first = block(at, 0, header.fileSize());
    try {
      byte[] bytes = BlockDecoder.restore(file, first, new CostCurve(new long[0]));
      return Bytes.of(bytes).withOrder(file.order());
    } catch (DataFormatException e) {
      String found = String.valueOf(e.getMessage());
      throw malformed("first block", at, "packed headers", found);
    }
  }

  private List<Extent> loads(Bytes original) {
    int head = is64 ? 64 : 52;
    int row = is64 ? 56 : 32;
    int count = original.contains(0, head) ? original.u16(is64 ? 56 : 44) : 0;
    List<Extent> loads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long at = head + (long) row * i;
      if (!original.contains(at, row)) {
        throw malformed("first block", -1, count + " program headers", "fewer");
      }
      if (original.u32(at) == PT_LOAD) {
        long start = is64 ? original.i64(at + 8) : original.u32(at + 4);
        long size = is64 ? original.i64(at + 32) : original.u32(at + 16);
        if (start < 0 || size < 0 || start > header.fileSize() - size) {
          throw malformed("first block", -1, "segments inside the file", "one outside");
        }
        loads.add(new Extent(start, start + size));
      }
    }
    if (loads.isEmpty()) {
      throw malformed("first block", -1, "program headers", "no segment");
    }
    return loads;
  }

  /** What no segment holds: behind each of them, up to where the next in the file begins. */
  private static List<Extent> gaps(List<Extent> loads, long size) {
    List<Extent> gaps = new ArrayList<>();
    for (Extent load : loads) {
      long end = size;
      for (Extent other : loads) {
        if (other.start() >= load.end() && other.start() > load.start()) {
          end = Math.min(end, other.start());
        }
      }
      if (end > load.end()) {
        gaps.add(new Extent(load.end(), end));
      }
    }
    return gaps;
  }

  /** Reads the blocks of an extent and returns where the last one ends. */
  private long extent(long start, Extent extent) {
    long at = start;
    long place = extent.start();
    while (place < extent.end()) {
      UpxBlock block = block(at, place, extent.end() - place);
      parts.add(part(UpxPart.HEADERS, at, block.packedStart()));
      parts.add(new UpxPart(UpxPart.DATA, block.packedStart(), block.packedEnd(), Kind.OTHER));
      blocks.add(block);
      place += block.size();
      at = block.packedEnd();
    }
    return at;
  }

  private UpxBlock block(long at, long place, long most) {
    UpxBlock block = blockOrNone(at, place);
    if (block.size() <= 0 || block.size() > most) {
      throw malformed("b_info", at, "1 to " + most + " bytes", Long.toString(block.size()));
    }
    if (block.packedSize() <= 0
        || block.packedSize() > block.size()
        || block.packedEnd() > header.start()) {
      throw malformed("b_info", at, "packed bytes of the file", block.packedSize() + " of them");
    }
    return block;
  }

  private UpxBlock blockOrNone(long at, long place) {
    if (at < 0 || !file.contains(at, BLOCK_HEADER)) {
      return new UpxBlock(at, 0, place, 0, 0, 0, 0);
    }
    int size = file.i32(at);
    int packed = file.i32(at + 4);
    return new UpxBlock(
        at + BLOCK_HEADER, packed, place, size, file.u8(at + 8), file.u8(at + 9), file.u8(at + 10));
  }

  /** Where the block header is that says 0 bytes: close before the header of the file. */
  private long endMark() {
    long last = header.start() - BLOCK_HEADER;
    for (long at = last; at >= Math.max(0, last - MOST_BETWEEN); at--) {
      if (file.u32(at) == 0 && UpxHeader.isMark(file, at + 4) && file.u32(at + 8) == 0) {
        return at;
      }
    }
    throw malformed("end mark", header.start(), "one before it", "none");
  }

  /**
   * Where the stub ends: nothing says it in all versions, so it is where blocks of the right sizes
   * begin that end at the end mark.
   */
  private long stubEnd(long start, long end, List<Extent> gaps) {
    if (gaps.isEmpty()) {
      return end;
    }
    int tries = 0;
    for (long stub = start; stub < end; stub++) {
      long at = stub;
      for (Extent gap : gaps) {
        long left = gap.end() - gap.start();
        while (left > 0 && at >= 0 && tries++ < MOST_TRIES) {
          UpxBlock block = blockOrNone(at, 0);
          boolean isPossible =
              block.size() > 0
                  && block.size() <= left
                  && block.packedSize() > 0
                  && block.packedSize() <= block.size()
                  && block.packedEnd() <= end;
          left -= block.size();
          at = isPossible ? block.packedEnd() : -1;
        }
      }
      if (at == end) {
        return stub;
      }
    }
    throw malformed("UPX stub", start, "packed data behind it", "none");
  }

  private static MalformedBinaryException malformed(
      String what, long at, String expected, String found) {
    return new MalformedBinaryException("UPX " + what, at, expected, found);
  }
}
