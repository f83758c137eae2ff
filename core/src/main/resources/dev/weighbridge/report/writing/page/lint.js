"use strict";

/** The page of findings: what is shown, in which order, and in which colours. */
class Findings {
  static SEVERITIES = ["error", "warning", "note"];
  static BASIS = { exact: "exactly", counted: "counted", "upper-bound": "at most", estimated: "about", unknown: "unknown" };

  constructor(data) {
    this.data = data;
    this.grouped = new Intl.NumberFormat("en-US");
    const address = new URLSearchParams(location.hash.slice(1));
    this.shown = new Set(Findings.SEVERITIES);
    this.text = address.get("search") ?? "";
    this.order = address.get("sort") ?? "severity";
    this.theme = new Theme(address.get("theme"), () => this.keep());
    byId("search").placeholder = "Search rules, messages, evidence and fixes";
    this.head();
    this.listen();
    this.show();
  }

  head() {
    const { file, format, machine, fileSize, findings } = this.data;
    byId("title").textContent = file;
    byId("facts").textContent = `${format} ${machine} · ${this.bytes(fileSize)}`;
    for (const severity of Findings.SEVERITIES) {
      const count = findings.filter((finding) => finding.severity === severity).length;
      const button = make("button", severity, make("i"), `${count} ${severity}${count === 1 ? "" : "s"}`);
      button.type = "button";
      button.addEventListener("click", () => this.toggle(severity));
      button.dataset.severity = severity;
      byId("severities").append(button);
    }
    byId("search").value = this.text;
    byId("sort").value = this.order;
    byId("notes").textContent = this.silent();
  }

  /** What was found but is not on the page. */
  silent() {
    const parts = [];
    const { allowed, known, expired } = this.data;
    if (allowed > 0) parts.push(`${allowed} allowed by an exception`);
    if (known > 0) parts.push(`${known} known from the baseline`);
    if (expired > 0) parts.push(`${expired} ${expired === 1 ? "exception has" : "exceptions have"} expired`);
    parts.push("Savings overlap: bytes that two findings are about can go only once.");
    return parts.join(" · ");
  }

  listen() {
    byId("search").addEventListener("input", (event) => {
      this.text = event.target.value;
      this.show();
    });
    byId("sort").addEventListener("change", (event) => {
      this.order = event.target.value;
      this.show();
    });
    listenForSearch();
  }

  toggle(severity) {
    if (!this.shown.delete(severity)) {
      this.shown.add(severity);
    }
    this.show();
  }

  /** The state goes into the address, so that it can be sent to somebody. */
  keep() {
    const address = new URLSearchParams();
    if (this.text) address.set("search", this.text);
    if (this.order !== "severity") address.set("sort", this.order);
    if (this.theme.name !== "system") address.set("theme", this.theme.name);
    history.replaceState(null, "", address.size ? `#${address}` : location.pathname + location.search);
  }

  show() {
    for (const button of byId("severities").children) {
      button.setAttribute("aria-pressed", this.shown.has(button.dataset.severity));
    }
    const open = new Set([...document.querySelectorAll("details[open]")].map((details) => details.dataset.number));
    const wanted = this.text.trim().toLowerCase();
    const found = this.data.findings
      .map((finding, number) => ({ finding, number }))
      .filter(({ finding }) => this.shown.has(finding.severity) && this.holds(finding, wanted));
    this.sort(found);
    const cards = found.map(({ finding, number }) => this.card(finding, String(number), open, wanted));
    if (cards.length === 0) {
      cards.push(make("p", "none", this.data.findings.length === 0 ? "Nothing found." : "Nothing matches."));
    }
    byId("findings").replaceChildren(...cards, ...this.undecided(wanted));
    const all = this.data.findings.length;
    byId("found").textContent = found.length === all ? `${all} found` : `${found.length} of ${all} shown`;
    this.keep();
  }

  /** The page's findings come by severity already. */
  sort(found) {
    if (this.order === "bytes") {
      found.sort((a, b) => b.finding.savingBytes - a.finding.savingBytes || a.number - b.number);
    } else if (this.order === "rule") {
      found.sort((a, b) => (a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : a.number - b.number));
    }
  }

  holds(finding, wanted) {
    const texts = [finding.rule, finding.message, ...finding.fix, ...finding.evidence.map((item) => item.label)];
    texts.push(this.data.rules[finding.rule].title);
    return texts.some((text) => text.toLowerCase().includes(wanted));
  }

  card(finding, number, open, wanted) {
    const card = make("details", `finding ${finding.severity}`);
    card.dataset.number = number;
    card.open = open.has(number);
    const rule = make("span", "", make("span", "rule", ...marked(finding.rule, wanted)), make("span", "severity", finding.severity));
    const isKnown = finding.savingBasis !== "unknown";
    const bytes = make("span", "bytes", isKnown ? this.bytes(finding.savingBytes) : "saving unknown");
    const message = make("span", "message", ...marked(finding.message, wanted));
    const stake = make("span", "stake", make("i"));
    stake.firstChild.style.width = `${Math.min(100, (100 * finding.savingBytes) / Math.max(1, this.data.fileSize))}%`;
    card.append(make("summary", "", rule, bytes, message, make("span", "basis", this.basis(finding)), stake));
    card.append(this.more(finding, wanted));
    return card;
  }

  basis(finding) {
    const sure = Math.round(100 * finding.confidence);
    const parts = finding.savingBasis === "unknown" ? [] : [Findings.BASIS[finding.savingBasis] ?? finding.savingBasis];
    if (finding.savingBytes > 0) {
      parts.push(`${((100 * finding.savingBytes) / Math.max(1, this.data.fileSize)).toFixed(2)} % of the file`);
    }
    if (sure < 100) parts.push(`${sure} % sure`);
    return parts.join(", ");
  }

  more(finding, wanted) {
    const rule = this.data.rules[finding.rule];
    const what = make("div", "", make("h2", "", rule.title), make("p", "", rule.why));
    if (finding.evidence.length > 0) {
      what.append(make("h2", "", "Evidence"), this.evidence(finding.evidence, wanted));
    }
    const fix = make("div", "", make("h2", "", "What to do"), make("pre", "", ...marked(finding.fix.join("\n"), wanted)));
    fix.append(make("h2", "", "Needs"), make("p", "", finding.since), make("h2", "", "Price"), make("p", "", finding.tradeOff));
    if (/^https:/.test(finding.help)) {
      const link = make("a", "", finding.help);
      link.href = finding.help;
      link.rel = "noreferrer";
      fix.append(make("h2", "", "More"), make("p", "", link));
    }
    return make("div", "more", what, fix);
  }

  evidence(items, wanted) {
    const table = make("table");
    for (const item of items) {
      const row = make("tr", "", make("td", "", ...marked(item.label, wanted)));
      row.append(make("td", "", item.fileOffset < 0 ? "" : `0x${item.fileOffset.toString(16)}`));
      row.append(make("td", "", item.fileSize > 0 ? this.bytes(item.fileSize) : ""));
      table.append(row);
    }
    return table;
  }

  undecided(wanted) {
    const open = this.data.undecided.filter((item) => `${item.rule} ${item.reason}`.toLowerCase().includes(wanted));
    if (open.length === 0) {
      return [];
    }
    const list = make("ul", "", ...open.map((item) => make("li", "", make("code", "", item.rule), `: ${item.reason}`)));
    return [make("section", "open", make("h2", "", "Not decided"), list)];
  }

  bytes(count) {
    return `${this.grouped.format(count)} ${count === 1 ? "byte" : "bytes"}`;
  }
}

function make(tag, className = "", ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** A text with what was searched for marked. */
function marked(text, wanted) {
  const parts = [];
  const lower = text.toLowerCase();
  let from = 0;
  for (let at = wanted ? lower.indexOf(wanted) : -1; at >= 0; at = lower.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), make("mark", "", text.slice(at, at + wanted.length)));
    from = at + wanted.length;
  }
  parts.push(text.slice(from));
  return parts;
}
