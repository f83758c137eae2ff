package dev.weighbridge.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** What its line says, with the end of the line. */
  String line() {
    String rows = firstRow + " " + endOfRows;
    return hash + " " + rows + " " + firstBody + " " + endOfBodies + "\n";
  }

  /** What a line of an index says; empty for one that is not whole. */
  static Optional<SpoolPlace> parse(Path segment, String line) throws IOException {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    SpoolPlace place =
        new SpoolPlace(
            segment,
            parts.group(1),
            Long.parseLong(parts.group(2)),
            Long.parseLong(parts.group(3)),
            Long.parseLong(parts.group(4)),
            Long.parseLong(parts.group(5)));
    boolean isThere =
        place.endOfRows <= Files.size(rows(segment))
            && place.endOfBodies <= Files.size(bodies(segment));
    return isThere ? Optional.of(place) : Optional.empty();
  }
}
