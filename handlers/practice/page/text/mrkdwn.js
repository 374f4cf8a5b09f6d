// Slack's mrkdwn to DOM nodes. Nothing from the text is ever parsed as HTML.

import { el } from "../dom.js";
import { slackDate } from "./dates.js";
import { emojify } from "./emoji.js";

const MARKS = { "*": "strong", _: "em", "~": "s" };

export function mrkdwn(text, world, { verbatim = false } = {}) {
  const out = document.createDocumentFragment();
  const scene = { world, verbatim };
  for (const [index, part] of text.split(/```([\s\S]+?)```/).entries()) {
    if (index % 2) out.append(el("pre", {}, plainOf(part.replace(/^\n|\n$/g, ""), world)));
    else lines(trimAround(part, index), scene, out);
  }
  return out;
}

// A plain_text object or a message's fallback: shortcodes become pictures, everything else stays text.
export const plain = (object) => (object?.emoji === false ? object.text : emojify(object?.text ?? ""));

export function textObject(object, world) {
  if (!object) return document.createTextNode("");
  return object.type === "mrkdwn" ? mrkdwn(object.text, world, object) : document.createTextNode(plain(object));
}

export function safeLink(address) {
  try {
    const url = new URL(address);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function link(address, label) {
  const href = safeLink(address);
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, label) : document.createTextNode(label);
}

const unescape = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

// The words of a mrkdwn text as they are heard.
export function spoken(text, world) {
  const box = document.createElement("div");
  box.append(mrkdwn(text.replace(/\n/g, " \n"), world));
  return box.textContent;
}

// Code and preformatted text: entities and links are read, marks are left alone.
function plainOf(text, world) {
  const box = document.createElement("div");
  box.append(
    ...[...text.matchAll(/<([^<>]*)>|[^<]+|</g)].map((found) =>
      found[1] === undefined ? unescape(found[0]) : special(found[1], { world }),
    ),
  );
  return box.textContent;
}

function trimAround(part, index) {
  return index ? part.replace(/^\n/, "") : part;
}

function lines(text, scene, out) {
  if (!text) return;
  let quote = null;
  let rest = false;
  let broken = false;
  for (const line of text.split("\n")) {
    const all = rest ? null : /^(?:&gt;|>){3} ?(.*)$/.exec(line);
    const one = /^(?:&gt;|>) ?(.*)$/.exec(line);
    rest ||= Boolean(all);
    if (rest || one) {
      if (quote) quote.append(el("br"));
      else out.append((quote = el("blockquote")));
      inline(all ? all[1] : rest ? line : one[1], scene, quote);
      broken = false;
      continue;
    }
    if (broken) out.append(el("br"));
    quote = null;
    inline(line, scene, out);
    broken = true;
  }
}

function inline(text, scene, out) {
  let from = 0;
  let at = 0;
  const flush = (to) => {
    if (to > from) out.append(emojify(unescape(text.slice(from, to))));
  };
  while (at < text.length) {
    const piece = pieceAt(text, at, scene);
    if (!piece) {
      at += 1;
      continue;
    }
    flush(at);
    out.append(piece.node);
    at = from = piece.end;
  }
  flush(text.length);
}

function pieceAt(text, at, scene) {
  const sign = text[at];
  if (sign === "<") {
    const end = text.indexOf(">", at);
    return end > at + 1 ? { node: special(text.slice(at + 1, end), scene), end: end + 1 } : null;
  }
  if (sign === "`") {
    const end = text.indexOf("`", at + 1);
    return end > at + 1 ? { node: el("code", {}, plainOf(text.slice(at + 1, end), scene.world)), end: end + 1 } : null;
  }
  if (sign in MARKS) {
    const end = closing(text, at, sign);
    if (end < 0) return null;
    const node = el(MARKS[sign]);
    inline(text.slice(at + 1, end), scene, node);
    return { node, end: end + 1 };
  }
  if (sign === "h" && !scene.verbatim && !word(text[at - 1])) {
    const found = /^https?:\/\/[^\s<>]+[^\s<>.,;:!?)'"*_~]/.exec(text.slice(at));
    if (found) return { node: link(unescape(found[0]), unescape(found[0])), end: at + found[0].length };
  }
  return null;
}

const word = (sign) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

function closing(text, at, mark) {
  const next = text[at + 1];
  if (word(text[at - 1]) || next === undefined || next === " " || next === mark) return -1;
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === "<" && text.indexOf(">", end) > 0) end = text.indexOf(">", end);
    else if (text[end] === "`" && text.indexOf("`", end + 1) > 0) end = text.indexOf("`", end + 1);
    else if (text[end] === mark && text[end - 1] !== " " && !word(text[end + 1])) return end;
  }
  return -1;
}

function special(inner, { world }) {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? null : unescape(inner.slice(bar + 1));
  if (target.startsWith("@")) return mention(target.slice(1), label, world);
  if (target.startsWith("#")) return channelLink(target.slice(1), label, world);
  if (target.startsWith("!date^")) return date(target, label, world);
  if (target.startsWith("!"))
    return el("span.mention.broadcast", {}, `@${(label ?? target.slice(1).split("^")[0]).replace(/^@/, "")}`);
  if (!safeLink(unescape(target)) && label === null) return document.createTextNode(unescape(`<${inner}>`));
  return link(unescape(target), label === null ? unescape(target).replace(/^mailto:/, "") : emojify(label));
}

export function mention(id, label, world) {
  const name = world.nameOf(id) ?? label ?? "someone";
  return el("span.mention", { class: id === world.me?.id ? "mention mine" : "mention" }, `@${name}`);
}

export function channelLink(id, label, world) {
  const channel = world.channels.get(id);
  if (channel) return el("a.mention", { href: `#${id}` }, world.titleOf(channel));
  return el("span.mention", {}, label ? `#${label}` : "a private channel");
}

function date(target, label, world) {
  const [, seconds, pattern = "", address] = target.split("^");
  const epoch = Number(seconds);
  if (!Number.isFinite(epoch) || !pattern) return document.createTextNode(label ?? target);
  const words = slackDate(epoch, unescape(pattern), {
    now: world.now(),
    zone: world.zone,
    locale: world.me?.locale || "en-US",
  });
  const node = el("time", { datetime: new Date(epoch * 1000).toISOString(), title: label ?? undefined }, words);
  return address && safeLink(address) ? link(address, node) : node;
}
