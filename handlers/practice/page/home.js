// The bot's Home tab.

import { showBlocks } from "./blocks/index.js";
import { el } from "./dom.js";

export class Home {
  constructor({ world, surfaces }) {
    Object.assign(this, { world, surfaces });
    this.blocks = el("div.home-blocks", { "data-surface": "home", tabindex: "-1" });
    this.node = el("div.home", { role: "region", "aria-label": "Home", tabindex: "0" }, this.blocks);
  }

  show() {
    const view = this.world.home;
    const name = view ? `${this.world.me.id}/${view.id}` : null;
    if (name !== this.name) this.#renew(name);
    if (view) showBlocks(this.blocks, view.blocks ?? [], this.surfaces.view(view, "home"));
    else
      this.blocks.replaceChildren(el("p.nothing", {}, `${this.world.bot.name ?? "The bot"} is preparing your Home…`));
  }

  #renew(name) {
    this.name = name;
    const next = el("div.home-blocks", { "data-surface": "home", tabindex: "-1" });
    this.blocks.replaceWith(next);
    this.blocks = next;
  }
}
