"use strict";

/** Hues that stay apart for most eyes, the first for what weighs most. */
const HUES = [213, 30, 150, 342, 266, 186, 50, 8, 312, 96, 238, 168];

/** Kinds of bytes keep their hue on every page: hue and saturation. */
const KIND_HUES = {
  "[code]": [213, 62], "[rodata]": [150, 45], "[data]": [186, 55], "[zero]": [200, 8], "[unwind]": [30, 72],
  "[relocations]": [266, 45], "[names]": [48, 70], "[linking]": [322, 48], "[debug]": [16, 32], "[headers]": [232, 26],
  "[resources]": [96, 42], "[signature]": [342, 52], "[padding]": [210, 10], "[other]": [60, 8],
};

/** Which colour a node has, and what the colours mean. */
class Colours {
  /**
   * @param rows all rows of the page, so that a search changes no colour
   * @param mode first: the label of the first level; kind: what most of the bytes are; change
   */
  constructor(rows, first, mode) {
    this.rows = rows;
    this.mode = mode;
    this.first = first;
    this.kind = rows.has("kind") ? rows.dimension("kind") : null;
    this.ranks = mode === "first" ? Colours.places(this.rank(first)) : null;
    this.dominant = new Map();
  }

  /** The labels of a dimension, the heaviest first. */
  rank(dimension) {
    const sums = new Float64Array(dimension.labels.length);
    for (let row = 0; row < this.rows.count; row++) {
      sums[dimension.of[row]] += this.rows.figures.fileSize[row];
    }
    return ordered(numbers(0, sums.length), label => sums[label], true);
  }

  /** The place of each number in an order. */
  static places(order) {
    const places = new Int32Array(order.length);
    order.forEach((number, place) => {
      places[number] = place;
    });
    return places;
  }

  /** Takes over whether the page is dark. */
  setDark(isDark) {
    this.isDark = isDark;
  }

  /** The colour of a node; siblings differ a little, so that their borders show. */
  of(tree, node) {
    const [hue, saturation, strength] = this.hue(tree, node);
    const shade = ((node * 7) % 5) - 2;
    return this.paint(hue, saturation, strength, shade);
  }

  /** The colour without the difference between siblings. */
  plain(tree, node) {
    return this.paint(...this.hue(tree, node), 0);
  }

  paint(hue, saturation, strength, shade) {
    const light = this.isDark ? 34 + 6 * strength + 1.6 * shade : 84 - 14 * strength + 1.8 * shade;
    return `hsl(${hue} ${saturation * (this.isDark ? 0.72 : 1)}% ${light}%)`;
  }

  /** Hue, saturation, and strength from 0 to 1. */
  hue(tree, node) {
    if (this.mode === "change") {
      return this.change(tree, node);
    }
    if (node === 0) {
      return [210, 10, 0.6];
    }
    if (this.mode === "kind") {
      return this.ofKind(this.dominantKind(tree, node));
    }
    return this.ofFirst(tree.label[tree.level[node] === 1 ? node : tree.path(node)[1]]);
  }

  ofFirst(label) {
    const rank = this.ranks[label];
    return rank < HUES.length ? [HUES[rank], 58, 1] : [210, 12, 0.5];
  }

  ofKind(label) {
    return [...(KIND_HUES[this.kind.labels[label]] ?? [60, 8]), 1];
  }

  /** Grown is warm, shrunk is cool; the stronger, the more of it is new or gone. */
  change(tree, node) {
    const change = tree.figures.change[node];
    const { figure, figureBefore } = tree.rows;
    const whole = Math.max(tree.figures[figure][node], tree.figures[figureBefore][node]);
    if (change === 0 || whole === 0) {
      return [210, 8, 0.1];
    }
    const strength = Math.min(1, 0.25 + 0.75 * Math.sqrt(Math.abs(change) / whole));
    return change > 0 ? [24, 34 + 46 * strength, strength] : [196, 20 + 34 * strength, strength];
  }

  dominantKind(tree, node) {
    if (this.tree !== tree) {
      this.dominant.clear();
      this.tree = tree;
    }
    let kind = this.dominant.get(node);
    if (kind === undefined) {
      const sums = tree.divide(node, this.kind, "fileSize");
      kind = sums.indexOf(Math.max(...sums));
      this.dominant.set(node, kind);
    }
    return kind;
  }

  /** What the colours of changes or kinds mean: pairs of colour and text. Names stand beside their own colour. */
  legend() {
    if (this.mode === "change") {
      const texts = [[24, 80, 1, "new or grown"], [196, 54, 1, "gone or shrunk"], [210, 8, 0.1, "unchanged"]];
      return texts.map(([hue, saturation, strength, text]) => [this.paint(hue, saturation, strength, 0), text]);
    }
    if (!this.kind) {
      return [];
    }
    const text = label => this.kind.labels[label].replace(/[[\]]/g, "");
    return Array.from(this.rank(this.kind), label => [this.paint(...this.ofKind(label), 0), text(label)]);
  }
}
