package dev.weighbridge.language;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/** Which {@link ByteMarker markers} a file has in its code and data, found in one pass. */
public final class ByteMarkers {
  private static final DerivedKey<ByteMarkers> KEY = new Key();
  private static final int BLOCK = 1 << 16;

  /** Every place of so many is looked at: the shortest marker has a pair of bytes more. */
  private static final int STEP = 3;

  private final long[] first = new long[ByteMarker.count()];
  private final int[] count = new int[ByteMarker.count()];
  private final boolean[] isInOne = new boolean[1 << 16];
  private final byte[] block = new byte[BLOCK];
  private final byte[][] needles = new byte[ByteMarker.count()][];
  private int longest;

  private ByteMarkers(Attribution attribution) {
    Arrays.fill(first, -1);
    for (int i = 0; i < ByteMarker.count(); i++) {
      byte[] needle = ByteMarker.of(i).bytes();
      needles[i] = needle;
      for (int at = 0; at < STEP; at++) {
        isInOne[pair(needle, at)] = true;
      }
      longest = Math.max(longest, needle.length);
    }
    scan(attribution.file().bytes(), attribution.partition());
  }

  private record Key() implements DerivedKey<ByteMarkers> {
    @Override
    public String name() {
      return "byte markers";
    }

    @Override
    public ByteMarkers derive(Attribution attribution, Work work) {
      return new ByteMarkers(attribution);
    }
  }

  /** The markers of a file. */
  public static ByteMarkers of(Attribution attribution) {
    return attribution.get(KEY);
  }

  /** Whether a marker is there. */
  public boolean has(ByteMarker marker) {
    return count[marker.ordinal()] > 0;
  }

  /** How often a marker is there. */
  public int count(ByteMarker marker) {
    return count[marker.ordinal()];
  }

  /** File offset of the first one, or -1 if there is none. */
  public long first(ByteMarker marker) {
    return first[marker.ordinal()];
  }

  /** Looks into runs of spans that hold code or data, and into the comment that names compilers. */
  private void scan(Bytes file, Partition partition) {
    long start = -1;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      if (isSearched(partition.kind(span))) {
        start = start < 0 ? partition.start(span) : start;
      } else if (start >= 0) {
        scan(file, start, partition.start(span));
        start = -1;
      }
    }
    if (start >= 0) {
      scan(file, start, file.length());
    }
  }

  private static boolean isSearched(Kind kind) {
    return switch (kind) {
      case CODE, RODATA, DATA, PADDING, OTHER, HEADERS -> true;
      default -> false;
    };
  }

  private void scan(Bytes file, long start, long end) {
    for (long at = start; at < end; at += BLOCK - longest) {
      Work.check();
      int length = (int) Math.min(BLOCK, end - at);
      file.copy(at, block, 0, length);
      boolean isLast = at + length >= end;
      int limit = isLast ? length : length - longest;
      int place = 0;
      while ((place = next(block, isInOne, place, Math.min(limit + STEP, length) - 1)) >= 0) {
        match(at, place, limit, length);
        place += STEP;
      }
      if (isLast) {
        return;
      }
    }
  }

  /** The next place with a pair of bytes that markers have, or -1: nearly all time goes here. */
  private static int next(byte[] block, boolean[] isInOne, int from, int end) {
    for (int i = from; i < end; i += STEP) {
      if (isInOne[pair(block, i)]) {
        return i;
      }
    }
    return -1;
  }

  private static int pair(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /** Takes the markers that begin at a place or just before: no other place finds them. */
  private void match(long blockStart, int place, int limit, int length) {
    for (int at = Math.max(0, place - STEP + 1); at <= place && at < limit; at++) {
      for (int i = 0; i < ByteMarker.count(); i++) {
        byte[] needle = needles[i];
        int end = at + needle.length;
        if (end <= length && Arrays.equals(block, at, end, needle, 0, needle.length)) {
          count[i]++;
          first[i] = first[i] < 0 ? blockStart + at : first[i];
        }
      }
    }
  }
}
