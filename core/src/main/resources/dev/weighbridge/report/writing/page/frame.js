"use strict";

/** The element of an id. */
function byId(id) {
  return document.getElementById(id);
}

/** A new element with a class and attributes. */
function element(tag, className, attributes = {}) {
  const made = document.createElement(tag);
  made.className = className;
  for (const name of Object.keys(attributes)) {
    made.setAttribute(name, attributes[name]);
  }
  return made;
}

/** Shows what belongs to a view of the page, and nothing of the others. */
function showView(name) {
  document.body.className = name;
  for (const part of document.querySelectorAll("[data-view]")) {
    part.hidden = part.dataset.view !== name;
  }
}

/** Light or dark: as the system has it, or as the reader chose. */
class Theme {
  /** @param onChange called when the colours have changed */
  constructor(name, onChange) {
    this.system = matchMedia("(prefers-color-scheme: dark)");
    this.set(name);
    byId("theme").addEventListener("click", () => {
      const names = ["system", "light", "dark"];
      this.set(names[(names.indexOf(this.name) + 1) % names.length]);
      onChange();
    });
    this.system.addEventListener("change", onChange);
  }

  set(name) {
    this.name = ["light", "dark"].includes(name) ? name : "system";
    document.documentElement.dataset.theme = this.name;
    byId("theme").textContent = { system: "◐ System", light: "○ Light", dark: "● Dark" }[this.name];
  }

  get isDark() {
    return this.name === "dark" || (this.name === "system" && this.system.matches);
  }
}

/** Lets the key / go to the search field. */
function listenForSearch() {
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !/INPUT|SELECT/.test(document.activeElement.tagName)) {
      byId("search").focus();
      event.preventDefault();
    }
  });
}
