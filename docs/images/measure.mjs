// Measures a page in a real browser: node measure.mjs PAGE.html [PICTURE.png]
import { pathToFileURL } from "node:url";
import { Browser } from "./browser.mjs";

/** Runs in the page: does something, and tells how long until it was drawn and the longest time without a frame. */
const timed = `async work => {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  await frame();
  let last = performance.now(), longest = 0, isOver = false;
  const watch = now => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!isOver) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  const start = performance.now();
  await work();
  const worked = performance.now() - start;
  await frame();
  await frame();
  isOver = true;
  return Math.round(worked) + " ms, longest time without a frame " + Math.round(longest) + " ms";
}`;

const works = {
  "zoom into the largest box": "page.open(page.tree.largest(0, 'fileSize')[0])",
  "zoom out": "page.up()",
  "flat list": "(page.isFlat = true, page.show())",
  "sort by name, first time": "page.sortBy('label')",
  "sort by name, again": "page.sortBy('label')",
  "sort by size": "page.sortBy('fileSize')",
  "scroll to the end": "page.table.scrollTo(page.table.nodes.length)",
  "search 'fmt'": "page.find('fmt')",
  "search /closure.*#1/": "page.find('/closure.*#1/')",
  "search away": "page.find('')",
  "group by kind, section, symbol": "(page.by = ['kind', 'section', 'symbol'], page.regroup([]))",
};

const [file, picture] = process.argv.slice(2);
const browser = await Browser.start(process.env.CHROMIUM ?? "chromium");
try {
  const address = pathToFileURL(file).href;
  await browser.open(address, { width: 1440, height: 900 });
  const timing = "performance.getEntriesByType('navigation')[0]";
  console.log("rows:", await browser.run("page.rows.count"), " labels:", await browser.run("page.rows.dimensions.map(d => d.name + ' ' + d.labels.length).join(', ')"));
  console.log("load, until the scripts are done:", Math.round(await browser.run(timing + ".domComplete")), "ms; of it from the end of reading:", Math.round(await browser.run(timing + ".domComplete - " + timing + ".responseEnd")), "ms");
  for (const [name, work] of Object.entries(works)) {
    console.log(name + ":", await browser.run(`(${timed})(async () => ${work})`));
  }
  console.log("heap:", Math.round((await browser.run("performance.memory.usedJSHeapSize")) / 1048576), "MiB");
  if (picture) {
    await browser.open(address, { width: 1440, height: 900 });
    await browser.picture(picture);
  }
  console.log(browser.faults.length === 0 ? "no faults" : browser.faults.join("\n"));
} finally {
  await browser.stop();
}
