package dev.weighbridge.report;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that an HTML page holds, read back the way its scripts read them. */
public final class PageData {
  private static final String BEGIN = "<script type=\"application/json\" id=\"data\">\n";

  private final JsonTree json;

  private PageData(JsonTree json) {
    this.json = json;
  }

  public static PageData of(String page) {
    int start = page.indexOf(BEGIN) + BEGIN.length();
    return new PageData(JsonTree.of(page.substring(start, page.indexOf("</script>", start))));
  }

  public JsonTree json() {
    return json;
  }

  public int count() {
    return (int) json.number("rows");
  }

  public List<String> dimensions() {
    return json.list("dimensions").stream().map(dimension -> dimension.string("name")).toList();
  }

  /** The sums of a figure for each path of labels, joined by {@code " > "}. */
  public Map<String, Long> sums(String figure, String... dimensions) {
    long[] figures = unpack(json.get("figures").string(figure));
    String[] paths = new String[count()];
    for (String name : dimensions) {
      JsonTree dimension = dimension(name);
      List<String> labels = dimension.list("labels").stream().map(JsonTree::toString).toList();
      long label = 0;
      long[] steps = unpack(dimension.string("of"));
      for (int row = 0; row < paths.length; row++) {
        label += steps[row] >>> 1 ^ -(steps[row] & 1);
        String text = labels.get((int) label);
        paths[row] = paths[row] == null ? text : paths[row] + " > " + text;
      }
    }
    Map<String, Long> sums = new LinkedHashMap<>();
    for (int row = 0; row < paths.length; row++) {
      sums.merge(paths[row], figures[row], Long::sum);
    }
    return sums;
  }

  private JsonTree dimension(String name) {
    return json.list("dimensions").stream()
        .filter(dimension -> dimension.string("name").equals(name))
        .findAny()
        .orElseThrow();
  }

  private long[] unpack(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    long[] values = new long[count()];
    int at = 0;
    for (int row = 0; row < values.length; row++) {
      int shift = 0;
      byte b;
      do {
        b = bytes[at++];
        values[row] |= (b & 127L) << shift;
        shift += 7;
      } while (b < 0);
    }
    if (at != bytes.length) {
      throw new IllegalStateException(bytes.length - at + " bytes are left over");
    }
    return values;
  }
}
