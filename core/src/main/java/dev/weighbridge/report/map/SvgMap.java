package dev.weighbridge.report.map;

import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.answer.Units;
import dev.weighbridge.report.map.MapLayout.Box;
import dev.weighbridge.report.writing.LabelColumn;
import dev.weighbridge.report.writing.XmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The map of a page as a picture: the same boxes in the same colours, and below it what the colours
 * mean. Each box has its whole name and its bytes as a title, which viewers show.
 */
final class SvgMap {
  /** The map, in pixels; the page draws the same one in this room. */
  static final int WIDTH = 1200;

  static final int HEIGHT = 700;
  private static final int HEAD = 34;
  private static final int LINE = 22;
  private static final int ENTRY = 240;
  private static final int SWATCH = 12;
  private static final int USUAL_LETTERS = 12;
  private static final int SMALLEST_LETTERS = 10;
  private static final double LOWEST_NAMED = 13;
  private static final double NARROWEST_NAMED = 26;
  private static final double BESIDE_NAME = 8;

  /** How much wider bold letters are. */
  private static final double BOLD = 1.12;

  private static final int MARGIN = 8;
  private static final String GAP = "#ffffff";
  private static final String INK = "#000000";

  /** What a colour of the map means. */
  private record Entry(String colour, String text, long bytes) {}

  private final MapNode whole;
  private final String about;
  private final int figure;
  private final @Nullable LabelColumn kind;
  private final MapColours colours;
  private final List<Box> boxes;

  /**
   * A picture.
   *
   * @param figure the place of the figure that areas stand for
   * @param figures how many figures there are
   * @param kind the kinds that colours tell; null if they tell names
   */
  SvgMap(MapNode whole, String about, int figure, int figures, @Nullable LabelColumn kind) {
    this.whole = whole;
    this.about = about;
    this.figure = figure;
    this.kind = kind;
    colours = new MapColours(whole, figures, kind);
    boxes = MapLayout.of(whole, figure, WIDTH, HEIGHT);
  }

  void write(Appendable out) throws IOException {
    List<Entry> legend = kind == null ? names() : kinds(kind);
    int columns = WIDTH / ENTRY;
    int lines = (legend.size() + columns - 1) / columns;
    int height = HEAD + HEIGHT + LINE * (lines + 1);
    int width = WIDTH + 2 * MARGIN;
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"");
    out.append(height + "\" viewBox=\"" + -MARGIN + " 0 " + width + " " + height + "\"");
    out.append(" role=\"img\"");
    out.append(" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n");
    String title = whole.text() + ": " + about;
    out.append("<title>").append(XmlText.escaped(title)).append("</title>\n");
    out.append(
        "<rect x=\"" + -MARGIN + "\" width=\"100%\" height=\"100%\" fill=\"" + GAP + "\"/>\n");
    text(out, 0, 21, 15, true, NameForms.fitted(title, 15, WIDTH));
    out.append("<g transform=\"translate(0 " + HEAD + ")\">\n");
    for (Box box : boxes) {
      box(out, box);
    }
    out.append("</g>\n");
    for (int i = 0; i < legend.size(); i++) {
      int x = i % columns * ENTRY;
      int y = HEAD + HEIGHT + LINE + i / columns * LINE;
      entry(out, legend.get(i), x, y);
    }
    out.append("</svg>\n");
  }

  private void entry(Appendable out, Entry entry, int x, int y) throws IOException {
    out.append("<rect x=\"" + x + "\" y=\"" + (y - SWATCH + 1) + "\" width=\"" + SWATCH + "\"");
    out.append(" height=\"" + SWATCH + "\" fill=\"" + entry.colour() + "\"/>");
    String share = "  " + Figures.percent(entry.bytes(), whole.value(figure)) + " %";
    double room = ENTRY - 2 * SWATCH - NameForms.width(share, USUAL_LETTERS);
    String name = NameForms.fitted(entry.text(), USUAL_LETTERS, room);
    text(out, x + SWATCH + 6, y, USUAL_LETTERS, false, name + share);
  }

  /** What has a colour of its own, the largest first, and the others together. */
  private List<Entry> names() {
    List<Entry> entries = new ArrayList<>();
    long others = 0;
    int count = 0;
    List<MapNode> parts = new ArrayList<>(colours.parts());
    parts.sort(Comparator.comparingLong((MapNode part) -> part.value(figure)).reversed());
    for (MapNode part : parts) {
      if (!colours.isColoured(part)) {
        others += part.value(figure);
        count++;
      } else if (part.value(figure) > 0) {
        entries.add(new Entry(colours.of(part), part.shown(), part.value(figure)));
      }
    }
    if (others > 0) {
      String text = Figures.grouped(count) + (count == 1 ? " other" : " others");
      entries.add(new Entry(MapColours.REST, text, others));
    }
    return entries;
  }

  /** The kinds of all bytes, the largest first. */
  private List<Entry> kinds(LabelColumn kinds) {
    List<Entry> entries = new ArrayList<>();
    for (int label = 0; label < kinds.count(); label++) {
      String text = kinds.text(label);
      long bytes = whole.ofKind(label);
      if (bytes > 0) {
        String bare = text.replaceAll("^\\[(.*)\\]$", "$1");
        entries.add(new Entry(MapColours.ofKind(text), bare, bytes));
      }
    }
    entries.sort((one, other) -> Long.compare(other.bytes(), one.bytes()));
    return entries;
  }

  private void box(Appendable out, Box box) throws IOException {
    @Nullable MapNode node = box.node();
    String colour = node == null ? colours.ofRest(box.above()) : colours.of(node);
    double thin = box.depth() == 1 && box.w() > 3 && box.h() > 3 ? 0.8 : 0;
    out.append("<g><rect");
    attribute(out, "x", box.x() + thin);
    attribute(out, "y", box.y() + thin);
    attribute(out, "width", box.w() - 2 * thin);
    attribute(out, "height", box.h() - 2 * thin);
    out.append(" fill=\"" + colour + "\"");
    if (box.depth() > 1) {
      out.append(" stroke=\"" + GAP + "\" stroke-opacity=\"0.45\"");
    }
    String said =
        node == null
            ? Figures.grouped(box.count()) + " more, too small to draw, in " + box.above().text()
            : node.text() + ": " + Figures.bytes(node.value(figure));
    out.append("><title>").append(XmlText.escaped(SafeText.of(said))).append("</title></rect>");
    if (box.w() >= NARROWEST_NAMED && box.h() >= LOWEST_NAMED) {
      name(out, box);
    }
    out.append("</g>\n");
  }

  private void name(Appendable out, Box box) throws IOException {
    @Nullable MapNode node = box.node();
    double room = box.w() - BESIDE_NAME;
    String text = node == null ? Figures.grouped(box.count()) + " more" : node.shown();
    String size = node == null ? "" : Units.BINARY.text(node.value(figure));
    String name = "";
    double bold = box.isOpen() ? BOLD : 1;
    int letters = USUAL_LETTERS + 1;
    while (name.isEmpty() && letters > SMALLEST_LETTERS) {
      letters--;
      name = NameForms.fitted(text, letters * bold, room);
    }
    if (name.isEmpty() || (node == null && !name.equals(text))) {
      return;
    }
    double y = box.y() + Math.min(14, box.h() / 2 + 4);
    String sized = name + "  " + size;
    boolean fits = NameForms.width(sized, letters * bold) <= room;
    text(out, box.x() + 4, y, letters, box.isOpen(), box.isOpen() && fits ? sized : name);
    if (!box.isOpen() && box.h() > 31 && NameForms.width(size, letters) < room) {
      text(out, box.x() + 4, y + 15, letters, false, size);
    }
  }

  private static void text(
      Appendable out, double x, double y, int letters, boolean isBold, String text)
      throws IOException {
    out.append("<text");
    attribute(out, "x", x);
    attribute(out, "y", y);
    if (letters != USUAL_LETTERS) {
      attribute(out, "font-size", letters);
    }
    out.append(isBold ? " font-weight=\"600\"" : "").append(" fill=\"" + INK + "\"");
    out.append(" xml:space=\"preserve\">").append(XmlText.escaped(text)).append("</text>\n");
  }

  /** Hundredths of a pixel are enough, and their digits are the same everywhere. */
  private static void attribute(Appendable out, String name, double value) throws IOException {
    long hundredths = Math.round(value * 100);
    String digits = Long.toString(hundredths / 100);
    long rest = hundredths % 100;
    out.append(' ').append(name).append("=\"").append(digits);
    if (rest != 0) {
      out.append(rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest);
    }
    out.append('"');
  }
}
