package dev.weighbridge.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The rows that an HTML page holds, read back the way its scripts read them. */
public final class PageData {
  private static final String BEGIN = "<script type=\"text/plain\" id=\"data\">\n";

  private final JsonTree json;
  private final Map<String, byte[]> columns = new HashMap<>();

  private PageData(byte[] data) {
    int end = 0;
    while (data[end] != 0) {
      end++;
    }
    json = JsonTree.of(new String(data, 0, end, StandardCharsets.UTF_8));
    int at = end + 1;
    if (!json.has("dimensions")) {
      return;
    }
    for (JsonTree dimension : json.list("dimensions")) {
      int length = (int) dimension.number("of");
      columns.put(dimension.string("name"), Arrays.copyOfRange(data, at, at += length));
    }
    for (String figure : json.get("figures").names()) {
      int length = (int) json.get("figures").number(figure);
      columns.put("figure " + figure, Arrays.copyOfRange(data, at, at += length));
    }
    if (at != data.length) {
      throw new IllegalStateException(data.length - at + " bytes are left over");
    }
  }

  public static PageData of(String page) {
    int start = page.indexOf(BEGIN) + BEGIN.length();
    String base64 = page.substring(start, page.indexOf("</script>", start));
    Inflater inflater = new Inflater(true);
    byte[] packed = Base64.getMimeDecoder().decode(base64);
    try (InputStream stream = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
      return new PageData(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      inflater.end();
    }
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
    long[] figures = unpack(columns.get("figure " + figure));
    String[] paths = new String[count()];
    for (String name : dimensions) {
      JsonTree dimension = dimension(name);
      List<String> labels = dimension.list("labels").stream().map(JsonTree::toString).toList();
      long label = 0;
      long[] steps = unpack(columns.get(name));
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

  private long[] unpack(byte[] bytes) {
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
