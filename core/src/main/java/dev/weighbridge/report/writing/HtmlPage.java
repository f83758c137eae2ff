package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * One HTML page that needs nothing but a browser: style, scripts and data stand in it, and its
 * content security policy forbids it to load anything else.
 */
public final class HtmlPage {
  private static final String SCHEMA = "weighbridge/page/1";
  private static final List<String> SCRIPTS =
      List.of(
          "rows.js",
          "tree.js",
          "colours.js",
          "names.js",
          "treemap.js",
          "table.js",
          "columns.js",
          "tip.js",
          "page.js");

  private HtmlPage() {}

  /** What stands in the middle of a page. */
  public interface Content {
    /** Writes it. */
    void write(Appendable out) throws IOException;
  }

  /** What a page is about. */
  public interface Facts {
    /** Writes the entries that only this page has. */
    void write(JsonGenerator json);
  }

  /**
   * Writes a page of rows.
   *
   * @param title for the browser's tab
   * @param figures the names of the rows' figures
   * @param facts what else the page tells
   */
  public static void write(
      Appendable out, String title, List<String> figures, PageRows rows, Facts facts)
      throws IOException {
    Parts parts = new Parts("page.html", List.of("page.css"), SCRIPTS);
    writeData(out, title, parts, json -> data(json, figures, rows, facts));
  }

  /**
   * The files a page is made of.
   *
   * @param template the page, with marks for the rest
   * @param styles in the order of their weight
   * @param scripts in the order in which they run
   */
  public record Parts(String template, List<String> styles, List<String> scripts) {}

  /**
   * Writes a page.
   *
   * @param title for the browser's tab
   * @param data what the scripts show, one JSON value
   */
  public static void writeData(Appendable out, String title, Parts parts, JsonText.Body data)
      throws IOException {
    Content json = target -> JsonText.writeScript(target, data);
    write(out, title, parts, json);
  }

  /**
   * Writes a page.
   *
   * @param title for the browser's tab
   * @param content what its template has a mark for beside title, style and scripts
   */
  public static void write(Appendable out, String title, Parts parts, Content content)
      throws IOException {
    String template = resource(parts.template());
    int written = 0;
    int mark;
    while ((mark = template.indexOf("<!--{", written)) >= 0) {
      int end = template.indexOf("}-->", mark);
      out.append(template, written, mark);
      switch (template.substring(mark + 5, end)) {
        case "title" -> out.append(HtmlText.escaped(title));
        case "style" -> styles(out, parts.styles());
        case "data", "body" -> content.write(out);
        case "scripts" -> scripts(out, parts.scripts());
        default ->
            throw new IllegalStateException(
                parts.template() + " has an unknown mark at character " + mark);
      }
      written = end + 4;
    }
    out.append(template, written, template.length());
  }

  private static void styles(Appendable out, List<String> names) throws IOException {
    for (String name : names) {
      out.append(resource(name));
    }
  }

  private static void scripts(Appendable out, List<String> names) throws IOException {
    for (String name : names) {
      out.append("<script>\n").append(resource(name)).append("</script>\n");
    }
  }

  private static void data(JsonGenerator json, List<String> figures, PageRows rows, Facts facts) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    facts.write(json);
    json.writeNumberProperty("rows", rows.count());
    json.writeNumberProperty("folded", rows.foldedCount());
    json.writeArrayPropertyStart("dimensions");
    for (LabelColumn dimension : rows.dimensions()) {
      json.writeStartObject();
      json.writeStringProperty("name", dimension.name());
      json.writeBinaryProperty("of", labels(dimension));
      json.writeArrayPropertyStart("labels");
      for (int label = 0; label < dimension.count(); label++) {
        json.writeString(SafeText.of(dimension.text(label)));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("figures");
    for (int column = 0; column < figures.size(); column++) {
      json.writeBinaryProperty(figures.get(column), figures(rows, column));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static byte[] labels(LabelColumn dimension) {
    PackedColumn packed = new PackedColumn();
    for (int row = 0; row < dimension.rowCount(); row++) {
      packed.addStep(dimension.of(row));
    }
    return packed.bytes();
  }

  private static byte[] figures(PageRows rows, int column) {
    PackedColumn packed = new PackedColumn();
    for (int row = 0; row < rows.count(); row++) {
      packed.add(rows.figure(column, row));
    }
    return packed.bytes();
  }

  private static String resource(String name) {
    try (InputStream stream = HtmlPage.class.getResourceAsStream("page/" + name)) {
      if (stream == null) {
        throw new IllegalStateException(name + ": expected it in this jar, found it left out");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
