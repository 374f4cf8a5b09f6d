// Above the messages: where one is, the clock, and the inspector.

import { el, icon, iconButton } from "./dom.js";

export class Topbar {
  constructor(node, { world, clock, drawer, toggleInspector }) {
    this.world = world;
    this.mark = el("span.topbar-mark");
    this.title = el("h1", { tabindex: "-1" });
    this.topic = el("p.topic");
    this.inspect = el(
      "button.chip-button",
      {
        type: "button",
        "aria-label": "Inspector",
        "aria-pressed": "false",
        "aria-controls": "inspector",
        on: { click: () => toggleInspector() },
      },
      icon("pulse"),
      el("span", {}, "Inspector"),
    );
    node.append(
      iconButton("menu", "Open the menu", drawer, { id: "menu-button", class: "icon-button menu-button" }),
      el("div.topbar-words", {}, el("div.topbar-title", {}, this.mark, this.title), this.topic),
      clock.node,
      this.inspect,
    );
  }

  show(place) {
    const { world } = this;
    const channel = world.channels.get(place);
    const title = channel ? (channel.kind === "im" ? world.titleOf(channel) : channel.name) : "Home";
    const mark = !channel ? "home" : ({ private: "lock", im: "message" }[channel.kind] ?? "hash");
    this.mark.replaceChildren(icon(mark));
    this.title.textContent = title;
    this.topic.textContent = channel
      ? channel.topic || (channel.kind === "im" ? "Only you and the bot" : "")
      : `What ${world.bot.name ?? "the bot"} keeps ready for you`;
    document.title = `${channel ? world.titleOf(channel) : "Home"} · ${world.nameOf(world.me.id) ?? ""} · ${world.team.name ?? "Practice"}`;
  }
}
