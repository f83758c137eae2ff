// Takes the pictures of the documentation: node pictures.mjs PAGE.html FOLDER
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Browser } from "./browser.mjs";

const small = { width: 1280, height: 800 };
const pictures = [
  { file: "treemap-light.png", ...small },
  { file: "treemap-dark.png", ...small, scheme: "dark" },
  { file: "search.png", ...small, hash: "q=fmt" },
  { file: "zoomed.png", ...small, hash: "at=.text", point: [260, 300] },
];

const [page, folder] = process.argv.slice(2);
const browser = await Browser.start(process.env.CHROMIUM ?? "chromium");
try {
  for (const picture of pictures) {
    await browser.open(pathToFileURL(page).href + "#" + (picture.hash ?? ""), picture);
    await browser.run("new Promise(done => setTimeout(done, 300))");
    if (picture.point) {
      await browser.point(...picture.point);
    }
    await browser.picture(join(folder, picture.file));
  }
  if (browser.faults.length > 0) {
    throw new Error(browser.faults.join("\n"));
  }
} finally {
  await browser.stop();
}
