package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Versions of crates by the paths of their sources, which panic messages leave in read-only data.
 */
final class CrateVersions {
  /** Bytes that are read at once. */
  private static final int WINDOW = 1 << 20;

  /** Bytes by which windows overlap: longer than the paths looked for. */
  private static final int OVERLAP = 1 << 9;

  private final Map<String, SortedSet<String>> versions = new TreeMap<>();

  CrateVersions(Attribution attribution) {
    Partition partition = attribution.partition();
    Bytes file = attribution.file().bytes();
    int spans = partition.fileSpanCount();
    int rodata = Kind.RODATA.ordinal();
    int data = Kind.DATA.ordinal();
    for (int span = 0; span < spans; ) {
      int next = span;
      while (next < spans
          && (partition.kindOrdinal(next) == rodata || partition.kindOrdinal(next) == data)) {
        next++;
      }
      if (next > span) {
        scan(file, partition.start(span), partition.end(next - 1));
      }
      span = next + 1;
    }
  }

  /** The versions found, by the name of the crate with underscores. */
  Map<String, SortedSet<String>> byName() {
    return versions;
  }

  private void scan(Bytes file, long start, long end) {
    byte[] window = new byte[(int) Math.min(WINDOW + OVERLAP, end - start)];
    for (long at = start; at < end; at += WINDOW) {
      int length = (int) Math.min(window.length, end - at);
      file.copy(at, window, 0, length);
      int stop = Math.min(WINDOW, length);
      for (int i = 0; i < stop; i++) {
        if (window[i] == '/' || window[i] == '\\') {
          note(SourcePath.at(window, i, length));
        }
      }
    }
  }

  private void note(@Nullable SourcePath path) {
    if (path != null) {
      versions.computeIfAbsent(path.crate(), name -> new TreeSet<>()).add(path.version());
    }
  }
}
