package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.packed.Deflate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * One HTML page that needs nothing but a browser: style, scripts and data stand in it, and its
 * content security policy forbids it to load anything else.
 */
public final class HtmlPage {
  private static final String SCHEMA = "weighbridge/page/1";

  /** Characters of packed data a line: a page stays one that editors and mail can take. */
  private static final int LINE = 3 << 13;

  private static final Parts PARTS =
      new Parts(
          "page.html",
          List.of("page.css", "lint.css"),
          List.of(
              "frame.js",
              "data.js",
              "rows.js",
              "tree.js",
              "colours.js",
              "names.js",
              "squarify.js",
              "treemap.js",
              "table.js",
              "columns.js",
              "tip.js",
              "legend.js",
              "page.js",
              "lint.js",
              "main.js"));

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
    List<byte[]> columns = new ArrayList<>();
    packed(out, title, json -> data(json, figures, rows, facts, columns), columns);
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
   * Writes a page without rows.
   *
   * @param title for the browser's tab
   * @param data what the scripts show, one JSON value
   */
  public static void writeData(Appendable out, String title, JsonText.Body data)
      throws IOException {
    packed(out, title, data, List.of());
  }

  /** Writes the data as the scripts read them: JSON, a zero, and columns; compressed, in Base64. */
  private static void packed(Appendable out, String title, JsonText.Body data, List<byte[]> columns)
      throws IOException {
    write(
        out,
        title,
        PARTS,
        target -> {
          ByteArrayOutputStream whole = new ByteArrayOutputStream(1 << 16);
          try (Writer text = new OutputStreamWriter(whole, StandardCharsets.UTF_8)) {
            JsonText.write(text, data);
          }
          whole.write(0);
          for (byte[] column : columns) {
            whole.write(column);
          }
          byte[] packed = Deflate.of(whole.toByteArray());
          for (int from = 0; from < packed.length; from += LINE) {
            int to = Math.min(packed.length, from + LINE);
            byte[] line = Arrays.copyOfRange(packed, from, to);
            target.append(Base64.getEncoder().encodeToString(line)).append('\n');
          }
        });
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

  /** Writes what is known of the rows, and gives their columns in the order they are told of. */
  private static void data(
      JsonGenerator json, List<String> figures, PageRows rows, Facts facts, List<byte[]> columns) {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    facts.write(json);
    json.writeNumberProperty("rows", rows.count());
    json.writeNumberProperty("folded", rows.foldedCount());
    json.writeArrayPropertyStart("dimensions");
    for (LabelColumn dimension : rows.dimensions()) {
      json.writeStartObject();
      json.writeStringProperty("name", dimension.name());
      columns.add(labels(dimension));
      json.writeNumberProperty("of", columns.get(columns.size() - 1).length);
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
      columns.add(figures(rows, column));
      json.writeNumberProperty(figures.get(column), columns.get(columns.size() - 1).length);
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
