"use strict";

/** Boxes smaller than this are drawn as one, in square pixels. */
const SMALLEST_BOX = 30;
/** Room for the name of a box that has others in it. */
const HEADING = 18;
/** Room around what is in a box. */
const FRAME = 2;
/** A box smaller than this does not show what is in it: it could not be named. */
const NARROWEST_OPEN = 46;
const LOWEST_OPEN = 42;

/**
 * Divides a rectangle among nodes by their figures, largest first, into boxes as square as can be
 * (Bruls, Huizing, van Wijk: Squarified Treemaps). What is too small to see shares the last box, so
 * the work is bounded by the pixels, not by the nodes.
 */
function squarify(nodes, values, box, emit) {
  let { x, y, w, h } = box;
  let left = 0;
  for (const node of nodes) {
    left += Math.max(0, values[node]);
  }
  const scale = (w * h) / left;
  let i = 0;
  while (i < nodes.length && values[nodes[i]] > 0) {
    if (values[nodes[i]] * scale < SMALLEST_BOX || Math.min(w, h) < 2) {
      emit(-1, x, y, w, h, nodes.length - i);
      return;
    }
    const side = Math.min(w, h);
    const end = rowEnd(nodes, values, i, side, scale);
    let sum = 0;
    for (let k = i; k < end; k++) {
      sum += values[nodes[k]] * scale;
    }
    const depth = sum / side;
    let along = 0;
    for (; i < end; i++) {
      const length = (values[nodes[i]] * scale) / depth;
      if (w >= h) {
        emit(nodes[i], x, y + along, depth, length, 1);
      } else {
        emit(nodes[i], x + along, y, length, depth, 1);
      }
      along += length;
    }
    [x, y, w, h] = w >= h ? [x + depth, y, w - depth, h] : [x, y + depth, w, h - depth];
  }
}

/** One more than the last node that makes the row's boxes squarer, or at least not worse. */
function rowEnd(nodes, values, from, side, scale) {
  const largest = values[nodes[from]] * scale;
  let sum = 0;
  let worst = Infinity;
  let i = from;
  for (; i < nodes.length && values[nodes[i]] > 0; i++) {
    const area = values[nodes[i]] * scale;
    const next = sum + area;
    const ratio = Math.max((side * side * largest) / (next * next), (next * next) / (side * side * area));
    if (ratio > worst) {
      break;
    }
    worst = ratio;
    sum = next;
  }
  return Math.max(i, from + 1);
}

/**
 * The boxes of what is below a node, in a rectangle at the origin: outer ones before those in them. A box has a node, or -1
 * for so many nodes that are too small to draw; isOpen if others are drawn in it, below its name.
 */
function layOut(tree, node, figure, width, height) {
  const boxes = [];
  if (width < 4 || height < 4) {
    return boxes;
  }
  const place = (above, room, depth) =>
    squarify(tree.largest(above, figure), tree.figures[figure], room, (at, x, y, w, h, count) => {
      const isOpen = at > 0 && w > NARROWEST_OPEN && h > LOWEST_OPEN && tree.opens(at);
      boxes.push({ node: at, above, x, y, w, h, depth, count, isOpen });
      if (isOpen) {
        const inside = { x: x + FRAME, y: y + HEADING, w: w - 2 * FRAME, h: h - HEADING - FRAME };
        place(tree.inner(at), inside, depth + 1);
      }
    });
  if (tree.below[node] > 0) {
    place(node, { x: 0, y: 0, w: width, h: height }, 1);
  } else if (tree.figures[figure][node] > 0) {
    boxes.push({ node, above: node, x: 0, y: 0, w: width, h: height, depth: 1, count: 1, isOpen: false });
  }
  return boxes;
}
