"use strict";

/** Height of a row in pixels. */
const ROW = 27;
/** Browsers place nothing correctly below some 16 million pixels; longer lists scroll in proportion. */
const TALLEST = 10_000_000;

/** A number with its digits in groups of three. */
function grouped(value) {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ",");
  return value < 0 ? "−" + digits : digits;
}

/** Bytes for a glance: 1.2 MiB. */
function shortBytes(value) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let unit = 0;
  let amount = Math.abs(value);
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit++;
  }
  const digits = unit === 0 || amount >= 100 ? amount.toFixed(0) : amount.toFixed(1);
  return (value < 0 ? "−" : "") + digits + " " + units[unit];
}

/** A change with its sign; nothing is a dash. */
function signed(value) {
  return value === 0 ? "-" : value > 0 ? "+" + grouped(value) : grouped(value);
}

/**
 * A grid of any number of rows of which only those in sight exist. The rows are nodes of a tree in
 * an order; how they are found and sorted is none of its business but the columns'.
 */
class Table {
  /**
   * @param columns each: title, key, width, isFigure, fill(cell, node)
   * @param on what to tell: pick(node), open(node), up(), sort(key)
   */
  constructor(grid, on) {
    this.grid = grid;
    this.head = grid.querySelector("#head");
    this.body = grid.querySelector("#body");
    this.on = on;
    this.nodes = new Int32Array(0);
    this.rows = [];
    this.picked = -1;
    grid.addEventListener("scroll", () => this.draw());
    grid.addEventListener("keydown", event => this.key(event));
  }

  /** Sets the columns and writes their titles. */
  setColumns(columns, sort) {
    this.columns = columns;
    this.grid.style.setProperty("--columns", columns.map(column => column.width).join(" "));
    this.grid.setAttribute("aria-colcount", columns.length);
    const row = element("div", "row", { role: "row", "aria-rowindex": 1 });
    for (const column of columns) {
      const isSorted = sort.key === column.key && !column.isTwin;
      const order = sort.isDescending ? "descending" : "ascending";
      const cell = element("div", column.isFigure ? "figure" : "", { role: "columnheader", "aria-sort": isSorted ? order : "none" });
      row.append(cell);
      if (!column.key) {
        cell.textContent = column.title;
        cell.classList.add("plain");
        continue;
      }
      const button = element("button", column.isFigure ? "figure" : "", { type: "button", tabindex: "-1" });
      button.textContent = column.title + (isSorted ? (sort.isDescending ? " ↓" : " ↑") : "");
      button.title = "Sort by " + column.title.toLowerCase();
      button.style.padding = "0 10px";
      button.style.textAlign = column.isFigure ? "right" : "left";
      button.addEventListener("click", () => this.on.sort(column.key));
      cell.append(button);
    }
    this.head.replaceChildren(row);
    this.body.replaceChildren();
    this.rows = [];
  }

  /** Shows nodes, from the first or from where the reader is. */
  show(nodes, isSamePlace) {
    this.nodes = nodes;
    this.grid.setAttribute("aria-rowcount", nodes.length + 1);
    this.body.style.height = Math.min(TALLEST, nodes.length * ROW) + "px";
    if (!isSamePlace) {
      this.grid.scrollTop = 0;
    }
    this.draw();
  }

  /** How many rows fit. */
  inSight() {
    return Math.max(1, Math.floor((this.grid.clientHeight - this.head.offsetHeight) / ROW));
  }

  /** The index of the row at the top, as a fraction. */
  top() {
    const most = Math.max(0, this.nodes.length - this.inSight());
    const way = this.body.offsetHeight - this.inSight() * ROW;
    return way <= 0 ? 0 : Math.min(most, (this.grid.scrollTop / way) * most);
  }

  /** Fills the rows in sight; elements are used again. */
  draw() {
    const top = this.top();
    const from = Math.floor(top);
    const count = Math.min(this.nodes.length - from, this.inSight() + 2);
    while (this.rows.length < count) {
      this.rows.push(this.element());
    }
    this.rows.forEach((row, i) => {
      row.hidden = i >= count;
      if (i < count) {
        this.fill(row, from + i, this.grid.scrollTop + (from + i - top) * ROW);
      }
    });
    const active = this.rows.find(row => !row.hidden && row.node === this.picked);
    this.grid.setAttribute("aria-activedescendant", active ? active.id : "");
  }

  element() {
    const row = element("div", "row", { role: "row", id: "row" + this.rows.length });
    for (const column of this.columns) {
      row.append(element("div", column.isFigure ? "figure" : "name", { role: "gridcell" }));
    }
    row.addEventListener("click", () => {
      this.on.pick(row.node);
      this.on.open(row.node);
    });
    row.addEventListener("mousemove", event => this.on.hover(row.node, event));
    row.addEventListener("mouseleave", () => this.on.hover(-1));
    this.body.append(row);
    return row;
  }

  fill(row, index, y) {
    row.node = this.nodes[index];
    row.style.top = Math.round(y) + "px";
    row.setAttribute("aria-rowindex", index + 2);
    row.setAttribute("aria-selected", row.node === this.picked);
    row.classList.toggle("picked", row.node === this.picked);
    this.columns.forEach((column, i) => column.fill(row.children[i], row.node, row));
  }

  /** Picks a node and brings it into sight if it is in the list. */
  pick(node) {
    this.picked = node;
    const index = this.nodes.indexOf(node);
    if (index >= 0) {
      const top = this.top();
      const last = top + this.inSight() - 1;
      if (index < top || index > last) {
        this.scrollTo(index < top ? index : index - this.inSight() + 1);
      }
    }
    this.draw();
  }

  scrollTo(index) {
    const most = Math.max(1, this.nodes.length - this.inSight());
    this.grid.scrollTop = (index / most) * (this.body.offsetHeight - this.inSight() * ROW);
  }

  key(event) {
    if (event.target !== this.grid) {
      return;
    }
    const index = this.nodes.indexOf(this.picked);
    const page = this.inSight() - 1;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in steps && this.nodes.length > 0) {
      const next = index < 0 ? 0 : index + steps[event.key];
      this.on.pick(this.nodes[Math.min(this.nodes.length - 1, Math.max(0, next))]);
    } else if ((event.key === "Enter" || event.key === "ArrowRight") && index >= 0) {
      this.on.open(this.picked);
    } else if (["Escape", "Backspace", "ArrowLeft"].includes(event.key)) {
      this.on.up();
    } else {
      return;
    }
    event.preventDefault();
  }
}
