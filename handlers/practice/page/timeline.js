// The messages of one channel: day dividers, replies under what they answer, and sticking to the newest.

import { announce, el, icon } from "./dom.js";
import { authorOf, fillMessage, messageNode } from "./message.js";
import { equal, reconcile } from "./reconcile.js";
import { dayKey, dayLabel } from "./text/dates.js";
import { spoken } from "./text/mrkdwn.js";

const NEAR = 48;
const TOGETHER = 300;

export class Timeline {
  constructor(tools) {
    this.tools = tools;
    this.world = tools.world;
    this.list = el("div.messages");
    this.newer = el(
      "button.newer",
      { type: "button", hidden: true, on: { click: () => this.toNewest(true) } },
      icon("down"),
      "New messages",
    );
    this.scroller = el("div.timeline", { role: "region", tabindex: "0" }, this.list);
    this.node = el("div.timeline-box", {}, this.scroller, this.newer);
    this.stuck = true;
    this.scroller.addEventListener("scroll", () => {
      this.stuck = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < NEAR;
      if (this.stuck) this.newer.hidden = true;
    });
    new ResizeObserver(() => {
      if (this.stuck) this.toNewest();
    }).observe(this.scroller);
  }

  show(channel) {
    const elsewhere = !this.scroller.isConnected || this.scroller.clientHeight === 0;
    if (elsewhere) this.stuck = true;
    if (this.channel?.id !== channel.id || this.person !== this.world.me.id) {
      this.list = el("div.messages");
      this.scroller.replaceChildren(this.list);
      this.stuck = true;
      this.newer.hidden = true;
    }
    this.channel = channel;
    this.person = this.world.me.id;
    this.scroller.setAttribute("aria-label", `Messages in ${this.world.titleOf(channel)}`);
    this.refresh();
    if (this.stuck) requestAnimationFrame(() => this.toNewest());
  }

  heard({ channel, message, fresh }) {
    if (channel !== this.channel?.id) return;
    const mine = message && message.user === this.world.me.id;
    this.refresh();
    if (!message) return;
    // An answer to me alone is what I was waiting for, wherever I had scrolled to.
    if ((mine || message.ephemeral) && fresh) this.toNewest();
    if (fresh && !this.stuck) this.newer.hidden = false;
    const inside = document.activeElement?.closest(".message")?.dataset.ts === message.ts;
    if (fresh ? !mine : inside) this.#say(message);
  }

  refresh() {
    if (!this.channel) return;
    reconcile(this.list, this.#items(), {
      key: (item) => item.day ?? item.message.ts,
      same: (one, other) => one.stamp === other.stamp && equal(one, other),
      make: (item) =>
        item.day ? divider(item) : item.empty ? el("p.nothing", {}, item.empty) : messageNode(item, this.tools),
      patch: (node, item) => (item.day ? divider(item) : fillMessage(node, item, this.tools)),
    });
    if (this.stuck) this.toNewest();
  }

  toNewest(byHand = false) {
    this.stuck = true;
    this.newer.hidden = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    if (byHand) this.scroller.focus({ preventScroll: true });
  }

  #items() {
    const { world, channel } = this;
    const all = world.messagesIn(channel.id);
    const known = new Set(all.map((message) => message.ts));
    const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts && known.has(message.thread_ts);
    const items = [];
    const now = world.now();
    let before = null;
    for (const message of all) {
      if (isReply(message)) continue;
      const day = dayKey(Number(message.ts), world.zone);
      if (day !== before?.day) items.push({ day, label: dayLabel(Number(message.ts), now, world.zone) });
      const replies = all.filter((reply) => reply.thread_ts === message.ts && isReply(reply));
      items.push({
        message,
        channel: channel.id,
        replies,
        follows: before?.day === day && !before.replies.length && together(before.message, message),
        stamp: `${dayKey(now, world.zone)}/${authorOf(message, world).name}`,
      });
      before = { day, message, replies };
    }
    if (!items.length) items.push({ day: "empty", empty: emptyWords(channel, world) });
    return items;
  }

  #say(message) {
    const words = spoken(message.text ?? "", this.world) || "a card";
    announce(`${authorOf(message, this.world).name}: ${words}${message.ephemeral ? " (only visible to you)" : ""}`);
  }
}

function together(one, other) {
  return (
    one.user === other.user &&
    one.name === other.name &&
    !one.ephemeral &&
    !other.ephemeral &&
    !other.blocks?.length &&
    !one.blocks?.length &&
    Number(other.ts) - Number(one.ts) < TOGETHER
  );
}

function divider({ label, empty }) {
  if (empty) return el("p.nothing", {}, empty);
  return el("div.day", { role: "separator", "aria-label": label }, el("span", {}, label));
}

function emptyWords(channel, world) {
  if (channel.kind === "im") return `Nothing here yet. What ${world.titleOf(channel)} tells only you will stand here.`;
  return "Nothing here yet. Write something, or type / to see what the bot can do.";
}
