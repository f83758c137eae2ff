package dev.weighbridge.report.writing;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.tree.RowOrder;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What the scripts of a page are told of measures. */
public final class PageMeasures {
  private PageMeasures() {}

  /** Says which figures a page is about, the first one first. */
  public static void write(JsonGenerator json, List<Measure> asked) {
    json.writeArrayPropertyStart("measures");
    for (Measure measure : asked) {
      write(json, measure.name(), measure.title(), MeasureText.key(measure));
    }
    json.writeEndArray();
  }

  /** Says of one figure what it is called. */
  public static void write(JsonGenerator json, String name, String title, String figure) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("title", title);
    json.writeStringProperty("figure", figure);
    json.writeEndObject();
  }

  /** The word by which a page knows an order. */
  public static String sort(RowOrder order, List<Measure> asked) {
    return order.measure(asked).map(measure -> measure.name() + "_size").orElse("label");
  }
}
