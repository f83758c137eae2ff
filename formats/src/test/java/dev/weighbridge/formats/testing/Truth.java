package dev.weighbridge.formats.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What other tools say of a fixture: a text beside it, in parts that begin {@code [name]}. */
public final class Truth {
  private final Map<String, List<String>> parts = new LinkedHashMap<>();

  private Truth() {}

  /**
   * The truth of a fixture.
   *
   * @param name its path below {@code fixtures}; the text is beside it, {@code .truth.txt}
   */
  public static Truth of(String name) {
    Truth truth = new Truth();
    List<String> part = new ArrayList<>();
    for (String line : Fixtures.lines(name + ".truth.txt")) {
      if (line.startsWith("[") && line.endsWith("]")) {
        part = new ArrayList<>();
        truth.parts.put(line.substring(1, line.length() - 1), part);
      } else {
        part.add(line);
      }
    }
    return truth;
  }

  /** The lines of a part; none if the tools found nothing. */
  public List<String> part(String name) {
    return List.copyOf(parts.getOrDefault(name, List.of()));
  }
}
