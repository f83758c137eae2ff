"use strict";

const MOST_LEVELS = 4;

/** What areas can stand for: the figures of the measures, or the change of the first. */
function areasOf(rows) {
  return rows.isDiff
    ? { moved: "Change", [rows.figure]: "Size after", [rows.figureBefore]: "Size before" }
    : Object.fromEntries(rows.measures.map(measure => [measure.figure, measure.title]));
}

/** The element of an id. */
function byId(id) {
  return document.getElementById(id);
}

/** The page: what is shown, and what happens when something is chosen. The address keeps it all. */
class Page {
  constructor(data) {
    this.rows = new Rows(data);
    this.facts = data;
    this.kinds = this.rows.has("kind") ? this.rows.dimension("kind") : null;
    this.areas = areasOf(this.rows);
    this.searches = 0;
    this.search = null;
    this.kept = null;
    this.nothing = this.rows.isDiff ? "Nothing has changed." : "Nothing to draw.";
    this.readAddress();
    const on = {
      pick: node => this.pick(node),
      open: node => this.open(node),
      up: () => this.up(),
      sort: key => this.sortBy(key),
    };
    this.map = new Treemap(byId("picture"), byId("marks"), { ...on, hover: (box, event) => this.hoverBox(box, event) });
    this.table = new Table(byId("grid"), { ...on, hover: () => {} });
    this.writeFacts();
    this.fillControls();
    this.listen();
    this.setTheme(this.theme);
    this.wholes = new Tree(this.rows, [this.rows.dimensions[0]], null).figures;
    for (const name of Object.keys(this.wholes)) {
      this.wholes[name] = this.wholes[name][0];
    }
    this.regroup(this.at);
    if (this.query) {
      this.find(this.query);
    }
  }

  /** Takes what the address says, else what the report was made with. */
  readAddress() {
    const address = new URLSearchParams(location.hash.slice(1));
    const by = (address.get("by") ?? "").split(",").filter(name => this.rows.has(name));
    this.by = (by.length > 0 ? by : this.facts.by).slice(0, MOST_LEVELS);
    this.at = address.getAll("at");
    this.query = address.get("q") ?? "";
    const areas = Object.keys(this.areas);
    const sorted = this.rows.measures.find(measure => measure.name + "_size" === this.facts.sort);
    const usual = sorted && !this.rows.isDiff ? sorted.figure : areas[0];
    this.area = areas.includes(address.get("area")) ? address.get("area") : usual;
    this.isColourChosen = address.has("colour");
    this.colour = address.get("colour") ?? this.usualColour();
    this.theme = address.get("theme") ?? "system";
    this.isFlat = address.has("flat");
    this.sort = this.facts.sort === "label" ? { key: "label", isDescending: false } : this.usualSort();
  }

  /** Parts of the file are told apart by what they hold, everything else by itself. */
  usualColour() {
    if (this.rows.isDiff) {
      return "change";
    }
    return ["image", "segment", "section", "kind"].includes(this.by[0]) ? "kind" : "first";
  }

  usualSort() {
    return { key: this.area === "moved" ? "changed" : this.area, isDescending: true };
  }

  writeAddress() {
    const address = new URLSearchParams();
    address.set("by", this.by.join(","));
    this.tree.path(this.node).slice(1).forEach(node => address.append("at", this.tree.text(node)));
    if (this.query) {
      address.set("q", this.query);
    }
    address.set("area", this.area);
    if (this.isColourChosen) {
      address.set("colour", this.colour);
    }
    if (this.theme !== "system") {
      address.set("theme", this.theme);
    }
    if (this.isFlat) {
      address.set("flat", "");
    }
    history.replaceState(null, "", "#" + String(address).replaceAll("%2C", ","));
  }

  writeFacts() {
    byId("title").textContent = this.facts.file;
    const size = grouped(this.facts.fileSize) + " bytes (" + shortBytes(this.facts.fileSize) + ")";
    byId("facts").textContent = this.facts.format + " " + this.facts.machine + ", " + size;
    if (this.rows.isDiff) {
      const before = this.facts.fileSizeBefore;
      const change = this.facts.fileSize - before;
      const share = before > 0 && change !== 0 ? ", " + (change > 0 ? "+" : "−") + percent(Math.abs(change), before) + " %" : "";
      byId("facts").textContent += "; before " + grouped(before) + ", change " + signed(change) + share;
      byId("cause").textContent = this.facts.cause[0].toUpperCase() + this.facts.cause.slice(1) + ".";
      byId("cause").hidden = false;
    }
    const notes = [...this.facts.notes];
    if (this.facts.folded > 0) {
      notes.push("the " + grouped(this.facts.folded) + " lightest names are one row");
    }
    notes.push("Weighed by Weighbridge; every byte of the file is in exactly one row. This page loads nothing.");
    byId("notes").textContent = notes.map(note => note[0].toUpperCase() + note.slice(1)).join(" · ");
  }

  fillControls() {
    this.fillLevels();
    fillSelect(byId("area"), Object.entries(this.areas), this.area);
    const colours = [["first", "First level"]];
    if (this.kinds) {
      colours.push(["kind", "Kind of bytes"]);
    }
    if (this.rows.isDiff) {
      colours.unshift(["change", "Change"]);
    }
    this.colour = colours.some(([value]) => value === this.colour) ? this.colour : colours[0][0];
    fillSelect(byId("colour"), colours, this.colour);
    byId("search").value = this.query;
    byId("flat").checked = this.isFlat;
  }

  /** One list of dimensions for each level, and an empty one for the next. */
  fillLevels() {
    const names = this.rows.dimensions.map(dimension => [dimension.name, dimension.name]);
    const levels = byId("levels");
    const lists = [];
    for (let level = 0; level <= Math.min(this.by.length, MOST_LEVELS - 1); level++) {
      const label = element("label", "field");
      const select = element("select", "");
      fillSelect(select, level === 0 ? names : [["", "–"], ...names], this.by[level] ?? "");
      select.addEventListener("change", () => this.setLevel(level, select.value));
      label.append(level === 0 ? "Group by" : "then", select);
      lists.push(label);
    }
    levels.replaceChildren(...lists);
  }

  setLevel(level, name) {
    if (name === "") {
      this.by = this.by.slice(0, level);
    } else {
      const other = this.by.indexOf(name);
      if (other >= 0 && level < this.by.length) {
        this.by[other] = this.by[level];
      }
      this.by[level] = name;
    }
    if (!this.isColourChosen) {
      this.colour = this.usualColour();
      byId("colour").value = this.colour;
    }
    this.fillLevels();
    byId("levels").querySelectorAll("select")[level].focus();
    this.regroup([]);
  }

  listen() {
    byId("area").addEventListener("change", event => this.setArea(event.target.value));
    byId("colour").addEventListener("change", event => this.setColour(event.target.value));
    byId("flat").addEventListener("change", event => {
      this.isFlat = event.target.checked;
      this.show();
    });
    let wait = 0;
    byId("search").addEventListener("input", event => {
      clearTimeout(wait);
      wait = setTimeout(() => this.find(event.target.value), 140);
    });
    byId("search").addEventListener("keydown", event => {
      if (event.key === "Escape") {
        event.target.value = "";
        this.find("");
      }
    });
    document.addEventListener("keydown", event => {
      if (event.key === "/" && !/INPUT|SELECT/.test(document.activeElement.tagName)) {
        byId("search").focus();
        event.preventDefault();
      }
    });
    byId("theme").addEventListener("click", () => {
      const themes = ["system", "light", "dark"];
      this.setTheme(themes[(themes.indexOf(this.theme) + 1) % themes.length]);
      this.show(true);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.setTheme(this.theme);
      this.show(true);
    });
    new ResizeObserver(() => {
      this.map.resize();
      this.table.draw();
    }).observe(byId("map"));
  }

  setTheme(theme) {
    this.theme = ["light", "dark"].includes(theme) ? theme : "system";
    document.documentElement.dataset.theme = this.theme;
    byId("theme").textContent = { system: "◐ System", light: "○ Light", dark: "● Dark" }[this.theme];
    const isSystemDark = matchMedia("(prefers-color-scheme: dark)").matches;
    this.isDark = this.theme === "dark" || (this.theme === "system" && isSystemDark);
  }

  setArea(area) {
    this.area = area;
    this.sort = this.usualSort();
    this.show();
  }

  setColour(colour) {
    this.isColourChosen = true;
    this.colour = colour;
    this.recolour();
    this.show(true);
  }

  recolour() {
    this.colours = new Colours(this.rows, this.tree.dimensions[0], this.colour);
  }

  sortBy(key) {
    this.sort = { key, isDescending: this.sort.key === key ? !this.sort.isDescending : key !== "label" };
    this.show(true);
  }

  /** Groups the rows that the search has left by the dimensions chosen, and goes where labels lead. */
  regroup(at) {
    this.tree = this.kept ? this.grouped(this.kept) : this.wholeTree();
    this.node = this.tree.find(at);
    this.forget();
    this.recolour();
    this.show();
  }

  grouped(kept) {
    return new Tree(this.rows, this.by.map(name => this.rows.dimension(name)), kept);
  }

  /** The tree of all rows; kept until they are grouped in another way, so that a search ends at once. */
  wholeTree() {
    const by = this.by.join(",");
    if (this.whole?.by !== by) {
      this.whole = { by, tree: this.grouped(null) };
    }
    return this.whole.tree;
  }

  /** Keeps the rows in which a text is found; the page stays alive meanwhile. */
  async find(text) {
    const number = ++this.searches;
    const at = this.tree.path(this.node).slice(1).map(node => this.tree.text(node));
    const search = text === "" ? null : new Search(text);
    let kept = null;
    if (search) {
      byId("found").textContent = "Searching …";
      const dimensions = this.by.map(name => this.rows.dimension(name));
      kept = await search.rows(this.rows, dimensions, () => number === this.searches);
      if (!kept) {
        return;
      }
    }
    Object.assign(this, { query: text, search, kept });
    this.regroup(at);
  }

  /** Goes to a node. */
  open(node) {
    if (node >= 0 && this.tree.opens(node)) {
      this.node = node;
      this.forget();
      this.show();
    }
  }

  /** Goes one level up, and picks where it came from. */
  up() {
    if (this.node > 0) {
      const from = this.node;
      this.node = this.tree.parent[from];
      this.show();
      this.pick(from);
    }
  }

  /** Picks nothing: numbers of nodes are good for one tree. */
  forget() {
    this.picked = -1;
    this.map.picked = -1;
    this.table.picked = -1;
  }

  pick(node) {
    if (node < 0) {
      return;
    }
    this.picked = node;
    this.map.pick(node);
    const listed = this.isListed(node);
    this.table.pick(listed);
    byId("said").textContent = this.said(node);
  }

  /** The node, or the one above it that the table lists. */
  isListed(node) {
    let listed = node;
    while (!this.isFlat && !this.search && this.tree.level[listed] > this.tree.level[this.node] + 1) {
      listed = this.tree.parent[listed];
    }
    return listed;
  }

  said(node) {
    const figures = this.tree.figures;
    const size = grouped(figures.fileSize[node]) + " bytes in the file, " + percent(figures.fileSize[node], this.wholes.fileSize) + " %";
    return this.tree.text(node) + ": " + size + (this.rows.isDiff ? ", change " + signed(figures.change[node]) : "");
  }

  /** Shows the node anew; at the same place of the list if only its looks have changed. */
  show(isSamePlace = false) {
    this.colours.setDark(this.isDark);
    this.map.show(this.tree, this.node, this.area, this.colours);
    byId("empty").hidden = this.map.boxes.length > 0;
    byId("empty").textContent = this.tree.perm.length === 0 ? "Nothing found." : this.nothing;
    this.table.setColumns(columnsOf(this), this.sort);
    const isDeep = this.isFlat || this.search;
    const nodes = isDeep ? this.tree.leaves(this.node) : this.tree.largest(this.node, this.area).slice();
    this.table.show(sortedBy(this.tree, nodes, this.sort), isSamePlace);
    this.writePath();
    this.writeFound(nodes.length);
    this.writeLegend();
    byId("flat").disabled = this.search !== null;
    this.writeAddress();
  }

  writePath() {
    const path = this.tree.path(this.node);
    byId("path").replaceChildren(...path.map((node, i) => {
      const item = element("li", "");
      if (i === path.length - 1) {
        item.setAttribute("aria-current", "location");
        item.textContent = this.tree.text(node);
      } else {
        const button = element("button", "", { type: "button" });
        button.textContent = this.tree.text(node);
        button.addEventListener("click", () => this.open(node));
        item.append(button);
      }
      return item;
    }));
  }

  writeFound(count) {
    if (this.search?.fault) {
      byId("found").textContent = this.search.fault;
      return;
    }
    const { fileSize, change } = this.tree.figures;
    const rows = (this.search ? "Found " : "") + grouped(count) + (count === 1 ? " row, " : " rows, ");
    const size = grouped(fileSize[this.node]) + " bytes, ";
    const share = this.rows.isDiff ? "change " + signed(change[this.node]) : percent(fileSize[this.node], this.wholes.fileSize) + " %";
    byId("found").textContent = rows + size + share;
  }

  writeLegend() {
    const isOfBars = this.colour === "first" && this.kinds !== null;
    byId("legend").replaceChildren(isOfBars ? "Kinds:" : "", ...this.colours.legend().map(([colour, text]) => {
      const item = element("span", "");
      const swatch = element("i", "");
      swatch.style.background = colour;
      item.append(swatch, text);
      item.title = text;
      return item;
    }));
  }

  /** What kinds of bytes a node has, the largest first: text, bytes, colour. */
  kindsOf(node) {
    const sums = this.tree.divide(node, this.kinds, "fileSize");
    const paint = label => this.colours.paint(...this.colours.ofKind(label), 0);
    return [...sums.keys()]
      .filter(label => sums[label] > 0)
      .sort((a, b) => sums[b] - sums[a])
      .map(label => [this.kinds.labels[label], sums[label], paint(label)]);
  }


  /** Tells in a box beside the pointer what it points at. */
  hoverBox(box, event) {
    const tip = byId("tip");
    tip.hidden = !box;
    if (!box) {
      return;
    }
    if (this.tip !== box) {
      this.tip = box;
      tip.replaceChildren(...(box.node < 0 ? tipOfRest(this, box) : tipOf(this, box.node)));
    }
    const x = event.clientX + 16;
    const y = event.clientY + 16;
    tip.style.left = Math.max(4, Math.min(x, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = (y + tip.offsetHeight > innerHeight - 8 ? event.clientY - tip.offsetHeight - 12 : y) + "px";
  }
}

/** Fills a list to choose from. */
function fillSelect(select, choices, chosen) {
  select.replaceChildren(...choices.map(([value, text]) => {
    const option = element("option", "", { value });
    option.textContent = text;
    option.selected = value === chosen;
    return option;
  }));
}

const page = new Page(JSON.parse(byId("data").textContent));
