package dev.weighbridge.fleet;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.duplicates.FileBodies;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.BinaryVisitor;
import dev.weighbridge.packages.EntryTable;
import dev.weighbridge.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes the functions and data of binaries as lines of JSON. */
final class BodyLines {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final String hash;
  private final SpoolFile lines;

  /**
   * Begins.
   *
   * @param hash of the content
   */
  BodyLines(String hash, SpoolFile lines) {
    this.hash = hash;
    this.lines = lines;
  }

  /** Writes those of a binary; none of a model that was saved without its bytes. */
  void write(Attribution attribution, String entry) throws IOException {
    FileBodies bodies;
    try {
      bodies = FileBodies.of(attribution);
    } catch (UnsupportedBinaryException e) {
      return;
    }
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), lines.writer())) {
      for (int body = 0; body < bodies.count(); body++) {
        json.writeStartObject();
        json.writeStringProperty("hash", hash);
        if (!entry.isEmpty()) {
          json.writeStringProperty("entry", entry);
        }
        json.writeStringProperty("what", bodies.isCode(body) ? "function" : "data");
        json.writeNumberProperty("body", bodies.hash(body));
        json.writeNumberProperty("fileSize", bodies.size(body));
        json.writeStringProperty("name", bodies.label(body));
        json.writeEndObject();
        json.writeRaw('\n');
      }
    }
  }

  /**
   * Writes those of a package while it is gone through.
   *
   * @param entries what it holds
   */
  BinaryVisitor visitor(EntryTable entries) {
    return new Visitor(entries);
  }

  /** Remembers where the lines of each entry begin, to take them back. */
  private final class Visitor implements BinaryVisitor {
    private final EntryTable entries;
    private final NavigableMap<Integer, Long> starts = new TreeMap<>();

    Visitor(EntryTable entries) {
      this.entries = entries;
    }

    @Override
    public void binary(int entry, Query query, Measure shipped) {
      try {
        starts.put(entry, lines.position());
        // A package in the package that turns out damaged has entries that are not in the table.
        if (entry < entries.count() && !entries.isHidden(entry)) {
          write(query.attribution(), entries.label(entry));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void withdraw(int first) {
      try {
        if (starts.ceilingKey(first) != null) {
          lines.truncate(starts.ceilingEntry(first).getValue());
          starts.tailMap(first, true).clear();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
