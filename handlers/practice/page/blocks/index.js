// Block Kit: a list of blocks to DOM, and again, changing only the blocks that changed.

import { el } from "../dom.js";
import { reconcile } from "../reconcile.js";
import { dayKey } from "../text/dates.js";
import { mrkdwn, plain, textObject } from "../text/mrkdwn.js";
import { richText } from "../text/richtext.js";
import { element } from "./element.js";
import { inputBlock } from "./input.js";
import { picture } from "./picture.js";

export function showBlocks(root, blocks, surface) {
  surface.form.keep(blocks);
  const today = dayKey(surface.world.now(), surface.world.zone);
  const refocus = focusIn(root);
  const items = blocks.map((block) => ({ block, today: /_pretty\}|\{ago\}/.test(JSON.stringify(block)) ? today : "" }));
  reconcile(root, items, {
    key: ({ block }, index) => `${block.type}/${block.block_id ?? index}`,
    same: (one, other) => one.today === other.today && bare(one.block) === bare(other.block),
    make: ({ block }) => make(block, surface),
    patch: (node, { block }) => patch(node, block, surface),
  });
  refocus();
}

// Slack names nameless blocks anew at every change. The focus then goes to the same action, counted from the top.
function focusIn(root) {
  const active = document.activeElement;
  const action = active?.dataset?.focus?.split("/").at(-1);
  if (!action || !root.contains(active)) return () => {};
  const alike = () =>
    [...root.querySelectorAll("[data-focus]")].filter((node) => node.dataset.focus.split("/").at(-1) === action);
  const place = alike().indexOf(active);
  return () => {
    if (
      document.activeElement === active ||
      (root.contains(document.activeElement) && document.activeElement.dataset.focus)
    )
      return;
    alike().at(place)?.focus({ preventScroll: true });
  };
}

// Initial values count once, when a field first appears; a view that only changes them changes nothing.
const bare = (json) => JSON.stringify(json, (key, value) => (key.startsWith("initial_") ? undefined : value));

const makers = {
  actions: (block, surface) => fillActions(el("div.block.actions"), block, surface),
  alert: (block, { world }) =>
    el("div.block.alert", { "data-level": block.level ?? "default", role: "note" }, textObject(block.text, world)),
  context: (block, surface) =>
    el(
      "div.block.context",
      {},
      block.elements.map((part) => contextPart(part, surface.world)),
    ),
  divider: () => el("hr.block.divider"),
  header: (block, { kind }) => el(kind === "modal" ? "h3.block.header" : "h2.block.header", {}, plain(block.text)),
  image: (block) => picture(block, "block"),
  input: inputBlock,
  markdown: (block, { world }) => el("div.block.markdown", {}, mrkdwn(block.text, world)),
  rich_text: (block, { world }) => el("div.block", {}, richText(block, world)),
  section: (block, surface) => fillSection(el("div.block.section"), block, surface),
  table: (block, { world }) => table(block, world),
};

function make(block, surface) {
  const maker = makers[block.type];
  if (maker) return maker(block, surface);
  return el("p.block.unknown", {}, `The practice page does not draw “${block.type}” blocks.`);
}

function patch(node, block, surface) {
  if (block.type === "actions") return fillActions(node, block, surface);
  if (block.type === "section") return fillSection(node, block, surface);
  return make(block, surface);
}

function fillActions(node, block, surface) {
  reconcile(node, block.elements, {
    key: (part, index) => part.action_id ?? index,
    same: (one, other) => bare(one) === bare(other),
    make: (part) => element(part, { surface, block, inBlock: "actions" }).node,
  });
  return node;
}

const SMALL = new Set(["button", "overflow", "image"]);

function fillSection(node, block, surface) {
  const parts = [];
  if (block.text) parts.push({ part: "text", text: block.text });
  if (block.fields) parts.push({ part: "fields", fields: block.fields });
  if (block.accessory) parts.push({ part: "accessory", accessory: block.accessory });
  node.classList.toggle("with-accessory", Boolean(block.accessory));
  node.classList.toggle("with-wide", Boolean(block.accessory) && !SMALL.has(block.accessory.type));
  reconcile(node, parts, {
    key: ({ part }) => part,
    same: (one, other) => bare(one) === bare(other) && !/_pretty\}|\{ago\}/.test(JSON.stringify(one)),
    make: (part) => sectionPart(part, block, surface),
  });
  return node;
}

function sectionPart({ part, text, fields, accessory }, block, surface) {
  if (part === "text") return el("div.section-text", {}, textObject(text, surface.world));
  if (part === "fields")
    return el(
      "div.fields",
      {},
      fields.map((field) => el("div.field", {}, textObject(field, surface.world))),
    );
  if (accessory.type === "image") return el("div.accessory", {}, picture(accessory, "thumbnail"));
  return el("div.accessory", {}, element(accessory, { surface, block, inBlock: "section" }).node);
}

function contextPart(part, world) {
  if (part.type === "image") return picture(part, "tiny");
  return el("span.context-text", {}, textObject(part, world));
}

function table(block, world) {
  const cell = (content, tag) => el(tag, {}, content.type === "rich_text" ? richText(content, world) : plain(content));
  const rows = block.rows ?? [];
  return el(
    "div.block.table-box",
    { tabindex: "0", role: "region", "aria-label": "Table" },
    el(
      "table",
      {},
      rows.map((row, index) =>
        el(
          "tr",
          {},
          row.map((content) => cell(content, index ? "td" : "th")),
        ),
      ),
    ),
  );
}
