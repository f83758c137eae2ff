"use strict";

/** Writes a name: what is above it faint, what was searched for marked. */
function fillName(page, cell, node, row) {
  const tree = page.tree;
  const text = tree.text(node);
  const swatch = element("span", "swatch");
  swatch.style.background = page.colours.plain(tree, node);
  const parts = [swatch];
  if (tree.level[node] > tree.level[page.node] + 1) {
    const above = tree.path(node).slice(tree.level[page.node] + 1, -1).map(at => tree.text(at)).join(" › ");
    const faint = element("span", "above");
    faint.textContent = cut(above, 40) + " › ";
    parts.push(faint);
  }
  const hit = page.search ? page.search.pattern.exec(text) : null;
  if (hit && hit[0]) {
    const mark = element("mark", "");
    mark.textContent = hit[0];
    parts.push(text.slice(0, hit.index), mark, text.slice(hit.index + hit[0].length));
  } else {
    parts.push(text);
  }
  cell.replaceChildren(...parts);
  cell.title = text;
  row.classList.toggle("opens", tree.opens(node));
}

/** Draws what kinds of bytes a node has as a bar. */
function fillKinds(page, cell, node) {
  const bar = element("span", "share", { role: "img" });
  const said = [];
  const whole = page.tree.figures.fileSize[node];
  for (const [text, bytes, colour] of page.kindsOf(node)) {
    const part = element("i", "");
    part.style.width = (100 * bytes) / whole + "%";
    part.style.background = colour;
    bar.append(part);
    said.push(text.slice(1, -1) + " " + grouped(bytes));
  }
  bar.setAttribute("aria-label", said.join(", "));
  cell.replaceChildren(bar);
}

/** A column of one of the tree's figures. */
function figureColumn(page, title, key, width = "126px") {
  const write = value => (value === 0 ? "-" : grouped(value));
  return { title, key, width, isFigure: true, fill: (cell, node) => (cell.textContent = write(page.tree.figures[key][node])) };
}

/** The share of the whole, as the text report writes it. */
function shareColumn(page) {
  const { figure, name } = page.rows.measures.find(measure => measure.figure === page.area) ?? page.rows.measures[0];
  const title = "% of " + name;
  const whole = page.wholes[figure];
  const fill = (cell, node) => (cell.textContent = percent(page.tree.figures[figure][node], whole));
  return { title, key: figure, width: title.length > 9 ? "126px" : "100px", isFigure: true, isTwin: true, fill };
}

function percent(part, whole) {
  return whole === 0 ? "-" : ((100 * part) / whole).toFixed(2);
}

/** The columns of the table. */
function columnsOf(page) {
  const title = page.tree.dimensions[page.isFlat || page.search ? page.tree.dimensions.length - 1 : Math.min(page.tree.level[page.node], page.tree.dimensions.length - 1)].name;
  const name = { title: title[0].toUpperCase() + title.slice(1), key: "label", width: "minmax(220px, 1fr)", fill: (cell, node, row) => fillName(page, cell, node, row) };
  if (page.rows.isDiff) {
    const change = {
      title: "Change", key: "changed", width: "118px", isFigure: true,
      fill: (cell, node) => {
        const value = page.tree.figures.change[node];
        cell.textContent = signed(value);
        cell.className = "figure" + (value > 0 ? " grown" : value < 0 ? " shrunk" : "");
      },
    };
    return [name, figureColumn(page, "Before", page.rows.figureBefore), figureColumn(page, "After", page.rows.figure), change];
  }
  const figures = page.rows.measures.map(measure => figureColumn(page, measure.title, measure.figure));
  const columns = [name, figures[0], shareColumn(page), ...figures.slice(1)];
  if (page.kinds) {
    columns.push({ title: "Kinds", key: "", width: "minmax(80px, 150px)", fill: (cell, node) => fillKinds(page, cell, node) });
  }
  return columns;
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
