"use strict";

/** What the colours of the map mean: entries of colour, text, share, and the node to open if it is one. */
function legendOf(page) {
  const { colours, rows, tree } = page;
  if (colours.mode === "change") {
    return [[1, "new or much larger"], [0.06, "a little larger"], [0, "the same"], [-0.06, "a little smaller"], [-1, "gone or much smaller"]]
      .map(([share, text]) => ({ colour: colours.paint(...colours.changed(share)), text }));
  }
  return colours.mode === "kind" ? kindsLegend(page, colours, rows, tree) : namesLegend(page, colours, tree);
}

/** The kinds of the bytes shown, the heaviest first. */
function kindsLegend(page, colours, rows, tree) {
  const figure = page.area in rows.figures ? page.area : rows.figure;
  const sums = tree.divide(page.node, page.kinds, figure);
  const whole = sums.reduce((sum, value) => sum + value, 0);
  const entries = [...sums.keys()]
    .filter(kind => sums[kind] > 0)
    .sort((a, b) => sums[b] - sums[a])
    .map(kind => ({ colour: colours.ofKind(kind), text: bare(page.kinds.labels[kind]), share: sums[kind] / whole }));
  if (page.map.boxes.some(box => box.node < 0)) {
    entries.push({ colour: colours.rest(), text: "too small to draw" });
  }
  return entries;
}

/** The parts of the node shown that have a colour of their own, the largest first, and the others together. */
function namesLegend(page, colours, tree) {
  const values = tree.figures[page.area];
  const whole = values[page.node];
  const entries = [];
  let others = 0;
  let count = 0;
  for (const node of [...colours.parts].sort((a, b) => values[b] - values[a])) {
    const place = colours.places.get(node);
    if (place === undefined) {
      others += values[node];
      count++;
    } else if (values[node] > 0) {
      entries.push({ colour: colours.ofPlace(place), text: tree.shown(node), share: values[node] / whole, node });
    }
  }
  if (others > 0) {
    entries.push({ colour: colours.rest(), text: grouped(count) + (count === 1 ? " other" : " others"), share: others / whole });
  }
  return entries;
}

/** A label without the brackets that tell it from names. */
function bare(label) {
  return label.replace(/^\[(.*)\]$/, "$1");
}

/** Writes it under the map. */
function writeLegend(page) {
  const context = byId("picture").getContext("2d");
  context.font = "13px system-ui, sans-serif";
  byId("legend").replaceChildren(...legendOf(page).map(({ colour, text, share, node }) => {
    const item = element("li", "");
    const opens = node !== undefined && page.tree.opens(node);
    const entry = element(opens ? "button" : "span", "entry", opens ? { type: "button" } : {});
    const swatch = element("i", "");
    swatch.style.background = colour;
    const name = element("span", "");
    name.textContent = fitted(context, text, 190);
    entry.append(swatch, name);
    if (share !== undefined) {
      const figure = element("span", "of");
      figure.textContent = (100 * share).toFixed(1) + " %";
      entry.append(figure);
    }
    entry.title = node === undefined ? text : page.tree.text(node);
    if (opens) {
      entry.addEventListener("click", () => page.open(node));
    }
    item.append(entry);
    return item;
  }));
}
