// Clicks through pages in a real browser and checks what they show: node check.mjs FOLDER
// FOLDER has size.html and size.svg of one program, image.html of a package, and diff.html, compare.html, retained.html and
// lint.html. Says on standard output what it has not checked; ends with 1 and the faults if there are any.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Browser } from "./browser.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 420, height: 800 };
const folder = process.argv[2];
const axe = process.env.AXE ?? "";
const faults = [];

function expect(isTrue, what) {
  if (!isTrue) {
    faults.push(what);
  }
}

const browser = await Browser.start(process.env.CHROMIUM ?? "chromium");

async function open(page, look, hash = "") {
  await browser.open(pathToFileURL(join(folder, page)).href + hash, look);
  await browser.run("shown.then(() => new Promise(done => setTimeout(done, 80)))");
}

async function click(x, y) {
  for (const type of ["mousePressed", "mouseReleased"]) {
    await browser.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
  }
  await browser.run("new Promise(done => setTimeout(done, 80))");
}

/** Where the middle of an element is. */
const middle = selector => browser.run(`(() => { const r = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`);

/** Every colour of the map is in the legend, and so is every part of more than a hundredth, with a colour of its own. */
const COLOURS = `(() => {
  const rgb = text => { const c = document.createElement("canvas").getContext("2d"); c.fillStyle = text; return c.fillStyle; };
  const legend = [...document.querySelectorAll("#legend i")].map(i => rgb(i.style.background));
  const faults = [];
  if (new Set(legend).size !== legend.length) faults.push("two entries of one colour");
  for (const box of page.map.boxes) {
    const colour = box.node < 0 ? page.colours.ofRest(page.tree, box.above) : page.colours.of(page.tree, box.node);
    const isFrame = box.isOpen && page.colours.part(page.tree, box.node) < 0;
    if (!isFrame && !legend.includes(colour)) faults.push("no entry for the colour of " + page.tree.text(Math.max(0, box.node)));
  }
  const values = page.tree.figures[page.area];
  for (const node of page.tree.largest(page.node, page.area)) {
    const hasColour = page.colours.of(page.tree, node) !== page.colours.rest() || page.colours.part(page.tree, node) < 0;
    if (values[node] > 0.01 * values[page.node] && !hasColour) faults.push("no colour: " + page.tree.text(node));
  }
  return faults;
})()`;

/** Big boxes have their names on them. */
const LABELS = `page.map.boxes.filter(box => box.depth === 1 && box.node >= 0 && box.w > 60 && box.h > 24)
  .filter(box => !page.map.labels.some(label => label.node === box.node)).map(box => page.tree.text(box.node))`;

async function looks(page, where) {
  for (const fault of await browser.run(COLOURS)) {
    faults.push(`${page} ${where}: ${fault}`);
  }
  const unnamed = await browser.run(LABELS);
  expect(unnamed.length === 0, `${page} ${where}: no name on ${unnamed}`);
}

async function steps() {
  await open("size.html", WIDE);
  await looks("size.html", "at first");
  const box = await browser.run("(() => { const b = page.map.boxes[0], r = document.querySelector('#marks').getBoundingClientRect(); return [r.x + b.x + 20, r.y + b.y + 9]; })()");
  await click(...box);
  const first = await browser.run("page.tree.text(page.node)");
  expect(await browser.run("page.node > 0"), "a click on the first box goes nowhere");
  await looks("size.html", "in " + first);
  await click(...(await middle("#legend button")));
  expect(await browser.run("page.tree.path(page.node).length === 3"), "a click on an entry of the legend does not go there");
  const deeper = await browser.run("location.hash");
  await browser.run("new Promise(done => { addEventListener('popstate', () => setTimeout(done, 50), { once: true }); history.back(); })");
  expect((await browser.run("page.tree.text(page.node)")) === first, "Back does not go up to " + first);
  await browser.run("new Promise(done => { addEventListener('popstate', () => setTimeout(done, 50), { once: true }); history.back(); })");
  expect(await browser.run("page.node === 0"), "Back does not go to the whole");
  await browser.run("new Promise(done => { addEventListener('popstate', () => setTimeout(done, 50), { once: true }); history.forward(); })");
  await browser.run("new Promise(done => { addEventListener('popstate', () => setTimeout(done, 50), { once: true }); history.forward(); })");
  expect((await browser.run("location.hash")) === deeper, "Forward does not go back to where the reader was");
  await click(...(await middle("#path button")));
  expect(await browser.run("page.node === 0"), "a click on the path does not go up");
  await browser.run("page.find('fmt')");
  await looks("size.html", "searching fmt");
  const cuts = await browser.run(`(() => { const c = document.querySelector("#picture").getContext("2d"); c.font = "14px sans-serif";
    return [["core::fmt::num::imp::fmt_u64", 100], ["<alloc::vec::Vec<T> as core::fmt::Debug>::fmt", 90], ["usr/lib/x86_64-linux-gnu/libgtk-3.so.0", 110]].map(([t, w]) => fitted(c, t, w)); })()`);
  expect(cuts[0].endsWith("fmt_u64") && cuts[1].endsWith("fmt") && cuts[2].includes("libgtk-3.so.0"), "cut names lose their end: " + cuts);
}

/** The picture that Java draws has the boxes of the page. */
async function picture() {
  await open("size.html", WIDE);
  const boxes = await browser.run("layOut(page.tree, 0, page.area, 1200, 700).map(b => [b.x, b.y, b.w, b.h, b.depth])");
  const svg = readFileSync(join(folder, "size.svg"), "utf8");
  const drawn = [...svg.matchAll(/<g><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#[0-9a-f]+)"/g)];
  const colours = await browser.run("(page.theme.set('light'), page.show(), layOut(page.tree, 0, page.area, 1200, 700).map(b => b.node < 0 ? page.colours.ofRest(page.tree, b.above) : page.colours.of(page.tree, b.node)))");
  expect(drawn.length === boxes.length, `the picture has ${drawn.length} boxes, the page ${boxes.length}`);
  boxes.forEach(([x, y, w, h, depth], i) => {
    const thin = depth === 1 && w > 3 && h > 3 ? 0.8 : 0;
    const there = drawn[i] ?? [];
    const isSame = [x + thin, y + thin, w - 2 * thin, h - 2 * thin].every((value, k) => Math.abs(value - Number(there[k + 1])) < 0.011);
    expect(isSame && there[5] === colours[i], `box ${i} of the picture: ${there[0]}, of the page ${[x, y, w, h]} ${colours[i]}`);
  });
}

async function narrow(page) {
  await open(page, NARROW);
  const [scroll, inner] = await browser.run("[document.documentElement.scrollWidth, innerWidth]");
  expect(scroll <= inner, `${page}: ${scroll} pixels wide on ${inner}`);
  const hidden = await browser.run("[...document.querySelectorAll('#legend')].filter(l => l.offsetParent && l.scrollHeight > l.clientHeight + 1).length");
  expect(hidden === 0, page + ": part of the legend is out of reach");
}

async function accessible(page) {
  for (const look of [WIDE, NARROW]) {
    for (const scheme of ["light", "dark"]) {
      await open(page, { ...look, scheme });
      await browser.run("document.querySelector('details')?.setAttribute('open', '')");
      await browser.run(readFileSync(axe, "utf8") + "; 0");
      const violations = await browser.run("axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3)))");
      violations.forEach(violation => faults.push(`${page} ${look.width} ${scheme}: ${violation}`));
    }
  }
}

try {
  await steps();
  await picture();
  const pages = ["size.html", "image.html", "diff.html", "compare.html", "retained.html", "lint.html"].filter(page => existsSync(join(folder, page)));
  for (const page of pages) {
    await narrow(page);
    if (page !== "lint.html" && page !== "diff.html") {
      await open(page, WIDE);
      expect(await browser.run("page.map.boxes.length > 1"), page + ": no boxes");
      if (page !== "compare.html") {
        await looks(page, "at first");
      }
    }
    if (axe && existsSync(axe)) {
      await accessible(page);
    }
  }
  if (!axe || !existsSync(axe)) {
    console.log("not checked: accessibility, as AXE names no axe.min.js");
  }
  faults.push(...browser.faults);
} finally {
  await browser.stop();
}
console.log(faults.length === 0 ? "all as it should be" : faults.join("\n"));
process.exitCode = faults.length === 0 ? 0 : 1;
