"use strict";

/** Boxes smaller than this are drawn as one, in square pixels. */
const SMALLEST_BOX = 14;
/** Room for the name of a box that has others in it. */
const HEADING = 18;

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

/** The picture: boxes within boxes, to point at, to go through with arrow keys, and to zoom. */
class Treemap {
  /** @param on what to tell: pick(node), open(node), up(), hover(node, event) */
  constructor(picture, marks, on) {
    this.picture = picture;
    this.marks = marks;
    this.on = on;
    this.boxes = [];
    this.picked = -1;
    this.hovered = null;
    marks.addEventListener("mousemove", event => this.hover(event));
    marks.addEventListener("mouseleave", () => this.leave());
    marks.addEventListener("click", event => this.click(event));
    marks.addEventListener("keydown", event => this.key(event));
  }

  /** Shows what is below a node. */
  show(tree, node, figure, colours) {
    Object.assign(this, { tree, node, figure, colours });
    this.hovered = null;
    this.resize();
  }

  /** Draws anew in the room there is. */
  resize() {
    const room = this.marks.getBoundingClientRect();
    this.width = room.width;
    this.height = room.height;
    const scale = window.devicePixelRatio || 1;
    for (const canvas of [this.picture, this.marks]) {
      canvas.width = Math.round(room.width * scale);
      canvas.height = Math.round(room.height * scale);
      canvas.getContext("2d").setTransform(scale, 0, 0, scale, 0, 0);
    }
    this.layout();
    this.draw();
    this.mark();
  }

  layout() {
    this.boxes = [];
    if (this.width < 4 || this.height < 4) {
      return;
    }
    const box = { x: 0, y: 0, w: this.width, h: this.height };
    if (this.tree.below[this.node] > 0) {
      this.place(this.node, box, 1);
    } else if (this.tree.figures[this.figure][this.node] > 0) {
      this.boxes.push({ ...box, node: this.node, depth: 1, count: 1, isHeaded: false });
    }
  }

  /** Lays out what is below a node, and goes on where a box has room: at most as deep as there are levels. */
  place(above, room, depth) {
    const nodes = this.tree.largest(above, this.figure);
    squarify(nodes, this.tree.figures[this.figure], room, (node, x, y, w, h, count) => {
      const opens = node > 0 && this.tree.opens(node) && w > 26 && h > 22;
      const isHeaded = opens && w > 56 && h > HEADING + 22;
      this.boxes.push({ node, above, x, y, w, h, depth, count, isHeaded, isOpen: opens });
      if (opens) {
        const top = isHeaded ? HEADING : 2;
        this.place(node, { x: x + 2, y: y + top, w: w - 4, h: h - top - 2 }, depth + 1);
      }
    });
  }

  draw() {
    const context = this.picture.getContext("2d");
    const style = getComputedStyle(document.documentElement);
    const gap = style.getPropertyValue("--map-gap");
    const rest = style.getPropertyValue("--rest");
    context.fillStyle = gap;
    context.fillRect(0, 0, this.width, this.height);
    for (const box of this.boxes) {
      const isRest = box.node < 0;
      context.fillStyle = isRest && box.above === 0 ? rest : this.colours.of(this.tree, isRest ? box.above : box.node);
      const thin = box.w > 3 && box.h > 3 ? (box.depth === 1 ? 0.8 : 0.4) : 0.15;
      context.globalAlpha = isRest ? 0.62 : 1;
      context.fillRect(box.x + thin, box.y + thin, box.w - 2 * thin, box.h - 2 * thin);
      context.globalAlpha = 1;
    }
    this.write(context, style.getPropertyValue("--map-ink"));
  }

  write(context, ink) {
    context.fillStyle = ink;
    context.textBaseline = "middle";
    for (const box of this.boxes) {
      if (box.w < 34 || box.h < 14 || (box.isOpen && !box.isHeaded)) {
        continue;
      }
      const room = box.w - 10;
      const size = box.node < 0 ? "" : this.sizeText(box.node);
      context.font = (box.isHeaded ? "600 " : "") + "12px system-ui, sans-serif";
      if (box.node < 0) {
        const text = grouped(box.count) + " more";
        if (context.measureText(text).width < room) {
          context.fillText(text, box.x + 5, box.y + 10);
        }
      } else if (box.isHeaded) {
        const sizeWidth = context.measureText("  " + size).width;
        const text = this.tree.text(box.node);
        const sized = fitted(context, text, room - sizeWidth);
        context.fillText(sized ? sized + "  " + size : fitted(context, text, room), box.x + 5, box.y + 10);
      } else {
        const name = fitted(context, this.tree.text(box.node), room);
        context.fillText(name, box.x + 5, box.y + 10);
        if (name && box.h > 31 && context.measureText(size).width < room) {
          context.globalAlpha = 0.72;
          context.fillText(size, box.x + 5, box.y + 25);
          context.globalAlpha = 1;
        }
      }
    }
  }

  /** The size of a box for a glance; of a change its sum, which may be less than its parts. */
  sizeText(node) {
    if (this.figure !== "moved") {
      return shortBytes(this.tree.figures[this.figure][node]);
    }
    const change = this.tree.figures.change[node];
    return (change > 0 ? "+" : "") + shortBytes(change);
  }

  /** Outlines what is pointed at and what is picked. */
  mark() {
    const context = this.marks.getContext("2d");
    context.clearRect(0, 0, this.width, this.height);
    const style = getComputedStyle(document.documentElement);
    const outline = (box, width, colour) => {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.strokeRect(box.x + width / 2, box.y + width / 2, box.w - width, box.h - width);
    };
    if (this.hovered) {
      outline(this.hovered, 1.5, style.getPropertyValue("--ink"));
    }
    const picked = this.boxes.find(box => box.node === this.picked);
    if (picked && this.picked > 0) {
      outline(picked, 5, style.getPropertyValue("--paper"));
      outline(picked, 3, style.getPropertyValue("--accent"));
    }
  }

  /** Picks a node, if it is drawn. */
  pick(node) {
    this.picked = node;
    this.mark();
  }

  /** The innermost box at a place. */
  at(x, y) {
    for (let i = this.boxes.length - 1; i >= 0; i--) {
      const box = this.boxes[i];
      if (x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h) {
        return box;
      }
    }
    return null;
  }

  hover(event) {
    const box = this.at(event.offsetX, event.offsetY);
    if (box !== this.hovered) {
      this.hovered = box;
      this.mark();
    }
    this.on.hover(box, event);
  }

  leave() {
    this.hovered = null;
    this.mark();
    this.on.hover(null);
  }

  /** A click zooms one level in, to the outermost box at the place; on what has nothing below it picks. */
  click(event) {
    const box = this.at(event.offsetX, event.offsetY);
    if (!box) {
      return;
    }
    let outer = box.node < 0 ? box.above : box.node;
    while (this.tree.level[outer] > this.tree.level[this.node] + 1) {
      outer = this.tree.parent[outer];
    }
    if (outer !== this.node && this.tree.opens(outer)) {
      this.on.open(outer);
    }
    if (box.node > 0) {
      this.on.pick(box.node);
    }
  }

  key(event) {
    const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key in directions) {
      this.on.pick(this.neighbour(...directions[event.key]));
    } else if (event.key === "Enter" && this.picked > 0 && this.tree.opens(this.picked)) {
      this.on.open(this.picked);
    } else if (event.key === "Escape" || event.key === "Backspace") {
      this.on.up();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The outermost box next to the picked one in a direction; the first box if none is picked. */
  neighbour(dx, dy) {
    const outer = this.boxes.filter(box => box.depth === 1 && box.node > 0);
    const from = outer.find(box => box.node === this.picked);
    if (!from) {
      return outer.length > 0 ? outer[0].node : -1;
    }
    let best = from;
    let least = Infinity;
    for (const box of outer) {
      const ahead = dx !== 0 ? dx * (box.x - from.x) : dy * (box.y - from.y);
      const aside = dx !== 0 ? Math.abs(box.y - from.y) : Math.abs(box.x - from.x);
      if (ahead > 0.5 && ahead + 2 * aside < least) {
        best = box;
        least = ahead + 2 * aside;
      }
    }
    return best.node;
  }
}
