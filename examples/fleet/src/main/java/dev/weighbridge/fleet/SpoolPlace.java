package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the spool a content is: bytes of two files of a segment, as a line in its index says.
 *
 * @param segment the name of its files, but for their ends
 */
record SpoolPlace(
    Path segment, String hash, long firstRow, long endOfRows, long firstBody, long endOfBodies) {
  private static final String INDEX = ".index";

  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]+) (\\d{1,18}) (\\d{1,18}) (\\d{1,18}) (\\d{1,18})");

  /** The file with rows of a segment. */
  static Path rows(Path segment) {
    return file(segment, ".rows");
  }

  /** The file with functions and data of a segment. */
  static Path bodies(Path segment) {
    return file(segment, ".bodies");
  }

  /** The file with a line for each content of a segment. */
  static Path index(Path segment) {
    return file(segment, INDEX);
  }

  private static Path file(Path segment, String end) {
    return segment.resolveSibling(segment.getFileName() + end);
  }

  /** The segment that a file is the index of; empty if it is none. */
  static Optional<Path> segment(Path index) {
    String name = String.valueOf(index.getFileName());
    return name.endsWith(INDEX)
        ? Optional.of(index.resolveSibling(name.substring(0, name.length() - INDEX.length())))
        : Optional.empty();
  }

  /** Bytes of all its lines. */
  long bytes() {
    return endOfRows - firstRow + endOfBodies - firstBody;
  }

  /** What its line says, with the end of the line. */
  String line() {
    String rows = firstRow + " " + endOfRows;
    return hash + " " + rows + " " + firstBody + " " + endOfBodies + "\n";
  }

  /** What the index of a segment tells of; nothing that is not whole. */
  static List<SpoolPlace> all(Path segment) throws IOException {
    List<SpoolPlace> places = new ArrayList<>();
    String text = Files.readString(index(segment), StandardCharsets.ISO_8859_1);
    long rows = Files.size(rows(segment));
    long bodies = Files.size(bodies(segment));
    // What stands behind the last end of a line was being written.
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      parse(segment, line)
          .filter(place -> place.endOfRows <= rows && place.endOfBodies <= bodies)
          .ifPresent(places::add);
    }
    return places;
  }

  private static Optional<SpoolPlace> parse(Path segment, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SpoolPlace(
            segment,
            parts.group(1),
            Long.parseLong(parts.group(2)),
            Long.parseLong(parts.group(3)),
            Long.parseLong(parts.group(4)),
            Long.parseLong(parts.group(5))));
  }
}
