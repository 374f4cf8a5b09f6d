// rich_text blocks: sections, lists, quotes and preformatted text.

import { el } from "../dom.js";
import { slackDate } from "./dates.js";
import { emojiOf, emojify } from "./emoji.js";
import { channelLink, link, mention } from "./mrkdwn.js";

export function richText(block, world) {
  return el(
    "div.rich-text",
    {},
    (block.elements ?? []).map((part) => piece(part, world)),
  );
}

function piece(part, world) {
  const inner = () => (part.elements ?? []).map((leaf) => leafOf(leaf, world));
  if (part.type === "rich_text_list") {
    const list = el(part.style === "ordered" ? "ol" : "ul", { start: part.offset ? part.offset + 1 : undefined });
    list.append(
      ...(part.elements ?? []).map((item) =>
        el(
          "li",
          {},
          (item.elements ?? []).map((leaf) => leafOf(leaf, world)),
        ),
      ),
    );
    if (part.indent) list.style.setProperty("--indent", Math.min(part.indent, 8));
    return list;
  }
  if (part.type === "rich_text_preformatted") return el("pre", {}, inner());
  if (part.type === "rich_text_quote") return el("blockquote", {}, inner());
  return el("p", {}, inner());
}

function leafOf(leaf, world) {
  switch (leaf.type) {
    case "text":
      return styled(document.createTextNode(emojify(leaf.text)), leaf.style);
    case "link":
      return styled(link(leaf.url, leaf.text ?? leaf.url), leaf.style);
    case "user":
      return mention(leaf.user_id, null, world);
    case "channel":
      return channelLink(leaf.channel_id, null, world);
    case "usergroup":
      return el("span.mention", {}, "@group");
    case "broadcast":
      return el("span.mention.broadcast", {}, `@${leaf.range}`);
    case "emoji":
      return document.createTextNode(emojiOf(leaf.name) ?? `:${leaf.name}:`);
    case "date":
      return el(
        "time",
        {},
        slackDate(leaf.timestamp, leaf.format, {
          now: world.now(),
          zone: world.zone,
          locale: world.me?.locale || "en-US",
        }),
      );
    default:
      return document.createTextNode(leaf.fallback ?? leaf.value ?? "");
  }
}

function styled(node, style = {}) {
  const tags = { code: "code", strike: "s", italic: "em", bold: "strong" };
  return Object.entries(tags).reduce((inner, [name, tag]) => (style[name] ? el(tag, {}, inner) : inner), node);
}
