"use strict";

const MOST_LEVELS = 6;

/** What areas can stand for: the figures of the measures, or the change of the first. */
function areasOf(rows) {
  return rows.isDiff
    ? { moved: "Change", [rows.figure]: "Size after", [rows.figureBefore]: "Size before" }
    : Object.fromEntries(rows.measures.map(measure => [measure.figure, measure.title]));
}

/** The page of a map and a table: what is shown, and what happens when something is chosen. The address keeps it all. */
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
    this.theme = new Theme(new URLSearchParams(location.hash.slice(1)).get("theme"), () => this.show(true));
    const on = {
      pick: node => this.pick(node),
      open: node => this.open(node),
      up: () => this.up(),
      sort: key => this.sortBy(key),
      hover: (box, event) => this.hoverBox(box, event),
    };
    this.map = new Treemap(byId("picture"), byId("marks"), on);
    this.table = new Table(byId("grid"), on);
    this.writeFacts();
    this.wholes = new Tree(this.rows, [this.rows.dimensions[0]], null).figures;
    for (const name of Object.keys(this.wholes)) {
      this.wholes[name] = this.wholes[name][0];
    }
    this.listen();
    this.goToAddress();
  }

  /** Takes what the address says, else what the report was made with. */
  readAddress() {
    const address = new URLSearchParams(location.hash.slice(1));
    const by = (address.get("by") ?? "").split(",").filter(name => this.rows.has(name));
    this.by = (by.length > 0 ? by : this.facts.by).slice(0, MOST_LEVELS);
    this.query = address.get("q") ?? "";
    const areas = Object.keys(this.areas);
    const sorted = this.rows.measures.find(measure => measure.name + "_size" === this.facts.sort);
    const usual = sorted && !this.rows.isDiff ? sorted.figure : areas[0];
    this.area = areas.includes(address.get("area")) ? address.get("area") : usual;
    this.isColourChosen = this.modes().some(([value]) => value === address.get("colour"));
    this.colour = this.isColourChosen ? address.get("colour") : this.usualColour();
    this.isFlat = address.has("flat");
    this.sort = this.facts.sort === "label" ? { key: "label", isDescending: false } : this.usualSort();
    return address.getAll("at");
  }

  /** Shows what the address says: when the page opens, and when the reader goes back or forward. */
  goToAddress() {
    const at = this.readAddress();
    this.fillControls();
    this.search = null;
    this.kept = null;
    this.regroup(at);
    if (this.query) {
      this.find(this.query, at);
    }
  }

  /** What colours can tell. */
  modes() {
    const colours = [["name", "Names"]];
    if (this.kinds) {
      colours.push(["kind", "Kinds of bytes"]);
    }
    if (this.rows.isDiff) {
      colours.unshift(["change", "Change"]);
    }
    return colours;
  }

  /** Parts of the file are told apart by what they hold, everything else by itself. */
  usualColour() {
    if (this.rows.isDiff) {
      return "change";
    }
    return this.kinds && ["image", "segment", "section", "kind"].includes(this.by[0]) ? "kind" : "name";
  }

  /** The figure that sizes are told of: the one that areas stand for, in a diff the new size. */
  get figure() {
    return this.rows.isDiff ? this.rows.figure : this.area;
  }

  usualSort() {
    return { key: this.area === "moved" ? "changed" : this.area, isDescending: true };
  }

  /** Keeps in the address what is shown; a step is one that the browser's buttons go back from. */
  writeAddress(isStep) {
    const address = new URLSearchParams();
    address.set("by", this.by.join(","));
    this.labelsTo(this.node).forEach(text => address.append("at", text));
    if (this.query) {
      address.set("q", this.query);
    }
    address.set("area", this.area);
    if (this.isColourChosen) {
      address.set("colour", this.colour);
    }
    if (this.theme.name !== "system") {
      address.set("theme", this.theme.name);
    }
    if (this.isFlat) {
      address.set("flat", "");
    }
    const hash = "#" + String(address).replaceAll("%2C", ",");
    if (hash !== location.hash) {
      history[isStep ? "pushState" : "replaceState"](null, "", hash);
    }
  }

  labelsTo(node) {
    return this.tree.path(node).slice(1).map(at => this.tree.text(at));
  }

  writeFacts() {
    const { facts } = this;
    byId("title").textContent = facts.file;
    const size = grouped(facts.fileSize) + " bytes (" + shortBytes(facts.fileSize) + ")";
    byId("facts").textContent = [facts.format, facts.machine].filter(text => text).join(" ") + ", " + size;
    if (this.rows.isDiff) {
      const before = facts.fileSizeBefore;
      const change = facts.fileSize - before;
      const share = before > 0 && change !== 0 ? ", " + (change > 0 ? "+" : "−") + percent(Math.abs(change), before) + " %" : "";
      byId("facts").textContent += "; before " + grouped(before) + ", change " + signed(change) + share;
      byId("cause").textContent = facts.cause[0].toUpperCase() + facts.cause.slice(1) + ".";
      byId("cause").hidden = false;
    }
    const notes = [...facts.notes];
    if (facts.folded > 0) {
      notes.push("the " + grouped(facts.folded) + " lightest names are one row");
    }
    notes.push("Weighed by Weighbridge; every byte is in exactly one row. This page loads nothing.");
    byId("notes").textContent = notes.map(note => note[0].toUpperCase() + note.slice(1)).join(" · ");
  }

  fillControls() {
    this.fillLevels();
    fillSelect(byId("area"), Object.entries(this.areas), this.area);
    fillSelect(byId("colour"), this.modes(), this.colour);
    byId("search").value = this.query;
    byId("flat").checked = this.isFlat;
  }

  /** One list of dimensions for each level, and an empty one for the next. */
  fillLevels() {
    // Who keeps whom is one tree: its levels have one order.
    byId("levels").hidden = this.facts.isChain === true;
    const names = this.rows.dimensions.map(dimension => [dimension.name, dimension.name]);
    const lists = [];
    for (let level = 0; level <= Math.min(this.by.length, MOST_LEVELS - 1, names.length - 1); level++) {
      const label = element("label", "field");
      const select = element("select", "");
      fillSelect(select, level === 0 ? names : [["", "–"], ...names], this.by[level] ?? "");
      select.addEventListener("change", () => this.setLevel(level, select.value));
      label.append(level === 0 ? "Group by" : "then", select);
      lists.push(label);
    }
    byId("levels").replaceChildren(...lists);
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
    this.regroup([], true);
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
    listenForSearch();
    addEventListener("popstate", () => this.goToAddress());
    new ResizeObserver(() => {
      this.map.resize();
      this.table.setColumns(columnsOf(this), this.sort);
      this.table.draw();
    }).observe(byId("map"));
  }

  setArea(area) {
    this.area = area;
    this.sort = this.usualSort();
    this.show();
  }

  setColour(colour) {
    this.isColourChosen = true;
    this.colour = colour;
    this.show(true);
  }

  sortBy(key) {
    this.sort = { key, isDescending: this.sort.key === key ? !this.sort.isDescending : key !== "label" };
    this.show(true);
  }

  /** Groups the rows that the search has left by the dimensions chosen, and goes where labels lead. */
  regroup(at, isStep = false) {
    this.tree = this.kept ? this.grouped(this.kept) : this.wholeTree();
    this.node = this.tree.find(at);
    this.forget();
    this.show(false, isStep);
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
  async find(text, at = this.labelsTo(this.node)) {
    const number = ++this.searches;
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
      this.node = this.tree.inner(node);
      this.forget();
      this.show(false, true);
    }
  }

  /** Goes one level up, and picks where it came from. */
  up() {
    const path = this.tree.path(this.node);
    if (path.length > 1) {
      this.node = path[path.length - 2];
      this.show(false, true);
      this.pick(path[path.length - 1]);
    }
  }

  /** Goes to a node that is shown already, or to the whole. */
  goTo(node) {
    this.node = this.tree.inner(node);
    this.forget();
    this.show(false, true);
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
    this.table.pick(this.isListed(node));
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
    const { figures } = this.tree;
    const { isDiff } = this.rows;
    const { figure } = this;
    const size = grouped(figures[figure][node]) + " bytes, " + percent(figures[figure][node], this.wholes[figure]) + " %";
    return this.tree.text(node) + ": " + size + (isDiff ? ", change " + signed(figures.change[node]) : "");
  }

  /**
   * Shows the node anew.
   *
   * @param isSamePlace whether only the looks of the list have changed
   * @param isStep whether the browser's buttons go back from here
   */
  show(isSamePlace = false, isStep = false) {
    this.colours = new Colours(this.rows, this.colour);
    this.colours.setDark(this.theme.isDark);
    this.colours.rank(this.wholeTree(), this.tree, this.node);
    this.map.show(this.tree, this.node, this.area, this.colours);
    byId("empty").hidden = this.map.boxes.length > 0;
    byId("empty").textContent = this.tree.perm.length === 0 ? "Nothing found." : this.nothing;
    this.table.setColumns(columnsOf(this), this.sort);
    const isDeep = this.isFlat || this.search;
    const nodes = isDeep ? this.tree.leaves(this.node) : this.tree.largest(this.node, this.area).slice();
    this.table.show(sortedBy(this.tree, nodes, this.sort), isSamePlace);
    this.writePath();
    this.writeFound(nodes.length);
    writeLegend(this);
    byId("said").textContent = this.said(this.node);
    byId("flat").disabled = this.search !== null;
    this.writeAddress(isStep);
  }

  writePath() {
    const path = this.tree.path(this.node);
    byId("path").replaceChildren(...path.map((node, i) => {
      const item = element("li", "", { title: this.tree.text(node) });
      if (i === path.length - 1) {
        item.setAttribute("aria-current", "location");
        item.textContent = this.tree.shown(node);
      } else {
        const button = element("button", "", { type: "button" });
        button.textContent = this.tree.shown(node);
        button.addEventListener("click", () => this.goTo(node));
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
    const { figures } = this.tree;
    const size = figures[this.figure][this.node];
    const rows = (this.search ? "Found " : "") + grouped(count) + (count === 1 ? " row, " : " rows, ");
    const share = this.rows.isDiff ? "change " + signed(figures.change[this.node]) : percent(size, this.wholes[this.figure]) + " %";
    byId("found").textContent = rows + grouped(size) + " bytes, " + share;
  }

  /** What kinds of bytes a node has, the largest first: text, bytes, colour. */
  kindsOf(node) {
    const sums = this.tree.divide(node, this.kinds, this.figure);
    return [...sums.keys()]
      .filter(label => sums[label] > 0)
      .sort((a, b) => sums[b] - sums[a])
      .map(label => [this.kinds.labels[label], sums[label], this.colours.ofKind(label)]);
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
