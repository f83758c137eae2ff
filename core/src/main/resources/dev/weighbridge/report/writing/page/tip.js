"use strict";

/** What the box beside the pointer tells of the nodes that are too small to draw. */
function tipOfRest(page, box) {
  const name = element("strong", "");
  name.textContent = grouped(box.count) + " more, too small to draw";
  const above = element("span", "above");
  above.textContent = "in " + page.tree.text(box.above);
  return [name, above];
}

/** What it tells of a node: its whole name, what is above it, its figures and kinds. */
function tipOf(page, node) {
  const { tree, wholes } = page;
  const name = element("strong", "");
  name.textContent = tree.text(node);
  const above = element("span", "above");
  above.textContent = tree.path(node).slice(1, -1).map(at => tree.text(at)).join(" › ");
  const list = element("dl", "");
  const line = (term, value, share) => {
    const cells = [element("dt", ""), element("dd", ""), element("dd", "")];
    [term, value, share].forEach((text, i) => {
      cells[i].textContent = text;
    });
    list.append(...cells);
  };
  const { figures } = tree;
  const { figure, figureBefore, isDiff, measures } = page.rows;
  if (isDiff) {
    line("Before", grouped(figures[figureBefore][node]), "");
    line("After", grouped(figures[figure][node]), "");
    line("Change", signed(figures.change[node]), "");
  } else {
    measures.forEach(measure => {
      const values = figures[measure.figure];
      line(measure.title, grouped(values[node]), percent(values[node], wholes[measure.figure]) + " %");
    });
  }
  const kinds = page.kinds ? page.kindsOf(node) : [];
  if (kinds.length > 1) {
    kinds.slice(0, 6).forEach(([text, bytes]) => line(bare(text), grouped(bytes), ""));
  }
  return above.textContent ? [name, above, list] : [name, list];
}
