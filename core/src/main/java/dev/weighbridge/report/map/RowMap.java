package dev.weighbridge.report.map;

import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.writing.HtmlPage;
import dev.weighbridge.report.writing.LabelColumn;
import dev.weighbridge.report.writing.PageRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows to look around in: as a page with a map and a table, or as a picture of that map.
 *
 * @param title what all rows are called: the name of a file; safe to show
 * @param about a sentence about all of them: {@code ELF x86_64, 563,536 bytes}; safe to show
 * @param by the names of the dimensions that it opens with, coarsest first
 * @param figures the names of the rows' figures
 * @param area the place of the figure that areas stand for
 * @param rows the rows
 * @param facts what else a page tells
 */
public record RowMap(
    String title,
    String about,
    List<String> by,
    List<String> figures,
    int area,
    PageRows rows,
    HtmlPage.Facts facts) {
  /** Parts of the file are told apart by what they hold, everything else by itself. */
  private static final List<String> PARTS_OF_FILES = List.of("image", "segment", "section", "kind");

  private static final String KIND = "kind";

  /** Copies the lists. */
  public RowMap {
    by = List.copyOf(by);
    figures = List.copyOf(figures);
  }

  /**
   * Writes rows as a page or a picture.
   *
   * @param map makes them, if the format is one of these
   * @return false if it is another, and nothing was written
   */
  public static boolean write(Supplier<RowMap> map, OutputFormat format, Appendable out)
      throws IOException {
    if (format.equals(OutputFormat.HTML)) {
      map.get().writePage(out);
    } else if (format.equals(OutputFormat.SVG)) {
      map.get().writeSvg(out);
    } else {
      return false;
    }
    return true;
  }

  /** Writes a page. */
  public void writePage(Appendable out) throws IOException {
    HtmlPage.write(
        out,
        title,
        figures,
        rows,
        json -> {
          facts.write(json);
          json.writeArrayPropertyStart("by");
          by.forEach(json::writeString);
          json.writeEndArray();
        });
  }

  /** Writes a picture, as SVG 1.1. */
  public void writeSvg(Appendable out) throws IOException {
    List<LabelColumn> levels = new ArrayList<>();
    by.forEach(name -> levels.add(column(name)));
    boolean hasKinds = rows.dimensions().stream().anyMatch(one -> one.name().equals(KIND));
    @Nullable LabelColumn kind =
        hasKinds && PARTS_OF_FILES.contains(by.get(0)) ? column(KIND) : null;
    MapNode whole = MapNode.of(rows, title, levels, kind, figures.size());
    new SvgMap(whole, about, area, figures.size(), kind).write(out);
  }

  private LabelColumn column(String name) {
    return rows.dimensions().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
