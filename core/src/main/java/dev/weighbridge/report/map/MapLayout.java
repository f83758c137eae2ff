package dev.weighbridge.report.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the boxes of a map are: squarified treemaps (Bruls, Huizing, van Wijk), box within box. The
 * same sums in the same order as in {@code squarify.js}, so that page and picture agree.
 */
final class MapLayout {
  /** Boxes smaller than this are drawn as one, in square pixels. */
  private static final double SMALLEST = 30;

  /** Room for the name of a box that has others in it, and around what is in it. */
  private static final double HEADING = 18;

  private static final double FRAME = 2;

  /** A box smaller than this does not show what is in it: it could not be named. */
  private static final double NARROWEST_OPEN = 46;

  private static final double LOWEST_OPEN = 42;

  /** A thinner rest of a room has no boxes of its own. */
  private static final double THINNEST = 2;

  private final int figure;
  private final List<Box> boxes = new ArrayList<>();

  /**
   * A box.
   *
   * @param node whose it is; null for some that are too small to draw
   * @param above what it is in
   * @param count of how many nodes
   * @param isOpen whether others are drawn in it, below its name
   */
  record Box(
      @Nullable MapNode node,
      MapNode above,
      double x,
      double y,
      double w,
      double h,
      int depth,
      int count,
      boolean isOpen) {}

  private MapLayout(int figure) {
    this.figure = figure;
  }

  /** The boxes of what is below a node, outer ones before those in them. */
  static List<Box> of(MapNode node, int figure, double width, double height) {
    MapLayout layout = new MapLayout(figure);
    layout.place(node, 0, 0, width, height, 1);
    return layout.boxes;
  }

  private void place(MapNode above, double left, double top, double width, double height, int to) {
    List<MapNode> nodes = above.largest(figure);
    double x = left;
    double y = top;
    double w = width;
    double h = height;
    double sum = 0;
    for (MapNode node : nodes) {
      sum += Math.max(0, node.value(figure));
    }
    double scale = w * h / sum;
    int i = 0;
    while (i < nodes.size() && nodes.get(i).value(figure) > 0) {
      if (nodes.get(i).value(figure) * scale < SMALLEST || Math.min(w, h) < THINNEST) {
        boxes.add(new Box(null, above, x, y, w, h, to, nodes.size() - i, false));
        return;
      }
      double side = Math.min(w, h);
      int end = rowEnd(nodes, i, side, scale);
      double row = 0;
      for (int k = i; k < end; k++) {
        row += nodes.get(k).value(figure) * scale;
      }
      double depth = row / side;
      double along = 0;
      for (; i < end; i++) {
        double length = nodes.get(i).value(figure) * scale / depth;
        if (w >= h) {
          emit(nodes.get(i), above, x, y + along, depth, length, to);
        } else {
          emit(nodes.get(i), above, x + along, y, length, depth, to);
        }
        along += length;
      }
      if (w >= h) {
        x += depth;
        w -= depth;
      } else {
        y += depth;
        h -= depth;
      }
    }
  }

  private void emit(
      MapNode node, MapNode above, double x, double y, double w, double h, int depth) {
    boolean isOpen = w > NARROWEST_OPEN && h > LOWEST_OPEN && node.opens();
    boxes.add(new Box(node, above, x, y, w, h, depth, 1, isOpen));
    if (isOpen) {
      double inside = w - 2 * FRAME;
      place(node.inner(), x + FRAME, y + HEADING, inside, h - HEADING - FRAME, depth + 1);
    }
  }

  /** One more than the last node that makes the row's boxes squarer, or at least not worse. */
  private int rowEnd(List<MapNode> nodes, int from, double side, double scale) {
    double largest = nodes.get(from).value(figure) * scale;
    double sum = 0;
    double worst = Double.POSITIVE_INFINITY;
    int i = from;
    for (; i < nodes.size() && nodes.get(i).value(figure) > 0; i++) {
      double area = nodes.get(i).value(figure) * scale;
      double next = sum + area;
      double flat = side * side * largest / (next * next);
      double ratio = Math.max(flat, next * next / (side * side * area));
      if (ratio > worst) {
        break;
      }
      worst = ratio;
      sum = next;
    }
    return Math.max(i, from + 1);
  }
}
