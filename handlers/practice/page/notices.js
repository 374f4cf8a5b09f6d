// What Slack itself says to this person. Errors stay until they are dismissed.

import { comeAlong, el, iconButton } from "./dom.js";

const SHOWN = 7000;
const MOST = 4;

export class Notices {
  constructor(node, world) {
    this.node = node;
    world.on("notice", (notice) => this.say(notice));
    world.on("said-in-place", ({ text }) => this.#drop(text));
  }

  #drop(text) {
    for (const card of [...this.node.children]) if (card.dataset.text === text) card.remove();
  }

  say({ level = "info", text }) {
    this.#drop(text);
    comeAlong(this.node);
    while (this.node.children.length >= MOST) this.node.firstElementChild.remove();
    const card = el(
      "div.notice",
      { "data-level": level, role: level === "error" ? "alert" : "status" },
      el("p", {}, text),
      iconButton("close", "Dismiss", () => card.remove()),
    );
    card.dataset.text = text;
    this.node.append(card);
    if (level !== "error") setTimeout(() => card.remove(), SHOWN);
  }
}
