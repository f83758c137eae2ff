package dev.weighbridge.debug;

import java.util.Optional;

/** What gives the text of lines of source files that are at hand. */
public interface SourceTexts {
  /**
   * The text of a line.
   *
   * @param path the whole path of the file, as debug information has it
   * @param shown the path as reports show it
   * @param number of the line, from 1; 0 if what is asked for is from no line
   * @return empty if it is not at hand
   */
  Optional<String> line(String path, String shown, int number);
}
