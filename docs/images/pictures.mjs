// Takes the pictures of the documentation: node pictures.mjs PAGES FOLDER
// PAGES has size.html, of one program, and diff.html, of two builds of one.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Browser } from "./browser.mjs";

const small = { width: 1280, height: 800 };
const pictures = [
  { file: "treemap-light.png", page: "size.html", ...small },
  { file: "treemap-dark.png", page: "size.html", ...small, scheme: "dark" },
  { file: "search.png", page: "size.html", ...small, hash: "q=fmt" },
  { file: "zoomed.png", page: "size.html", ...small, hash: "at=gimli", point: [330, 300] },
  { file: "diff-light.png", page: "diff.html", ...small },
  { file: "diff-dark.png", page: "diff.html", ...small, scheme: "dark", hash: "area=fileSize" },
];

const [pages, folder] = process.argv.slice(2);
const browser = await Browser.start(process.env.CHROMIUM ?? "chromium");
try {
  for (const picture of pictures) {
    const address = pathToFileURL(join(pages, picture.page)).href;
    await browser.open(address + "#" + (picture.hash ?? ""), picture);
    await browser.run("new Promise(done => setTimeout(done, 300))");
    if (picture.point) {
      await browser.point(...picture.point);
    }
    const sum = await browser.run("page.wholes.fileSize - page.facts.fileSize");
    if (sum !== 0) {
      throw new Error(picture.page + ": rows miss the size of the file by " + sum + " bytes");
    }
    await browser.picture(join(folder, picture.file));
  }
  if (browser.faults.length > 0) {
    throw new Error(browser.faults.join("\n"));
  }
} finally {
  await browser.stop();
}
