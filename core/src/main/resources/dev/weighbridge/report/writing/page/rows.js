"use strict";

/** The figures of a packed column: seven bits a byte, lowest first, the top bit says more follow. */
function unpack(bytes, count, store) {
  const values = new store(count);
  let at = 0;
  for (let row = 0; row < count; row++) {
    let value = 0;
    let scale = 1;
    let byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    values[row] = value;
  }
  return values;
}

/** The labels of a packed column: each the difference to the one before, its sign in the lowest bit. */
function unpackSteps(bytes, count) {
  const values = unpack(bytes, count, Float64Array);
  const labels = new Int32Array(count);
  let label = 0;
  for (let row = 0; row < count; row++) {
    const step = values[row];
    label += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    labels[row] = label;
  }
  return labels;
}

/** The rows of the page: columns of labels, one per dimension, and columns of figures. */
class Rows {
  constructor(data) {
    this.count = data.rows;
    this.facts = data;
    this.dimensions = data.dimensions.map(dimension => ({
      name: dimension.name,
      labels: dimension.labels,
      of: unpackSteps(data.columns.next(dimension.of), data.rows),
    }));
    this.figures = {};
    for (const name of Object.keys(data.figures)) {
      this.figures[name] = unpack(data.columns.next(data.figures[name]), data.rows, Float64Array);
    }
    this.measures = data.measures;
    // What changed is told of the first measure; sizes are of all of them.
    this.figure = this.measures[0].figure;
    this.figureBefore = this.figure + "Before";
    this.isDiff = this.figureBefore in this.figures;
  }

  /** The dimension of a name; the first one if there is none. */
  dimension(name) {
    return this.dimensions.find(dimension => dimension.name === name) ?? this.dimensions[0];
  }

  /** Whether there is a dimension of this name. */
  has(name) {
    return this.dimensions.some(dimension => dimension.name === name);
  }
}

/** Gives the browser a turn, so that it can draw and take keys while long work goes on. */
function turn() {
  return new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
}

/** What a reader searches for: a text in any case, or a regular expression between slashes. */
class Search {
  constructor(text) {
    this.text = text;
    this.fault = "";
    const expression = text.length > 2 && text.startsWith("/") && text.endsWith("/");
    try {
      const source = expression ? text.slice(1, -1) : text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      this.pattern = new RegExp(source, expression ? "" : "i");
    } catch (fault) {
      this.pattern = /(?!)/;
      this.fault = fault.message;
    }
  }

  /**
   * The rows of which a label in one of the dimensions matches, as one byte each; null if another
   * search has begun meanwhile.
   */
  async rows(rows, dimensions, isCurrent) {
    const kept = new Uint8Array(rows.count);
    for (const dimension of dimensions) {
      const found = new Uint8Array(dimension.labels.length);
      let pause = performance.now() + 8;
      for (let label = 0; label < found.length; label++) {
        found[label] = this.pattern.test(dimension.labels[label]) ? 1 : 0;
        if ((label & 255) === 255 && performance.now() > pause) {
          await turn();
          if (!isCurrent()) {
            return null;
          }
          pause = performance.now() + 8;
        }
      }
      for (let row = 0; row < kept.length; row++) {
        kept[row] |= found[dimension.of[row]];
      }
      await turn();
    }
    return isCurrent() ? kept : null;
  }
}
