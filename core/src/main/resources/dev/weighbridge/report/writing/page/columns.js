"use strict";

/** Below this width in pixels only what matters most is a column. */
const NARROW = 560;
/** Room in the cell of a name that is not for its text. */
const AROUND_NAME = 42;

/** Writes a name: what is above it faint, what was searched for marked; cut so that the telling part stays. */
function fillName(page, cell, node, row) {
  const tree = page.tree;
  const text = tree.text(node);
  const context = byId("picture").getContext("2d");
  context.font = "14px system-ui, sans-serif";
  const swatch = element("span", "swatch");
  swatch.style.background = page.colours.of(tree, node);
  const parts = [swatch];
  let room = page.nameWidth - AROUND_NAME;
  const shown = fitted(context, text, room);
  if (tree.level[node] > tree.level[page.node] + 1) {
    const above = tree.path(node).filter(at => tree.level[at] > tree.level[page.node]).slice(0, -1);
    const faint = element("span", "above");
    room -= context.measureText(shown + " › ").width;
    const names = above.length > 0 ? fitted(context, above.map(at => tree.text(at)).join(" › "), room) : "";
    faint.textContent = names ? names + " › " : "";
    parts.push(faint);
  }
  const hit = page.search ? page.search.pattern.exec(shown) : null;
  if (hit && hit[0]) {
    const mark = element("mark", "");
    mark.textContent = hit[0];
    parts.push(shown.slice(0, hit.index), mark, shown.slice(hit.index + hit[0].length));
  } else {
    parts.push(shown);
  }
  cell.replaceChildren(...parts);
  cell.title = text;
  row.classList.toggle("opens", tree.opens(node));
}

/** Draws how large a node is in what is shown, in its colour on the map; where colours tell kinds, which kinds it has. */
function fillBar(page, cell, node) {
  const { figures } = page.tree;
  const whole = figures[page.figure][node];
  const most = Math.max(1, figures[page.area][page.node]);
  const share = Math.min(100, (100 * figures[page.area][node]) / most);
  const bar = element("span", "share", { role: "img" });
  const kinds = page.kinds && page.colour === "kind" ? page.kindsOf(node) : [["", whole, page.colours.of(page.tree, node)]];
  for (const [, bytes, colour] of whole > 0 ? kinds : []) {
    const part = element("i", "");
    part.style.width = (share * bytes) / whole + "%";
    part.style.background = colour;
    bar.append(part);
  }
  const said = kinds.map(([text, bytes]) => (text ? bare(text) + " " + grouped(bytes) : share.toFixed(1) + " % of what is shown"));
  bar.setAttribute("aria-label", said.join(", "));
  cell.replaceChildren(bar);
}

/** A column of one of the tree's figures. */
function figureColumn(page, title, key, width = "126px") {
  const write = value => (value === 0 ? "-" : grouped(value));
  return { title, key, width, isFigure: true, fill: (cell, node) => (cell.textContent = write(page.tree.figures[key][node])) };
}

/** The share of the whole, as the text report writes it. */
function shareColumn(page, width, short) {
  const { figure, name } = page.rows.measures.find(measure => measure.figure === page.area) ?? page.rows.measures[0];
  const title = short ?? "% of " + name;
  const whole = page.wholes[figure];
  const fill = (cell, node) => (cell.textContent = percent(page.tree.figures[figure][node], whole));
  return { title, key: figure, width: width ?? (title.length > 9 ? "126px" : "100px"), isFigure: true, isTwin: true, fill };
}

function percent(part, whole) {
  return whole === 0 ? "-" : ((100 * part) / whole).toFixed(2);
}

/** A column of a build beside others: its bytes, and what changed since the one before. */
function buildColumn(page, measure, before) {
  const fill = (cell, node) => {
    const value = page.tree.figures[measure.figure][node];
    const change = before ? value - page.tree.figures[before.figure][node] : 0;
    cell.textContent = value === 0 ? "-" : grouped(value);
    if (change !== 0) {
      const step = element("span", change > 0 ? "grown" : "shrunk");
      step.textContent = " " + signed(change);
      cell.append(step);
    }
  };
  return { title: measure.title, key: measure.figure, width: "180px", isFigure: true, fill };
}

/** The columns of the table; on a narrow page those that matter most. */
function columnsOf(page) {
  const { tree, rows } = page;
  const depth = tree.dimensions.length - 1;
  const title = tree.dimensions[page.isFlat || page.search ? depth : Math.min(tree.level[page.node], depth)].name;
  const name = { title: title[0].toUpperCase() + title.slice(1), key: "label", width: "minmax(0, 1fr)", fill: (cell, node, row) => fillName(page, cell, node, row) };
  const isNarrow = byId("grid").clientWidth < NARROW;
  const columns = [name, ...figureColumns()];
  if (!isNarrow) {
    columns.push({ title: page.colour === "kind" ? "Kinds" : "Share", key: "", width: "minmax(80px, 150px)", fill: (cell, node) => fillBar(page, cell, node) });
  }
  const others = columns.slice(1).reduce((sum, column) => sum + Number(/(\d+)px\)?$/.exec(column.width)[1]), 0);
  page.nameWidth = Math.max(120, byId("grid").clientWidth - others);
  return columns;

  function figureColumns() {
    if (rows.isDiff) {
      const change = {
        title: "Change", key: "changed", width: "118px", isFigure: true,
        fill: (cell, node) => {
          const value = tree.figures.change[node];
          cell.textContent = signed(value);
          cell.className = "figure" + (value > 0 ? " grown" : value < 0 ? " shrunk" : "");
        },
      };
      const sizes = [figureColumn(page, "Before", rows.figureBefore), figureColumn(page, "After", rows.figure)];
      return isNarrow ? [sizes[1], change] : [...sizes, change];
    }
    if (page.facts.isOfBuilds) {
      // The last builds, as many as there is room for.
      const count = Math.max(1, Math.floor((byId("grid").clientWidth - 120) / 180));
      return rows.measures.slice(-count).map(measure => buildColumn(page, measure, rows.measures[rows.measures.indexOf(measure) - 1]));
    }
    if (isNarrow) {
      const shown = rows.measures.find(measure => measure.figure === page.area) ?? rows.measures[0];
      return [figureColumn(page, shown.title, shown.figure, "112px"), shareColumn(page, "84px", "%")];
    }
    const figures = rows.measures.map(measure => figureColumn(page, measure.title, measure.figure));
    return [figures[0], shareColumn(page), ...figures.slice(1)];
  }
}

/** The nodes in the order of a column; equal ones keep the order of the file. */
function sortedBy(tree, nodes, sort) {
  if (sort.key !== "label" || nodes.length === 0) {
    const values = tree.figures[sort.key];
    return ordered(nodes, node => values[node], sort.isDescending);
  }
  const ranks = ranksOf(tree.dimensions[tree.level[nodes[0]] - 1]);
  return ordered(nodes, node => ranks[tree.label[node]], sort.isDescending);
}

/** The place of each label in the order of their characters; found once. */
function ranksOf(dimension) {
  if (!dimension.ranks) {
    const { labels } = dimension;
    const order = [...labels.keys()].sort((a, b) => (labels[a] < labels[b] ? -1 : labels[a] > labels[b] ? 1 : a - b));
    dimension.ranks = Colours.places(order);
  }
  return dimension.ranks;
}
