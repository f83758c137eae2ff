"use strict";

/** Hues that stay apart for most eyes, the first for what weighs most. */
const HUES = [213, 28, 140, 340, 265, 182, 52, 4, 300, 95];
/** When all hues are taken, they come again in another tone: saturation, lightness on light and on dark. */
const TONES = [
  [58, 70, 40], [60, 83, 28], [42, 57, 52], [75, 76, 34], [28, 66, 46],
  [70, 89, 23], [30, 80, 58], [55, 51, 63], [90, 63, 31], [18, 74, 37],
];
/** A part of at least this share has a colour, however many there are. */
const COLOURED = 0.01;
/** A part of more than this share is looked into. */
const NEARLY_ALL = 0.8;

/** Kinds of bytes keep their colour on every page: hue, saturation, and how much lighter than others. */
const KIND_HUES = {
  "[code]": [213, 62, 0], "[rodata]": [140, 45, 0], "[data]": [178, 60, -8], "[zero]": [178, 30, 12], "[unwind]": [28, 75, 0],
  "[relocations]": [265, 45, 0], "[names]": [52, 75, 2], "[linking]": [322, 48, 0], "[debug]": [16, 35, -14], "[headers]": [240, 30, 14],
  "[resources]": [96, 45, -4], "[signature]": [345, 60, 6], "[padding]": [210, 6, -22], "[other]": [60, 12, 8],
};

/**
 * What a node is made of, the largest first: what is below it; of one that is nearly all of it what is below that, as a single
 * colour would tell nothing.
 */
function partsOf(tree, node, figure) {
  const values = tree.figures[figure];
  const parts = [...tree.largest(node, figure)];
  while (parts.length > 0 && values[parts[0]] > NEARLY_ALL * values[node] && tree.opens(parts[0])) {
    parts.push(...tree.largest(tree.inner(parts.shift()), figure));
    parts.sort((a, b) => values[b] - values[a]);
  }
  return parts;
}

/** Which colour a node has, and what the colours mean. */
class Colours {
  /** @param mode name: the box of the outermost level; kind: what most of the bytes are; change */
  constructor(rows, mode) {
    this.rows = rows;
    this.mode = mode;
    this.kind = rows.has("kind") ? rows.dimension("kind") : null;
    this.places = new Map();
    this.parts = [];
  }

  /** Takes over whether the page is dark. */
  setDark(isDark) {
    this.isDark = isDark;
  }

  /**
   * Gives colours to the parts of what is shown, the heaviest first: the ten heaviest, and all that are at least a hundredth
   * of it.
   *
   * @param whole the tree of all rows, so that a search changes no colour
   */
  rank(whole, tree, node) {
    this.places.clear();
    this.parts = [];
    if (this.mode !== "name") {
      return;
    }
    const labels = (of, at) => of.path(at).slice(1).map(one => of.text(one));
    const from = tree === whole ? node : whole.find(labels(tree, node));
    const columns = Object.keys(this.rows.figures).map(name => whole.figures[name]);
    const weight = at => columns.reduce((most, values) => Math.max(most, values[from] > 0 ? values[at] / values[from] : 0), 0);
    let place = 0;
    partsOf(whole, from, this.rows.figure).forEach((part, i) => {
      const isColoured = i < HUES.length || weight(part) >= COLOURED;
      const own = isColoured ? place++ : undefined;
      const found = tree === whole ? part : tree.findAll(labels(whole, part));
      if (found >= 0) {
        this.parts.push(found);
        this.places.set(found, own);
      }
    });
  }

  /** The colour of a node. */
  of(tree, node) {
    if (this.mode === "change") {
      return this.paint(...this.change(tree, node));
    }
    if (this.mode === "kind") {
      return node === 0 ? this.rest() : this.ofKind(this.dominantKind(tree, node));
    }
    return this.ofPlace(this.places.get(this.part(tree, node)));
  }

  /** The part that a node is in, or itself; -1 if it has parts in it. */
  part(tree, node) {
    let at = node;
    while (at >= 0 && !this.places.has(at)) {
      at = tree.parent[at];
    }
    return at;
  }

  /** The colour of what has no colour of its own. */
  rest() {
    return this.paint(210, 8, this.isDark ? 24 : 90);
  }

  /** The colour of nodes that are too small to draw one by one. */
  ofRest(tree, above) {
    return this.mode === "name" && this.part(tree, above) >= 0 ? this.of(tree, above) : this.rest();
  }

  ofPlace(place) {
    if (place === undefined || place >= HUES.length * TONES.length) {
      return this.rest();
    }
    const [saturation, light, dark] = TONES[Math.floor(place / HUES.length)];
    return this.paint(HUES[place % HUES.length], saturation, this.isDark ? dark : light);
  }

  ofKind(label) {
    const [hue, saturation, lighter] = KIND_HUES[this.kind.labels[label]] ?? KIND_HUES["[other]"];
    return this.paint(hue, saturation, this.isDark ? 41 + lighter / 2 : 70 + lighter);
  }

  paint(hue, saturation, light) {
    return hex(hue, saturation, light);
  }

  /** Grown is warm, shrunk is cool; the stronger, the more of it is new or gone. */
  change(tree, node) {
    const change = tree.figures.change[node];
    const { figure, figureBefore } = tree.rows;
    const whole = Math.max(tree.figures[figure][node], tree.figures[figureBefore][node]);
    return this.changed(whole === 0 ? 0 : change / whole);
  }

  /** Hue, saturation and lightness of a share from -1, gone, to 1, new. */
  changed(share) {
    const strength = share === 0 ? 0 : Math.min(1, 0.25 + 0.75 * Math.sqrt(Math.abs(share)));
    const light = this.isDark ? 26 + 20 * strength : 88 - 26 * strength;
    return share === 0 ? [210, 6, light] : share > 0 ? [24, 34 + 52 * strength, light] : [196, 24 + 50 * strength, light];
  }

  dominantKind(tree, node) {
    if (this.tree !== tree) {
      this.dominant = new Map();
      this.tree = tree;
    }
    let kind = this.dominant.get(node);
    if (kind === undefined) {
      const sums = tree.divide(node, this.kind, this.rows.figure);
      kind = sums.indexOf(Math.max(...sums));
      this.dominant.set(node, kind);
    }
    return kind;
  }
}

/** A colour of hue, saturation and lightness as #rrggbb. */
function hex(hue, saturation, lightness) {
  const s = saturation / 100;
  const l = lightness / 100;
  const span = s * Math.min(l, 1 - l);
  const part = n => {
    const k = (n + hue / 30) % 12;
    const value = l - span * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value).toString(16).padStart(2, "0");
  };
  return "#" + part(0) + part(8) + part(4);
}

/** Black or white, whatever can be read better on a colour. */
function inkOn(colour) {
  const linear = from => {
    const value = parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
  return luminance > 0.179 ? "#000000" : "#ffffff";
}
