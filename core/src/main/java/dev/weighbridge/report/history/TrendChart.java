package dev.weighbridge.report.history;

import dev.weighbridge.history.Trend;
import dev.weighbridge.history.Trend.Point;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.XmlText;
import java.util.List;
import java.util.Locale;

/**
 * A trend as a line in SVG 1.1, in the colour of the text around it. Its scale need not begin at
 * zero: growth of a hundredth is to be seen; so its ends have figures.
 */
final class TrendChart {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 260;
  private static final int LEFT = 100;
  private static final int RIGHT = 20;
  private static final int TOP = 34;
  private static final int BOTTOM = 40;

  /** Dots of more builds would run into each other. */
  private static final int MOST_DOTS = 200;

  private final Trend trend;
  private final long least;
  private final long most;
  private final StringBuilder svg = new StringBuilder();

  private TrendChart(Trend trend) {
    this.trend = trend;
    least = trend.points().stream().mapToLong(Point::bytes).min().orElse(0);
    most = trend.points().stream().mapToLong(Point::bytes).max().orElse(0);
  }

  /** The element. */
  static String svg(Trend trend) {
    return new TrendChart(trend).write();
  }

  private String write() {
    String title = title();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    svg.append(WIDTH).append(' ').append(HEIGHT).append("\" width=\"100%\" role=\"img\"");
    svg.append(" fill=\"currentColor\" font-family=\"sans-serif\" font-size=\"13\">\n");
    svg.append("<title>").append(XmlText.escaped(title)).append("</title>\n");
    label(LEFT, 18, "start", title);
    List<Point> points = trend.points();
    if (!points.isEmpty()) {
      level(most);
      if (least != most) {
        level(least);
      }
      String first = moment(points.get(0));
      label(LEFT, HEIGHT - 14, "start", first);
      if (points.size() > 1) {
        label(WIDTH - RIGHT, HEIGHT - 14, "end", moment(points.get(points.size() - 1)));
        line(points);
      }
      dots(points);
    }
    return svg.append("</svg>").toString();
  }

  private String title() {
    String builds = trend.points().size() == 1 ? " build" : " builds";
    return trend.file()
        + " ("
        + trend.target()
        + "), "
        + trend.figure().text()
        + ", "
        + trend.points().size()
        + builds;
  }

  private static String moment(Point point) {
    return CommitText.day(point.build()) + " " + CommitText.of(point.build());
  }

  /** A line across with its figure. */
  private void level(long bytes) {
    String y = y(bytes);
    svg.append("<path d=\"M").append(LEFT).append(' ').append(y).append('H').append(WIDTH - RIGHT);
    svg.append("\" stroke=\"currentColor\" stroke-opacity=\"0.25\"/>\n");
    svg.append("<text x=\"").append(LEFT - 8).append("\" y=\"").append(y);
    svg.append("\" dy=\"4\" text-anchor=\"end\">")
        .append(Figures.grouped(bytes))
        .append("</text>\n");
  }

  private void label(int x, int y, String anchor, String text) {
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y);
    svg.append("\" text-anchor=\"").append(anchor).append("\">");
    svg.append(XmlText.escaped(text)).append("</text>\n");
  }

  private void line(List<Point> points) {
    svg.append("<polyline fill=\"none\" stroke=\"#2f6fb5\" stroke-width=\"2\" points=\"");
    for (int i = 0; i < points.size(); i++) {
      svg.append(i == 0 ? "" : " ").append(x(i)).append(',').append(y(points.get(i).bytes()));
    }
    svg.append("\"/>\n");
  }

  private void dots(List<Point> points) {
    for (int i = 0; i < points.size() && points.size() <= MOST_DOTS; i++) {
      Point point = points.get(i);
      String figure = Figures.bytes(point.bytes());
      String change = point.change() == 0 ? "" : " (" + Figures.signed(point.change()) + ")";
      svg.append("<circle r=\"4\" fill=\"#2f6fb5\" cx=\"").append(x(i)).append("\" cy=\"");
      svg.append(y(point.bytes())).append("\"><title>");
      svg.append(XmlText.escaped(moment(point) + ": " + figure + change));
      svg.append("</title></circle>\n");
    }
  }

  private String x(int index) {
    int last = trend.points().size() - 1;
    double share = last == 0 ? 0.5 : index / (double) last;
    return number(LEFT + share * (WIDTH - RIGHT - LEFT));
  }

  private String y(long bytes) {
    double share = most == least ? 0.5 : (bytes - least) / (double) (most - least);
    return number(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
