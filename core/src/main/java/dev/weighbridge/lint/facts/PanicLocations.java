package dev.weighbridge.lint.facts;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The places in source files that panics name: records of a path, a line and a column, and the
 * paths. Found by their relocations, so only in position-independent files.
 *
 * @param count how many records there are
 * @param recordSize bytes of the records
 * @param relocationSize bytes of the relocation records that fill them in
 * @param ownCount how many of them name a source file outside the standard library
 * @param paths file offset of each path, and its length
 */
public record PanicLocations(
    int count, int ownCount, long recordSize, long relocationSize, Map<Long, Integer> paths) {
  private static final DerivedKey<PanicLocations> KEY = new Key();
  private static final int SHORTEST = 4;
  private static final int LONGEST = 512;

  /** Copies. */
  public PanicLocations {
    paths = Collections.unmodifiableMap(new TreeMap<>(paths));
  }

  private record Key() implements DerivedKey<PanicLocations> {
    @Override
    public String name() {
      return "panic locations";
    }

    @Override
    public PanicLocations derive(Attribution attribution, Work work) {
      return PanicLocations.find(attribution);
    }
  }

  /** The records of a file. */
  public static PanicLocations of(Attribution attribution) {
    return attribution.get(KEY);
  }

  /** Bytes of the paths, each counted once. */
  public long pathSize() {
    long sum = 0;
    for (int length : paths.values()) {
      sum += length;
    }
    return sum;
  }

  private static PanicLocations find(Attribution attribution) {
    Map<Long, Integer> paths = new TreeMap<>();
    int[] counts = new int[2];
    long records = 0;
    long relocations = 0;
    for (int i = 0; i < attribution.file().images().size(); i++) {
      BinaryImage image = attribution.file().images().get(i);
      if (image.isRelocatable()) {
        continue;
      }
      int before = counts[0];
      find(attribution, attribution.addressMap(i), image, paths, counts);
      int found = counts[0] - before;
      boolean isWide = image.addressBits() == 64;
      records += found * (isWide ? 24L : 16L);
      relocations += found * (isWide ? 24L : 8L);
    }
    return new PanicLocations(counts[0], counts[1], records, relocations, paths);
  }

  /** A record is {@code &str, u32 line, u32 column}; its string ends with {@code .rs}. */
  private static void find(
      Attribution attribution,
      AddressMap map,
      BinaryImage image,
      Map<Long, Integer> paths,
      int[] counts) {
    Bytes file = attribution.file().bytes().withOrder(image.bytes().order());
    RelocationTable relocations = image.relocations();
    int width = image.addressBits() / 8;
    for (int row = 0; row < relocations.count(); row++) {
      long text = relocations.target(row) < 0 ? -1 : map.place(relocations.target(row));
      long record = map.place(relocations.place(row));
      if (text < 0 || record < 0 || !file.contains(record, 2L * width + 8)) {
        continue;
      }
      long length = width == 8 ? file.i64(record + 8) : file.u32(record + 4);
      if (length >= SHORTEST
          && length <= LONGEST
          && file.contains(text, length)
          && isSource(file, text + length)
          && file.u32(record + 2L * width) > 0) {
        paths.put(text, (int) length);
        counts[0]++;
        counts[1] += isStandard(file, text, text + length) ? 0 : 1;
      }
    }
  }

  /** The standard library's paths begin with {@code /rustc/}, or {@code library/} if remapped. */
  private static boolean isStandard(Bytes file, long start, long end) {
    String path = file.text(start, end);
    return path.startsWith("/rustc/")
        || path.startsWith("library/")
        || path.contains("/library/std/");
  }

  private static boolean isSource(Bytes file, long end) {
    return file.u8(end - 3) == '.' && file.u8(end - 2) == 'r' && file.u8(end - 1) == 's';
  }
}
