package dev.weighbridge.attribution.saved;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.claim.ImagePlaces;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostic.Severity;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.internal.packed.PackedReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Reads a {@link SavedModel}. Each number is checked where it is used, because a hostile file can
 * carry a right checksum; the checksum at its end is for accidents.
 */
public final class SavedModelReader {
  private final Bytes bytes;
  private long at;
  private long tagAt;
  private long fileSize;

  // read() fills it before any image or span.
  @SuppressWarnings("NullAway.Init")
  private Vocabulary words;

  private SavedModelReader(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a saved model.
   *
   * @throws UnsupportedBinaryException if a later version wrote it
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if anything in it is damaged
   */
  public static Attribution read(Bytes file) {
    return new SavedModelReader(file).read();
  }

  private Attribution read() {
    int version = begin();
    PackedReader file = chunk(SavedModel.FILE);
    String name = file.text();
    String format = file.text();
    fileSize = file.number("bytes of the file", Long.MAX_VALUE);
    Diagnostics diagnostics = diagnostics(file);
    int imageCount = (int) file.number("images", Math.min(bytes.length(), Limits.MAX_ROWS));
    SavedModel model = new SavedModel(version, file.isAtEnd() ? List.of() : regions(file));
    words = Vocabulary.read(chunk(SavedModel.WORDS));
    List<BinaryImage> images = new ArrayList<>();
    List<int[]> canonical = new ArrayList<>();
    for (int row = 0; row < imageCount; row++) {
      SavedImageReader image = new SavedImageReader(words, diagnostics, fileSize);
      image.readImage(chunk(SavedModel.IMAGE));
      canonical.add(image.readSymbols(chunk(SavedModel.SYMBOLS)));
      image.readFunctions(chunk(SavedModel.FUNCTIONS));
      images.add(image.build());
    }
    BinaryFile facts =
        BinaryFile.withoutBytes(name, format, fileSize, model, images, diagnostics.list());
    Owners owners = owners(chunk(SavedModel.OWNERS), images, canonical);
    Partition partition = partition(chunk(SavedModel.SPANS), facts, owners);
    int[] bodies = bodies(chunk(SavedModel.BODIES), owners);
    Map<String, long[][]> answers = new HashMap<>();
    while (nextTag().equals(SavedModel.ANSWER)) {
      readAnswer(chunk(SavedModel.ANSWER), answers);
    }
    checkSum(chunk(SavedModel.END));
    return Attribution.withoutBytes(facts, partition, owners, maps(facts), bodies, answers);
  }

  private String nextTag() {
    PackedReader header = new PackedReader(bytes, at, bytes.length(), "model." + SavedModel.END);
    return tag(header);
  }

  private static String tag(PackedReader header) {
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i < SavedModel.TAG_LENGTH; i++) {
      tag.append((char) header.u8());
    }
    return tag.toString();
  }

  private static void readAnswer(PackedReader in, Map<String, long[][]> answers) {
    String name = in.text();
    long[][] columns = new long[in.count("columns")][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = in.column(in.rows("rows of an answer"));
    }
    answers.put(name, columns);
  }

  private int begin() {
    at = SavedModel.magic().length;
    PackedReader header = new PackedReader(bytes, at, bytes.length(), "model.version");
    long version = header.number();
    at = header.position();
    if (version < 1 || version > SavedModel.VERSION) {
      throw new UnsupportedBinaryException(
          "model.version",
          SavedModel.magic().length,
          "1 to " + SavedModel.VERSION + ", which this version of Weighbridge reads",
          Long.toUnsignedString(version));
    }
    return (int) version;
  }

  /** The next chunk of a tag; those of tags that this version does not know are passed over. */
  private PackedReader chunk(String wanted) {
    while (true) {
      tagAt = at;
      PackedReader header = new PackedReader(bytes, at, bytes.length(), "model." + wanted);
      String tag = tag(header);
      int length = header.count("bytes of a chunk");
      long start = header.position();
      at = start + length;
      if (tag.equals(wanted)) {
        return new PackedReader(bytes, start, at, "model." + wanted);
      }
    }
  }

  private void checkSum(PackedReader end) {
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[1 << 16];
    for (long from = 0; from < tagAt; from += buffer.length) {
      int count = (int) Math.min(buffer.length, tagAt - from);
      bytes.copy(from, buffer, 0, count);
      sum.update(buffer, 0, count);
    }
    long stated = end.number();
    if (stated != sum.getValue()) {
      throw end.malformed("the checksum " + sum.getValue(), Long.toUnsignedString(stated));
    }
  }

  private static Diagnostics diagnostics(PackedReader in) {
    Diagnostics diagnostics = new Diagnostics();
    int count = in.count("diagnostics");
    for (int i = 0; i < count; i++) {
      int severity = (int) in.number("severity", Severity.values().length - 1);
      String structure = in.text();
      diagnostics.add(
          new Diagnostic(
              Severity.values()[severity], structure, in.signed(), in.text(), in.text()));
    }
    return diagnostics;
  }

  /** Regions of memory, as {@link MemoryRegion} allows them and each name once. */
  private static List<MemoryRegion> regions(PackedReader in) {
    List<MemoryRegion> regions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int count = in.count("regions");
    for (int i = 0; i < count; i++) {
      String name = in.text();
      long start = in.number();
      long length = in.number();
      String attributes = in.text();
      try {
        regions.add(new MemoryRegion(name, start, length, attributes));
      } catch (IllegalArgumentException e) {
        throw in.malformed("a region with a name and a range", "another as region " + i);
      }
      if (!names.add(name)) {
        throw in.malformed("regions of different names", "region " + i + " of a name before");
      }
    }
    return regions;
  }

  private static Owners owners(PackedReader in, List<BinaryImage> images, List<int[]> canonical) {
    Owners.Builder owners = new Owners.Builder(images);
    for (int row = 0; row < images.size(); row++) {
      owners.canonical(row, canonical.get(row));
    }
    int count = in.count("labels");
    for (int i = 0; i < count; i++) {
      int known = owners.count();
      if (owners.label(in.text()) != known) {
        throw in.malformed("labels that differ", "label " + i + " for the second time");
      }
    }
    if (!in.isAtEnd()) {
      readUsers(in, owners);
    }
    return owners.build();
  }

  private static void readUsers(PackedReader in, Owners.Builder owners) {
    int rows = in.rows("users");
    long most = owners.firstLabel() - 1L;
    long[] owner = in.column(rows, "owner", 0, most);
    long[] user = in.column(rows, "user", 0, most);
    for (int row = 0; row < rows; row++) {
      Work.checkAt(row);
      owners.user((int) owner[row], (int) user[row]);
    }
  }

  private Partition partition(PackedReader in, BinaryFile file, Owners owners) {
    Partition.Builder spans = new Partition.Builder(fileSize, 0, 0);
    readLocations(in, file, spans);
    int rows = in.rows("spans");
    long[] length = in.column(rows, "length", 1, Long.MAX_VALUE);
    long[] kind = in.column(rows);
    long[] basis = in.column(rows);
    long[] location = in.column(rows, "context", 0, spans.locationCount() - 1L);
    long[] owner = in.column(rows, "owner", 0, owners.count() - 1L);
    long[] subject = in.column(rows, "subject", -1, owners.firstLabel() - 1L);
    SavedEvidence evidence = new SavedEvidence(words, owners, basis);
    if (!in.isAtEnd()) {
      evidence.read(in);
    }
    for (int row = 0; row < rows; row++) {
      Work.checkAt(row);
      long start = spans.end();
      boolean crosses = start < fileSize && length[row] > fileSize - start;
      if (crosses || length[row] > Long.MAX_VALUE - start) {
        throw in.malformed("spans that meet the end of the file", "span " + row + " across it");
      }
      Kind what = words.word(Kind.class, kind[row]);
      spans.cut();
      spans.add(
          start + length[row],
          what,
          evidence.pair(row, what, (int) owner[row]),
          (int) location[row],
          (int) owner[row],
          (int) subject[row]);
    }
    if (spans.end() < fileSize) {
      throw in.malformed("spans of all " + fileSize + " bytes", "of " + spans.end());
    }
    return spans.build();
  }

  private static void readLocations(PackedReader in, BinaryFile file, Partition.Builder spans) {
    long sections = 0;
    long segments = 0;
    for (BinaryImage image : file.images()) {
      sections += image.sections().count();
      segments += image.segments().count();
    }
    int count = in.rows("contexts");
    long[] image = in.column(count, "image", -1, file.images().size() - 1L);
    long[] section = in.column(count, "section", -1, sections - 1);
    long[] segment = in.column(count, "segment", -1, segments - 1);
    long[] loaded = in.column(count, "loaded", 0, 1);
    for (int i = 0; i < count; i++) {
      spans.location((int) image[i], (int) section[i], (int) segment[i], loaded[i] != 0);
    }
  }

  private static int[] bodies(PackedReader in, Owners owners) {
    long[] has = in.column(owners.firstLabel(), "body", 0, 1);
    int[] hashes = new int[owners.count()];
    for (int owner = 0; owner < has.length; owner++) {
      if (has[owner] != 0) {
        hashes[owner] = in.u8() << 24 | in.u8() << 16 | in.u8() << 8 | in.u8();
      }
    }
    return hashes;
  }

  private static List<AddressMap> maps(BinaryFile file) {
    List<AddressMap> maps = new ArrayList<>();
    long memoryStart = file.fileSize();
    for (BinaryImage image : file.images()) {
      ImagePlaces places = new ImagePlaces(image, memoryStart);
      memoryStart = places.end();
      maps.add(places.map());
    }
    return maps;
  }
}
