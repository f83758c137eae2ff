"use strict";

/** Characters below which a cut name tells nothing. */
const SHORTEST_NAME = 4;

/** What leads to a name in lower case: modules and namespaces, with the hash that tells crates of one name apart. */
const QUALIFIERS = /(?:[a-z_]\w*(?:\[[0-9a-f…]+\])?::)+(?=[A-Za-z_])/g;

/** A name that fits a width: the longest form that keeps what tells it from others; nothing if hardly a word would be left. */
function fitted(context, text, width) {
  const forms = formsOf(text);
  for (const form of forms) {
    if (form.length * 3 < width && context.measureText(form).width <= width) {
      return form;
    }
  }
  return cutToWidth(context, forms[forms.length - 1], width);
}

/**
 * The forms of a name, the longest first: whole; with fewer and fewer of the folders, modules or namespaces that
 * lead to it; with bare names inside it, too; the last name alone.
 */
function formsOf(text) {
  const forms = [text];
  if (text.startsWith("[")) {
    return forms;
  }
  const isPath = text.includes("/") && !text.includes("::");
  if (isPath) {
    withoutHeads(forms, text, text.split("/"), "/");
    return forms;
  }
  const arguments_ = text.search(/[<( ]/);
  const head = arguments_ < 0 ? text : text.slice(0, arguments_);
  const parts = head.split("::");
  withoutHeads(forms, text, parts.slice(0, -1).concat(parts[parts.length - 1] + text.slice(head.length)), "::");
  forms.push(text.replace(QUALIFIERS, ""));
  const short = shortName(text);
  forms.push(short);
  // Names of one program often begin alike: rustc_hir_analysis, rustc_hir_typeck.
  for (let at = short.indexOf("_", 1); at > 0 && short.length - at > SHORTEST_NAME; at = short.indexOf("_", at + 1)) {
    forms.push("…" + short.slice(at + 1));
  }
  return forms.filter((form, i) => i === 0 || form.length < forms[i - 1].length);
}

/** Adds the forms that begin later and later. */
function withoutHeads(forms, text, parts, separator) {
  for (let from = 1; from < parts.length; from++) {
    const rest = parts.slice(from).join(separator);
    if (rest !== "" && !rest.startsWith("<") && !rest.startsWith("{")) {
      forms.push(from < parts.length - 1 ? "…" + separator + rest : rest);
    }
  }
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
  return least < Math.min(SHORTEST_NAME, text.length) ? "" : cut(text, least);
}

/** A text cut in its middle to a number of characters, the ellipsis not counted; one cut before already is cut further. */
function cut(text, length) {
  if (text.length <= length) {
    return text;
  }
  if (text.startsWith("…")) {
    return "…" + text.slice(text.length - length);
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
  // A method without its type says little: new, fmt, drop.
  if (from > 0 && /^[A-Z]/.test(parts[from - 1])) {
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
