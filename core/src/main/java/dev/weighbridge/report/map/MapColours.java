package dev.weighbridge.report.map;

import dev.weighbridge.report.writing.LabelColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which colour a box has: the same as on the page in light, see {@code colours.js}. */
final class MapColours {
  /** Of what has no colour of its own. */
  static final String REST = hex(210, 8, 90);

  private static final int[] HUES = {213, 28, 140, 340, 265, 182, 52, 4, 300, 95};

  /** Saturation and lightness, one tone after the other when all hues are taken. */
  private static final int[][] TONES = {
    {58, 70}, {60, 83}, {42, 57}, {75, 76}, {28, 66}, {70, 89}, {30, 80}, {55, 51}, {90, 63},
    {18, 74}
  };

  /** A part of at least this share has a colour, however many there are. */
  private static final double COLOURED = 0.01;

  /** A part of more than this share is looked into. */
  private static final double NEARLY_ALL = 0.8;

  private static final int NONE = -1;

  /** Kinds keep their colour: hue, saturation, and how much lighter than others. */
  private static final Map<String, int[]> KINDS =
      Map.ofEntries(
          Map.entry("[code]", new int[] {213, 62, 0}),
          Map.entry("[rodata]", new int[] {140, 45, 0}),
          Map.entry("[data]", new int[] {178, 60, -8}),
          Map.entry("[zero]", new int[] {178, 30, 12}),
          Map.entry("[unwind]", new int[] {28, 75, 0}),
          Map.entry("[relocations]", new int[] {265, 45, 0}),
          Map.entry("[names]", new int[] {52, 75, 2}),
          Map.entry("[linking]", new int[] {322, 48, 0}),
          Map.entry("[debug]", new int[] {16, 35, -14}),
          Map.entry("[headers]", new int[] {240, 30, 14}),
          Map.entry("[resources]", new int[] {96, 45, -4}),
          Map.entry("[signature]", new int[] {345, 60, 6}),
          Map.entry("[padding]", new int[] {210, 6, -22}));

  private static final int[] OTHER_KIND = {60, 12, 8};

  private final @Nullable LabelColumn kind;
  private final List<MapNode> parts;
  private final Map<MapNode, Integer> places = new HashMap<>();

  /**
   * Gives colours to the parts of the whole: the ten heaviest, and all that are at least a
   * hundredth of it by any figure.
   *
   * @param kind the kinds that colours tell; null if they tell names
   */
  MapColours(MapNode whole, int figures, @Nullable LabelColumn kind) {
    this.kind = kind;
    parts = parts(whole);
    int count = 0;
    for (MapNode part : parts) {
      double weight = 0;
      for (int column = 0; column < figures; column++) {
        double all = whole.value(column);
        weight = Math.max(weight, all > 0 ? part.value(column) / all : 0);
      }
      boolean isColoured = count < HUES.length || weight >= COLOURED;
      count++;
      places.put(part, isColoured ? count(places) : NONE);
    }
  }

  private static int count(Map<MapNode, Integer> places) {
    return (int) places.values().stream().filter(place -> place != NONE).count();
  }

  /**
   * What it is made of, the heaviest first: what is below it; of one that is nearly all of it what
   * is below that, as a single colour would tell nothing.
   */
  private static List<MapNode> parts(MapNode whole) {
    List<MapNode> parts = new ArrayList<>(whole.largest(0));
    while (!parts.isEmpty()
        && parts.get(0).value(0) > NEARLY_ALL * whole.value(0)
        && parts.get(0).opens()) {
      parts.addAll(parts.remove(0).inner().largest(0));
      parts.sort(Comparator.comparingLong((MapNode node) -> node.value(0)).reversed());
    }
    return parts;
  }

  /** The parts that colours tell, the heaviest first. */
  List<MapNode> parts() {
    return parts;
  }

  /** Whether a part has a colour of its own. */
  boolean isColoured(MapNode part) {
    return places.getOrDefault(part, NONE) != NONE;
  }

  /** The colour of a place; where there are no more, that of the rest. */
  private static String ofPlace(int place) {
    if (place == NONE || place >= HUES.length * TONES.length) {
      return REST;
    }
    int[] tone = TONES[place / HUES.length];
    return hex(HUES[place % HUES.length], tone[0], tone[1]);
  }

  static String ofKind(String label) {
    int[] colour = KINDS.getOrDefault(label, OTHER_KIND);
    return hex(colour[0], colour[1], 70 + colour[2]);
  }

  /** The colour of a node: in colours of names that of the part that it is in, or itself. */
  String of(MapNode node) {
    return kind == null ? ofPart(node) : ofKind(kind.text(node.kind()));
  }

  /** The colour of nodes that are too small to draw one by one. */
  String ofRest(MapNode above) {
    return kind == null ? ofPart(above) : REST;
  }

  private String ofPart(MapNode node) {
    @Nullable MapNode at = node;
    while (at != null && !places.containsKey(at)) {
      at = at.parent();
    }
    return at == null ? REST : ofPlace(places.getOrDefault(at, NONE));
  }

  /** A colour of hue, saturation and lightness as {@code #rrggbb}. */
  static String hex(double hue, double saturation, double lightness) {
    double l = lightness / 100;
    double span = saturation / 100 * Math.min(l, 1 - l);
    StringBuilder hex = new StringBuilder("#");
    for (int n : new int[] {0, 8, 4}) {
      double k = (n + hue / 30) % 12;
      double value = l - span * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
      String digits = Long.toHexString(Math.round(255 * value));
      hex.append(digits.length() < 2 ? "0" : "").append(digits);
    }
    return hex.toString();
  }
}
