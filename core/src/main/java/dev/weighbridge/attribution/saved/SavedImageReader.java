package dev.weighbridge.attribution.saved;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.internal.packed.NameTable;
import dev.weighbridge.internal.packed.PackedReader;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the chunks of one image of a {@link SavedModel}, in their order. */
final class SavedImageReader {
  private final Vocabulary words;
  private final Diagnostics diagnostics;
  private final long fileSize;

  // readImage() comes first.
  @SuppressWarnings("NullAway.Init")
  private ImageBuilder image;

  private final List<SavedSegment> segments = new ArrayList<>();
  private int sections;
  private long[] runStart = {};
  private long[] runLength = {};
  private long[] runMember = {};

  SavedImageReader(Vocabulary words, Diagnostics diagnostics, long fileSize) {
    this.words = words;
    this.diagnostics = diagnostics;
    this.fileSize = fileSize;
  }

  void readImage(PackedReader in) {
    String name = in.text();
    String machineName = in.text("the name of a machine");
    int blank = machineName.indexOf(' ', 1);
    String architecture = blank < 0 ? machineName : machineName.substring(0, blank);
    String variant = blank < 0 ? "" : machineName.substring(blank + 1);
    int bits = in.u8();
    int flags = in.u8();
    long start = in.number("start of an image", fileSize);
    long size = in.number("bytes of an image", fileSize - start);
    boolean isLittleEndian = (flags & 1) != 0;
    ByteOrder order = isLittleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    image = ImageBuilder.withoutBytes(order, size, start, diagnostics);
    Machine machine = Machine.of(new Architecture(architecture), bits, isLittleEndian);
    image.name(name).machine(machine.withVariant(variant));
    if ((flags & 2) != 0) {
      image.relocatable();
    }
    readNames(in);
    int segmentCount = in.count("segments");
    for (int i = 0; i < segmentCount; i++) {
      segments.add(readSegment(in));
    }
    sections = in.count("sections");
    for (int i = 0; i < sections; i++) {
      readSection(in);
    }
    if (!in.isAtEnd()) {
      readUnits(in);
    }
    // Only files where some segment is loaded elsewhere than it runs, or with a map, have these.
    long[] loadAddress = in.isAtEnd() ? new long[0] : in.column(segmentCount);
    if (!in.isAtEnd() && in.u8() != 0) {
      image.membersOfMap();
    }
    for (int i = 0; i < segmentCount; i++) {
      SavedSegment row = segments.get(i);
      row.addTo(image, i < loadAddress.length ? loadAddress[i] : row.address());
    }
  }

  private void readUnits(PackedReader in) {
    int count = in.rows("units");
    for (int i = 0; i < count; i++) {
      byte[] name = in.text().getBytes(StandardCharsets.UTF_8);
      image.member(Bytes.of(name), 0, name.length, in.text());
    }
    int runs = in.rows("runs of symbols");
    runStart = in.column(runs, "start of a run", 0, Limits.MAX_ROWS);
    runLength = in.column(runs, "symbols of a run", 1, Limits.MAX_ROWS);
    runMember = in.column(runs, "unit", 0, count - 1L);
    int ranges = in.rows("ranges of units");
    long[] address = in.column(ranges);
    long[] size = in.column(ranges, "bytes of a range", 1, Long.MAX_VALUE);
    long[] unit = in.column(ranges, "unit", 0, count - 1L);
    for (int i = 0; i < ranges; i++) {
      image.rangeOf((int) unit[i], address[i], size[i]);
    }
  }

  private void readNames(PackedReader in) {
    String type = in.text();
    String identity = in.text();
    if (!type.isEmpty()) {
      image.identity(type, identity);
    }
    String debugFile = in.text();
    long checksum = in.signed();
    if (!debugFile.isEmpty()) {
      image.debugLink(debugFile, checksum);
    }
    int libraries = in.count("libraries");
    for (int i = 0; i < libraries; i++) {
      image.library(in.text());
    }
  }

  private static SavedSegment readSegment(PackedReader in) {
    String name = in.text();
    long start = in.number();
    long size = in.number();
    long address = in.number();
    long memorySize = in.number();
    boolean isLoaded = in.u8() != 0;
    return new SavedSegment(name, start, size, address, memorySize, isLoaded, in.text());
  }

  /** A segment of which the load address comes later. */
  private record SavedSegment(
      String name,
      long start,
      long size,
      long address,
      long memorySize,
      boolean isLoaded,
      String permissions) {
    void addTo(ImageBuilder image, long loadAddress) {
      image.segment(name, start, size, address, memorySize, isLoaded, permissions, loadAddress);
    }
  }

  private void readSection(PackedReader in) {
    String name = in.text();
    long start = in.number();
    long size = in.number();
    long address = in.number();
    long memorySize = in.number();
    long alignment = in.number();
    Kind kind = words.word(Kind.class, in.number());
    image.section(name, start, size, address, memorySize, alignment, kind, traits(in.number()));
  }

  private Set<SectionTrait> traits(long bits) {
    Set<SectionTrait> traits = EnumSet.noneOf(SectionTrait.class);
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      traits.add(words.word(SectionTrait.class, Long.numberOfTrailingZeros(rest)));
    }
    return traits;
  }

  /** Reads the symbols; returns which row stands for each, -1 where none does. */
  int[] readSymbols(PackedReader in) {
    NameTable names = NameTable.read(in);
    Bytes pool = names.pool();
    int rows = in.rows("symbols");
    long[] name = in.column(rows, "name", 0, names.count() - 1L);
    long[] address = in.column(rows);
    long[] memorySize = in.column(rows, "memory size", 0, Long.MAX_VALUE);
    long[] section = in.column(rows, "section", SymbolTable.NO_SECTION, sections - 1L);
    long[] type = in.column(rows);
    long[] binding = in.column(rows);
    long[] source = in.column(rows);
    long[] canonical = in.column(rows);
    int[] representatives = new int[rows];
    image.reserve(rows, 0, 0);
    int run = 0;
    for (int row = 0; row < rows; row++) {
      Work.checkAt(row);
      run = openUnit(row, run);
      image.symbol(
          address[row],
          memorySize[row],
          (int) section[row],
          words.word(SymbolType.class, type[row]),
          words.word(SymbolBinding.class, binding[row]),
          words.word(SymbolSource.class, source[row]),
          pool,
          names.start((int) name[row]),
          names.length((int) name[row]));
      representatives[row] = representative(in, row, rows, canonical[row]);
    }
    return representatives;
  }

  /** Says of which unit the symbols from a row on are, if that changes; returns the next run. */
  private int openUnit(int row, int run) {
    if (run > 0 && row == runStart[run - 1] + runLength[run - 1]) {
      image.symbolsOf(-1);
    }
    if (run < runStart.length && row == runStart[run]) {
      image.symbolsOf((int) runMember[run]);
      return run + 1;
    }
    return run;
  }

  private static int representative(PackedReader in, int row, int rows, long distance) {
    if (distance == 0) {
      return -1;
    }
    if (distance < -row || distance > rows - row) {
      throw in.malformed("a distance to one of " + rows + " symbols", Long.toString(distance));
    }
    return (int) (distance < 0 ? row + distance : row + distance - 1);
  }

  void readFunctions(PackedReader in) {
    int rows = in.rows("functions");
    long[] address = in.column(rows);
    long[] memorySize = in.column(rows, "memory size", 1, Long.MAX_VALUE);
    long[] start = in.column(rows, "start of a function", -1, fileSize - 1);
    long[] evidence = in.column(rows);
    long[] before = in.column(rows);
    for (int row = 0; row < rows; row++) {
      Work.checkAt(row);
      ExtentEvidence word = words.word(ExtentEvidence.class, evidence[row]);
      image.piece(address[row], memorySize[row], start[row], word, address[row] - before[row]);
    }
  }

  BinaryImage build() {
    return image.build();
  }
}
