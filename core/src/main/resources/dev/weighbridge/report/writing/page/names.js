"use strict";

/** Characters below which a cut name tells nothing. */
const SHORTEST_NAME = 7;

/** A name that fits a width: whole, else its short form, else cut; nothing if hardly a word would be left. */
function fitted(context, text, width) {
  for (const name of [text, shortName(text)]) {
    if (name.length * 3 < width && context.measureText(name).width <= width) {
      return name;
    }
  }
  return cutToWidth(context, shortName(text), width);
}

/** A text cut in its middle to a width: both ends tell names apart. */
function cutToWidth(context, text, width) {
  let least = 0;
  let most = Math.min(text.length, Math.ceil(width / 3));
  while (least < most) {
    const length = (least + most + 1) >> 1;
    if (context.measureText(cut(text, length)).width <= width) {
      least = length;
    } else {
      most = length - 1;
    }
  }
  return least < SHORTEST_NAME ? "" : cut(text, least);
}

/** A text cut in its middle to a number of characters, the ellipsis not counted. */
function cut(text, length) {
  if (text.length <= length) {
    return text;
  }
  const tail = length >> 1;
  return text.slice(0, length - tail) + "…" + (tail > 0 ? text.slice(-tail) : "");
}

/** What a reader looks for in a long path of Rust or C++: {@code Context::new} of <a::b::Context<T>>::new::<U>. */
function shortName(text) {
  if (text.startsWith("[")) {
    return text;
  }
  let self = "";
  let rest = text;
  if (text.startsWith("<")) {
    const end = closing(text, 0);
    const type = plainPath(text.slice(1, end)).split(" as ")[0];
    self = type.slice(type.lastIndexOf(":") + 1) + "::";
    rest = text.slice(end + 1);
  }
  const parts = plainPath(rest).split("::").filter(part => part !== "");
  let from = parts.length - 1;
  while (from > 0 && parts[from].startsWith("{")) {
    from--;
  }
  return self + parts.slice(Math.max(0, from)).join("::") || text;
}

/** The index of the bracket that closes the one at an index; the end of the text if none does. */
function closing(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === "<") {
      depth++;
    } else if (text[i] === ">" && text[i - 1] !== "-" && --depth === 0) {
      return i;
    }
  }
  return text.length;
}

/** A path without what stands in angle brackets or parentheses. */
function plainPath(path) {
  let plain = "";
  let depth = 0;
  for (let i = 0; i < path.length; i++) {
    const c = path[i];
    if (c === "<" || c === "(") {
      depth++;
    } else if (c === ")" || (c === ">" && path[i - 1] !== "-")) {
      depth = Math.max(0, depth - 1);
    } else if (depth === 0) {
      plain += c;
    }
  }
  return plain;
}
