// Drives a headless Chromium through its DevTools protocol: opens pages, takes pictures, measures.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One browser with one page. */
export class Browser {
  static async start(command) {
    const browser = new Browser();
    browser.profile = mkdtempSync(join(tmpdir(), "weighbridge-pictures-"));
    const flags = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
    browser.process = spawn(command, [...flags, "--user-data-dir=" + browser.profile, "about:blank"], { stdio: ["ignore", "ignore", "pipe"], detached: true });
    const port = await browser.port();
    const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    browser.socket = new WebSocket(targets.find(target => target.type === "page").webSocketDebuggerUrl);
    await new Promise(open => browser.socket.addEventListener("open", open));
    browser.number = 0;
    browser.waiting = new Map();
    browser.faults = [];
    browser.socket.addEventListener("message", message => browser.receive(JSON.parse(message.data)));
    await browser.send("Page.enable");
    await browser.send("Runtime.enable");
    await browser.send("Log.enable");
    return browser;
  }

  port() {
    return new Promise((found, failed) => {
      let said = "";
      this.process.stderr.on("data", text => {
        said += text;
        const match = /ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said);
        if (match) {
          found(match[1]);
        }
      });
      this.process.on("exit", () => failed(new Error("the browser ended: " + said)));
    });
  }

  receive(message) {
    if (message.id) {
      const { done, failed } = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      message.error ? failed(new Error(message.error.message)) : done(message.result);
    } else if (message.method === "Runtime.exceptionThrown") {
      this.faults.push(message.params.exceptionDetails.exception?.description ?? message.params.exceptionDetails.text);
    } else if (message.method === "Log.entryAdded" && message.params.entry.level === "error") {
      this.faults.push(message.params.entry.text);
    } else if (message.method === "Page.loadEventFired" && this.loaded) {
      this.loaded();
    }
  }

  send(method, params = {}) {
    const id = ++this.number;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((done, failed) => this.waiting.set(id, { done, failed }));
  }

  /** Opens an address at a size, in light or dark. */
  async open(address, { width, height, scheme = "light" }) {
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    await this.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
    // By way of an empty page: an address that differs behind # only would not be loaded again.
    await this.load("about:blank");
    await this.load(address);
    await this.run("typeof shown === 'undefined' ? 0 : shown");
    await this.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  async load(address) {
    const loaded = new Promise(done => (this.loaded = done));
    await this.send("Page.navigate", { url: address });
    await loaded;
  }

  /** Runs a script in the page and gives back its value. */
  async run(script) {
    const answer = await this.send("Runtime.evaluate", { expression: script, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return answer.result.value;
  }

  async point(x, y) {
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
  }

  async picture(file) {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    writeFileSync(file, Buffer.from(data, "base64"));
  }

  /** Ends the browser. Its other processes outlive the first and still write into the profile, so all of its group end, and the folder is removed as soon as they have. */
  async stop() {
    const ended = new Promise(done => this.process.on("exit", done));
    process.kill(-this.process.pid, "SIGKILL");
    await ended;
    for (let tries = 50; ; tries--) {
      try {
        return rmSync(this.profile, { recursive: true, force: true });
      } catch (stillWritten) {
        if (tries === 0) {
          throw stillWritten;
        }
        await new Promise(done => setTimeout(done, 100));
      }
    }
  }
}
