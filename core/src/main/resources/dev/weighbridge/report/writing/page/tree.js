"use strict";

/** What stands directly in something that has others in it. */
const ITSELF = "[itself]";

/** Numbers that follow each other. */
function numbers(from, count) {
  const all = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    all[i] = from + i;
  }
  return all;
}

/**
 * Nodes in the order of whole numbers; equal ones stay as they are. A radix sort: a comparison would
 * be called twenty times for each of a million nodes.
 */
function ordered(nodes, valueOf, isDescending) {
  const count = nodes.length;
  const keys = new Float64Array(count);
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < count; i++) {
    keys[i] = valueOf(nodes[i]);
    least = Math.min(least, keys[i]);
    most = Math.max(most, keys[i]);
  }
  for (let i = 0; i < count; i++) {
    keys[i] = isDescending ? most - keys[i] : keys[i] - least;
  }
  let from = numbers(0, count);
  let to = new Int32Array(count);
  for (let scale = 1; scale <= most - least; scale *= 65536) {
    const starts = new Int32Array(65537);
    for (let i = 0; i < count; i++) {
      starts[(Math.floor(keys[i] / scale) % 65536) + 1]++;
    }
    for (let digit = 1; digit < 65537; digit++) {
      starts[digit] += starts[digit - 1];
    }
    for (let i = 0; i < count; i++) {
      to[starts[Math.floor(keys[from[i]] / scale) % 65536]++] = from[i];
    }
    [from, to] = [to, from];
  }
  return from.map(i => nodes[i]);
}

/**
 * Rows grouped level by level. Nodes are numbers, and all that is known of them stands in columns:
 * node 0 is the whole, then come the nodes of the first level, then those of the second. The nodes
 * below a node follow each other, and so do its rows in {@code perm}.
 */
class Tree {
  /** Groups the rows by some dimensions; only those marked in {@code kept}, if it is given. */
  constructor(rows, dimensions, kept) {
    this.rows = rows;
    this.dimensions = dimensions;
    this.perm = Tree.order(rows, dimensions, kept);
    this.build();
    this.sum();
    this.sorted = new Map();
  }

  /** The rows in the order of their labels, coarsest dimension first: one counting pass for each. */
  static order(rows, dimensions, kept) {
    let perm = new Int32Array(rows.count);
    let count = 0;
    for (let row = 0; row < rows.count; row++) {
      if (!kept || kept[row]) {
        perm[count++] = row;
      }
    }
    perm = perm.subarray(0, count);
    for (const dimension of [...dimensions].reverse()) {
      const starts = new Int32Array(dimension.labels.length + 1);
      for (let i = 0; i < count; i++) {
        starts[dimension.of[perm[i]] + 1]++;
      }
      for (let label = 1; label < starts.length; label++) {
        starts[label] += starts[label - 1];
      }
      const next = new Int32Array(count);
      for (let i = 0; i < count; i++) {
        next[starts[dimension.of[perm[i]]]++] = perm[i];
      }
      perm = next;
    }
    return perm;
  }

  /** Finds the borders of nodes: where a label of the level or one above it changes. */
  build() {
    const count = this.perm.length;
    const border = new Uint8Array(count);
    border[0] = 1;
    const starts = [0];
    const labels = [-1];
    const parents = [-1];
    this.levelStart = [0, 1];
    this.dimensions.forEach((dimension, level) => {
      const first = this.levelStart[level];
      let parent = first - 1;
      for (let i = 0; i < count; i++) {
        const isNewAbove = level === 0 ? i === 0 : border[i] === 1;
        const label = dimension.of[this.perm[i]];
        if (isNewAbove) {
          parent++;
        }
        if (isNewAbove || label !== dimension.of[this.perm[i - 1]]) {
          border[i] = 2;
          starts.push(i);
          labels.push(label);
          parents.push(parent);
        }
      }
      for (let i = 0; i < count; i++) {
        border[i] = border[i] ? 1 : 0;
      }
      this.levelStart.push(starts.length);
    });
    this.count = starts.length;
    this.start = Int32Array.from(starts);
    this.label = Int32Array.from(labels);
    this.parent = Int32Array.from(parents);
    this.link();
  }

  /** Finds for each node the first one below it, and its level. */
  link() {
    this.first = new Int32Array(this.count + 1);
    this.below = new Int32Array(this.count);
    this.level = new Int8Array(this.count);
    for (let node = this.count - 1; node > 0; node--) {
      this.first[this.parent[node]] = node;
      this.below[this.parent[node]]++;
    }
    for (let level = 0; level < this.levelStart.length - 1; level++) {
      this.level.fill(level, this.levelStart[level], this.levelStart[level + 1]);
    }
  }

  /** Adds up the figures: those of the last level from the rows, the others from below. */
  sum() {
    this.figures = {};
    const depth = this.dimensions.length;
    const lastStart = this.levelStart[depth];
    for (const name of Object.keys(this.rows.figures)) {
      const of = this.rows.figures[name];
      const sums = new Float64Array(this.count);
      for (let node = lastStart; node < this.count; node++) {
        const end = this.end(node);
        for (let i = this.start[node]; i < end; i++) {
          sums[node] += of[this.perm[i]];
        }
      }
      this.roll(sums);
      this.figures[name] = sums;
    }
    if (this.rows.isDiff) {
      this.compare(lastStart);
    }
  }

  roll(sums) {
    for (let node = this.count - 1; node > 0; node--) {
      sums[this.parent[node]] += sums[node];
    }
  }

  /** What has changed: the sum with its sign, and the area it takes, in which nothing cancels out. */
  compare(lastStart) {
    const after = this.figures[this.rows.figure];
    const before = this.figures[this.rows.figureBefore];
    const change = new Float64Array(this.count);
    const moved = new Float64Array(this.count);
    for (let node = 0; node < this.count; node++) {
      change[node] = after[node] - before[node];
      moved[node] = node >= lastStart ? Math.abs(change[node]) : 0;
    }
    this.roll(moved);
    this.figures.change = change;
    this.figures.moved = moved;
    this.figures.changed = change.map(Math.abs);
  }

  /** One more than the last of a node's rows. */
  end(node) {
    const level = this.level[node];
    return node + 1 < this.levelStart[level + 1] ? this.start[node + 1] : this.perm.length;
  }

  /** Whether a node has others below it that say more than itself. */
  opens(node) {
    return this.below[this.inner(node)] > 0;
  }

  /**
   * The node itself, or the one below that says the same of all its bytes: where core::ptr has no
   * other module below it, what is below the module core::ptr.
   */
  inner(node) {
    let at = node;
    while (at > 0 && this.below[at] === 1 && this.saysTheSame(at)) {
      at = this.first[at];
    }
    return at;
  }

  /** Whether the only node below is what the node itself is: {@code [.interp]} of .interp. */
  saysTheSame(node) {
    const only = this.text(this.first[node]);
    return only === this.text(node) || only === "[" + this.text(node) + "]" || only === ITSELF;
  }

  /** The label of a node. */
  text(node) {
    return node === 0 ? this.rows.facts.file : this.dimensions[this.level[node] - 1].labels[this.label[node]];
  }

  /** The label without what stands above it already: b::c below a. */
  shown(node) {
    const text = this.text(node);
    for (let at = this.parent[node]; at > 0; at = this.parent[at]) {
      const above = this.text(at);
      if (text === above) {
        return ITSELF;
      }
      const rest = text.slice(above.length);
      if (text.startsWith(above) && /^(::|\/)./.test(rest)) {
        return rest.replace(/^(::|\/)/, "");
      }
    }
    return text;
  }

  /** The nodes above a node, the whole first, and itself; of those that say the same only the first. */
  path(node) {
    const path = [];
    for (let at = node; at >= 0; at = this.parent[at]) {
      const isSame = at > 0 && this.parent[at] > 0 && this.inner(this.parent[at]) !== this.parent[at];
      if (!isSame) {
        path.unshift(at);
      }
    }
    return path;
  }

  /** The node that these labels lead to; as far as they do. */
  find(texts) {
    let node = 0;
    for (const text of texts) {
      const next = this.child(node, text);
      if (next < 0) {
        break;
      }
      node = this.inner(next);
    }
    return node;
  }

  /** The node that all of these labels lead to, or -1. */
  findAll(texts) {
    let node = 0;
    for (const text of texts) {
      node = this.child(this.inner(node), text);
      if (node < 0) {
        return -1;
      }
    }
    return node;
  }

  /** The node with a label directly below another one, or -1. */
  child(node, text) {
    for (let i = 0; i < this.below[node]; i++) {
      if (this.text(this.first[node] + i) === text) {
        return this.first[node] + i;
      }
    }
    return -1;
  }

  /** The nodes below a node, largest first by some figure. */
  largest(node, figure) {
    const key = node + " " + figure;
    if (!this.sorted.has(key)) {
      const values = this.figures[figure];
      this.sorted.set(key, ordered(numbers(this.first[node], this.below[node]), below => values[below], true));
    }
    return this.sorted.get(key);
  }

  /** The nodes of the last level that are below a node, or the node itself if it is one. */
  leaves(node) {
    if (this.perm.length === 0) {
      return new Int32Array(0);
    }
    let from = node;
    let to = node + 1;
    for (let level = this.level[node]; level < this.dimensions.length; level++) {
      from = this.first[from];
      to = this.first[to - 1] + this.below[to - 1];
    }
    return numbers(from, to - from);
  }

  /** How a figure of a node divides among the labels of a dimension. */
  divide(node, dimension, figure) {
    const sums = new Float64Array(dimension.labels.length);
    const of = this.rows.figures[figure];
    const end = this.end(node);
    for (let i = this.start[node]; i < end; i++) {
      sums[dimension.of[this.perm[i]]] += of[this.perm[i]];
    }
    return sums;
  }
}
