"use strict";

/** The picture: boxes within boxes, to point at, to go through with arrow keys, and to zoom. */
class Treemap {
  /** @param on what to tell: pick(node), open(node), up(), hover(node, event) */
  constructor(picture, marks, on) {
    this.picture = picture;
    this.marks = marks;
    this.on = on;
    this.boxes = [];
    this.labels = [];
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
    this.boxes = layOut(this.tree, this.node, this.figure, this.width, this.height);
    this.draw();
    this.mark();
  }

  draw() {
    const context = this.picture.getContext("2d");
    const style = getComputedStyle(document.documentElement);
    context.fillStyle = style.getPropertyValue("--map-gap");
    context.fillRect(0, 0, this.width, this.height);
    context.strokeStyle = style.getPropertyValue("--map-line");
    context.lineWidth = 1;
    this.labels = [];
    for (const box of this.boxes) {
      const colour = box.node < 0 ? this.colours.ofRest(this.tree, box.above) : this.colours.of(this.tree, box.node);
      const thin = box.depth === 1 && box.w > 3 && box.h > 3 ? 0.8 : 0;
      context.fillStyle = colour;
      context.fillRect(box.x + thin, box.y + thin, box.w - 2 * thin, box.h - 2 * thin);
      if (box.depth > 1 && box.w > 4 && box.h > 4) {
        context.strokeRect(box.x + 0.5, box.y + 0.5, box.w - 1, box.h - 1);
      }
      if (box.w >= 26 && box.h >= 13) {
        context.fillStyle = inkOn(colour);
        this.write(context, box);
      }
    }
  }

  /** Writes the name of a box, and its size if there is room; smaller if that lets a name in. */
  write(context, box) {
    context.textBaseline = "middle";
    const weight = box.isOpen ? "600 " : "";
    const room = box.w - 8;
    const size = box.node < 0 ? "" : this.sizeText(box.node);
    const text = box.node < 0 ? grouped(box.count) + " more" : this.tree.shown(box.node);
    let name = "";
    let height = 12;
    for (; height >= 10 && name === ""; height--) {
      context.font = weight + height + "px system-ui, sans-serif";
      const sizeWidth = box.isOpen ? context.measureText("  " + size).width : 0;
      name = fitted(context, text, room - sizeWidth) || (box.isOpen ? fitted(context, text, room) : "");
      if (name && box.isOpen && context.measureText(name).width + sizeWidth <= room) {
        name += "  " + size;
      }
    }
    if (name === "" || (box.node < 0 && name !== text)) {
      return;
    }
    context.fillText(name, box.x + 4, box.y + Math.min(10, box.h / 2));
    this.labels.push({ node: box.node, text: name });
    if (!box.isOpen && box.h > 31 && size && context.measureText(size).width < room) {
      context.fillText(size, box.x + 4, box.y + 25);
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
