// One message: who, when, what, and whether only you can see it.

import { avatar } from "./avatar.js";
import { showBlocks } from "./blocks/index.js";
import { picture } from "./blocks/picture.js";
import { el, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { reconcile } from "./reconcile.js";
import { inWords, timeOf } from "./text/dates.js";
import { mrkdwn } from "./text/mrkdwn.js";

export function messageNode(item, tools) {
  const node = el("article.message", { tabindex: "-1", "data-surface": "message", "data-ts": item.message.ts });
  node.parts = {
    face: el("div.face"),
    head: el("header.message-head"),
    only: el("p.only-you", {}, icon("eye"), "Only visible to you"),
    content: el("div.content"),
    files: el("div.files"),
    replies: el("div.replies"),
  };
  const { face, head, only, content, files, replies } = node.parts;
  const actions = el(
    "div.message-tools",
    {},
    iconButton("more", "Message shortcuts", (event) => shortcuts(event.currentTarget, node.item, tools)),
  );
  node.append(face, el("div.message-body", {}, head, only, content, files, replies), actions);
  node.actions = actions;
  return fillMessage(node, item, tools);
}

export function fillMessage(node, item, tools) {
  const { world } = tools;
  const { message, channel } = item;
  const author = authorOf(message, world);
  const clock = timeOf(Number(message.ts), world.zone);
  node.item = item;
  node.setAttribute("aria-label", `${author.name}, ${clock}${message.ephemeral ? ", only visible to you" : ""}`);
  node.classList.toggle("ephemeral", Boolean(message.ephemeral));
  node.classList.toggle("follows", Boolean(item.follows));
  node.classList.toggle("from-bot", Boolean(message.bot));
  node.actions.hidden = message.ephemeral || !world.shortcuts.some(isForMessages);
  node.parts.only.hidden = !message.ephemeral;
  node.parts.face.replaceChildren(avatar(message.bot ? null : author.person));
  node.parts.head.replaceChildren(
    el("span.author", {}, author.name),
    message.bot ? el("span.tag", {}, "bot") : "",
    el(
      "time.when",
      { datetime: new Date(Number(message.ts) * 1000).toISOString(), title: inWords(Number(message.ts), world.zone) },
      clock,
    ),
    message.edited ? el("span.edited", {}, "(edited)") : "",
  );
  showContent(node.parts.content, message, channel, tools);
  node.parts.files.replaceChildren(...(message.files ?? []).map(fileNode));
  node.parts.replies.hidden = !item.replies.length;
  reconcile(
    node.parts.replies,
    item.replies.map((reply) => ({ message: reply, channel, replies: [] })),
    {
      key: (reply) => reply.message.ts,
      make: (reply) => messageNode(reply, tools),
      patch: (old, reply) => fillMessage(old, reply, tools),
    },
  );
  return node;
}

function showContent(root, message, channel, { world, surfaces }) {
  const blocks = message.blocks?.length ? message.blocks : null;
  if (Boolean(blocks) !== (root.dataset.drawn === "blocks")) root.replaceChildren();
  root.dataset.drawn = blocks ? "blocks" : "text";
  if (blocks) return showBlocks(root, blocks, surfaces.message(channel, message.ts));
  return root.replaceChildren(el("div.plain-message", {}, mrkdwn(message.text ?? "", world)));
}

export function authorOf(message, world) {
  const person = world.people.get(message.user);
  return {
    person,
    name: person?.real_name || message.name || person?.name || (message.bot ? world.bot.name : "Someone"),
  };
}

function fileNode(file) {
  if (file.mimetype?.startsWith("image/"))
    return picture({ url: file.url, alt: file.alt ?? file.title, title: file.title }, "block");
  return el(
    "a.file",
    { href: file.url, download: file.title ?? "" },
    icon("copy"),
    el("span", {}, file.title ?? file.id),
  );
}

const isForMessages = (shortcut) => shortcut.type === "message";

function shortcuts(anchor, { message, channel }, { world, shortcut }) {
  openMenu(
    anchor,
    world.shortcuts.filter(isForMessages).map((entry) => ({
      label: entry.name,
      hint: entry.description,
      pick: () => shortcut(entry.callback_id, { channel, ts: message.ts }),
    })),
    { label: "Message shortcuts" },
  );
}
