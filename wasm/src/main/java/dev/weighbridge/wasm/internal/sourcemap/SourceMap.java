package dev.weighbridge.wasm.internal.sourcemap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.List;

/**
 * A source map as it is written, in one part or, if it is an index of maps, in several. ECMA-426.
 *
 * @param parts in the order of the file
 * @param elsewhere how many parts of an index lie in other files
 */
record SourceMap(List<Part> parts, int elsewhere) {
  private static final int VERSION = 3;
  private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

  /**
   * A part: mappings, and the sources they count in.
   *
   * @param line line of what was generated that the part begins at, from 0
   * @param column column of that line
   * @param sources their names; empty where there is none
   * @param mappings as they are written
   */
  record Part(long line, long column, List<String> sources, String mappings) {}

  private static final class Reader {
    private final JsonCursor json;
    private final List<Part> parts = new ArrayList<>();
    private int elsewhere;

    Reader(JsonCursor json) {
      this.json = json;
    }

    /** Reads a map; one inside an index is no index itself. */
    void map(long line, long column, boolean isInside) {
      List<String> sources = new ArrayList<>();
      String[] texts = {"", ""};
      long[] version = {0};
      boolean[] hasMappings = {isInside};
      json.object(
          name -> {
            switch (name) {
              case "version" -> version[0] = json.number();
              case "sourceRoot" -> texts[0] = json.stringOrNull();
              case "sources" -> json.array(() -> sources.add(json.stringOrNull()));
              case "mappings" -> {
                texts[1] = json.string();
                hasMappings[0] = true;
              }
              case "sections" -> {
                if (isInside) {
                  throw json.malformed("no index inside of an index");
                }
                hasMappings[0] = true;
                json.array(this::section);
              }
              default -> json.skip();
            }
          });
      if (version[0] != VERSION) {
        throw new UnsupportedBinaryException(
            "wasm.source_map.version", -1, Integer.toString(VERSION), Long.toString(version[0]));
      }
      if (!hasMappings[0]) {
        throw new MalformedBinaryException("wasm.source_map", -1, "mappings or sections", "none");
      }
      sources.replaceAll(source -> under(texts[0], source));
      parts.add(new Part(line, column, List.copyOf(sources), texts[1]));
    }

    private static String under(String root, String source) {
      return root.isEmpty() || source.isEmpty()
          ? source
          : root.endsWith("/") ? root + source : root + "/" + source;
    }

    private void section() {
      long[] place = {0, 0};
      json.object(
          name -> {
            switch (name) {
              case "offset" -> offset(place);
              case "map" -> map(place[0], place[1], true);
              case "url" -> {
                elsewhere++;
                json.skip();
              }
              default -> json.skip();
            }
          });
    }

    private void offset(long[] place) {
      json.object(
          name -> {
            switch (name) {
              case "line" -> place[0] = json.number();
              case "column" -> place[1] = json.number();
              default -> json.skip();
            }
          });
    }
  }

  /**
   * Whether bytes may be a source map: an object in JSON. Reads nothing else, so that a module with
   * a large map beside it opens as fast as one without.
   */
  static boolean isLikely(Bytes file) {
    return file.length() > 0
        && file.length() <= MOST_BYTES
        && new JsonCursor(file.toArray(0, Math.min(file.length(), 256))).peek() == '{';
  }

  /**
   * Reads a source map.
   *
   * @throws MalformedBinaryException if it is none
   * @throws UnsupportedBinaryException if it is of another version
   */
  static SourceMap of(Bytes file) {
    if (file.length() > MOST_BYTES) {
      throw new UnsupportedBinaryException(
          "wasm.source_map", -1, "up to " + MOST_BYTES + " bytes", file.length() + " bytes");
    }
    Reader reader = new Reader(new JsonCursor(file.toArray(0, file.length())));
    reader.map(0, 0, false);
    return new SourceMap(List.copyOf(reader.parts), reader.elsewhere);
  }
}
