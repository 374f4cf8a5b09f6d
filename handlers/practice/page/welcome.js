// Three lines for a first visit, and a button that does the first of them.

import { el, iconButton, still } from "./dom.js";

const KEY = "practice-welcomed";
const COMMAND = "/hearings";

export class Welcome {
  constructor(node, { world, go, composer }) {
    Object.assign(this, { node, world, go, composer });
    node.append(
      el(
        "div.welcome-words",
        {},
        el("h2", {}, "Welcome. Nothing here leaves this computer."),
        el(
          "ol",
          {},
          el("li", {}, "Type ", el("code", {}, COMMAND), " in a channel to see who needs company."),
          el("li", {}, "Press ", el("strong", {}, "Claim"), " on a card to go along."),
          el("li", {}, "Switch to someone else at the top left, and see what they see."),
        ),
      ),
      el(
        "div.welcome-act",
        {},
        el("button.btn.primary", { type: "button", on: { click: () => this.try() } }, `Try ${COMMAND}`),
      ),
      iconButton("close", "Dismiss the welcome", () => this.dismiss()),
    );
    node.hidden = Boolean(localStorage.getItem(KEY));
  }

  open() {
    this.node.hidden = false;
    this.node.querySelector("button").focus();
  }

  dismiss() {
    localStorage.setItem(KEY, "yes");
    this.node.hidden = true;
    document.getElementById("compose-text")?.focus();
  }

  async try() {
    this.dismiss();
    const place = cardChannel(this.world);
    if (!place) return;
    await this.go(place);
    for (let end = 1; end <= COMMAND.length; end++) {
      this.composer.write(COMMAND.slice(0, end));
      if (!still()) await new Promise((resolve) => setTimeout(resolve, 55));
    }
    this.composer.say();
  }
}

// A channel in which the bot has posted a card with buttons, else the first there is.
export function cardChannel(world) {
  const rooms = [...world.channels.values()].filter((channel) => channel.kind !== "im" && !channel.is_archived);
  const cards = (channel) =>
    world
      .messagesIn(channel.id)
      .filter((message) => message.bot && message.blocks?.some((block) => block.type === "actions" || block.accessory))
      .length;
  return rooms.sort((one, other) => cards(other) - cards(one))[0]?.id ?? null;
}
