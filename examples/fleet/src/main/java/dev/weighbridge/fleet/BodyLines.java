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
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes the functions and data of binaries as lines of JSON. A line has many of them, each of its
 * lists one value of all: they are millions, and their names and figures alone are long enough.
 */
final class BodyLines {
  /** Functions or data of a line. */
  private static final int MOST = 1_000;

  /** Characters of names after which a line ends: readers keep one as a whole. */
  private static final int LONGEST = 1 << 20;

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
    try {
      int body = 0;
      while (body < bodies.count()) {
        body = writeLine(lines.json(), bodies, body, entry);
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  /** Writes a line of functions or of data; gives the first that is not in it. */
  private int writeLine(JsonGenerator json, FileBodies bodies, int first, String entry) {
    boolean isCode = bodies.isCode(first);
    List<String> names = new ArrayList<>();
    int characters = 0;
    int end = first;
    while (end < bodies.count()
        && bodies.isCode(end) == isCode
        && names.size() < MOST
        && characters < LONGEST) {
      String name = bodies.label(end);
      names.add(name);
      characters += name.length();
      end++;
    }
    json.writeStartObject();
    json.writeStringProperty("content", hash);
    if (!entry.isEmpty()) {
      json.writeName("entry");
      lines.writeText(entry);
    }
    json.writeStringProperty("what", isCode ? StoreColumns.FUNCTION : StoreColumns.DATA);
    json.writeArrayPropertyStart("bodies");
    for (int body = first; body < end; body++) {
      json.writeNumber(bodies.hash(body));
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("sizes");
    for (int body = first; body < end; body++) {
      json.writeNumber(bodies.size(body));
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("names");
    for (String name : names) {
      lines.writeText(name);
    }
    json.writeEndArray();
    json.writeEndObject();
    lines.endLine();
    return end;
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
