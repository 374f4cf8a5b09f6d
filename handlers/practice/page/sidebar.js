// Left: the workspace, who you are, and the places you can go.

import { avatar } from "./avatar.js";
import { el, icon, iconButton } from "./dom.js";
import { peoplePanel } from "./people.js";
import { reconcile } from "./reconcile.js";

export class Sidebar {
  constructor(node, { world, become, theme, reset, welcome }) {
    Object.assign(this, { node, world, become });
    this.title = el("strong.team");
    this.me = el("button.me", {
      type: "button",
      "aria-haspopup": "dialog",
      "aria-expanded": "false",
      on: { click: () => this.#people() },
    });
    this.places = el("div.places", {
      on: {
        click: (event) => {
          if (this.open && event.target.closest("a")) this.drawer(false);
        },
      },
    });
    this.bot = el("p.bot-state", { role: "status" });
    this.again = el("button.foot-button", { type: "button", on: { click: reset } }, icon("restart"), "Start over");
    node.append(
      el(
        "div.brand",
        {},
        el("img.mark", { src: "/static/mark.svg", alt: "" }),
        el("div.brand-words", {}, this.title, el("span.practice", {}, "Practice workspace")),
        iconButton("close", "Close the menu", () => this.drawer(false), { class: "icon-button drawer-close" }),
      ),
      this.me,
      this.places,
      el(
        "div.foot",
        {},
        this.bot,
        el("div.foot-row", {}, this.again, iconButton("help", "Show the welcome again", welcome), theme),
      ),
    );
    this.scrim = document.getElementById("scrim");
    this.scrim.addEventListener("click", () => this.drawer(false));
    node.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.open) this.drawer(false);
    });
    world.on("snapshot channels message bot shown", () => this.show());
  }

  show() {
    const { world } = this;
    const { me, bot } = world;
    if (!me) return;
    this.title.textContent = world.team.name ?? "Alongside";
    this.me.setAttribute("aria-label", `You are ${me.real_name || me.name}`);
    this.me.replaceChildren(
      avatar(me),
      el(
        "span.me-words",
        {},
        el("span.me-name", {}, el("small", {}, "You are"), me.real_name || me.name),
        el("span.me-role", {}, me.role ?? ""),
      ),
      icon("down"),
    );
    this.bot.replaceChildren(el("span", { class: bot.connected ? "dot on" : "dot" }), botWords(bot));
    this.again.hidden = !world.canReset;
    reconcile(this.places, this.#groups(), {
      key: (group) => group.title,
      make: (group) =>
        fillGroup(
          el("div.group", { role: "group", "aria-label": group.title }, el("h2", {}, group.title), el("ul")),
          group,
          world,
        ),
      patch: (node, group) => fillGroup(node, group, world),
    });
  }

  drawer(open) {
    this.open = open;
    this.node.classList.toggle("open", open);
    this.scrim.hidden = !open;
    document.getElementById("main").inert = open;
    if (open) this.me.focus();
    else document.getElementById("menu-button")?.focus();
  }

  #people() {
    peoplePanel(this.me, this.world, (person) => {
      if (this.open) this.drawer(false);
      this.become(person);
    });
  }

  #groups() {
    const { world } = this;
    const all = [...world.channels.values()];
    const own = world.botChannel();
    const row = (id, name, mark, extra = {}) => ({
      id,
      name,
      mark,
      unread: world.unread.get(id) ?? 0,
      here: world.shown === id,
      ...extra,
    });
    const byName = (one, other) => one.name.localeCompare(other.name);
    const rooms = all
      .filter((channel) => channel.kind !== "im")
      .sort((one, other) => one.is_archived - other.is_archived || byName(one, other))
      .map((channel) =>
        row(channel.id, channel.name, channel.kind === "private" ? "lock" : "hash", {
          shared: channel.is_shared,
          archived: channel.is_archived,
        }),
      );
    const others = all
      .filter((channel) => channel.kind === "im" && channel !== own)
      .map((channel) => row(channel.id, world.titleOf(channel), "message"));
    const groups = [
      {
        title: world.bot.name ?? "The bot",
        rows: [row("home", "Home", "home"), own ? row(own.id, "Messages to you", "message") : null].filter(Boolean),
      },
      { title: "Channels", rows: rooms },
    ];
    return others.length ? [...groups, { title: "Direct messages", rows: others }] : groups;
  }
}

function fillGroup(node, group, world) {
  reconcile(node.querySelector("ul"), group.rows, {
    key: (row) => row.id,
    make: (row) => fillRow(el("li", {}, el("a.place")), row, world),
    patch: (old, row) => fillRow(old, row, world),
  });
  return node;
}

function fillRow(node, row) {
  const link = node.firstChild;
  const notes = [
    row.mark === "lock" ? "private" : null,
    row.shared ? "shared with another workspace" : null,
    row.archived ? "archived" : null,
    row.unread ? `${row.unread} new` : null,
  ].filter(Boolean);
  link.href = `#${row.id}`;
  link.classList.toggle("unread", row.unread > 0);
  link.classList.toggle("archived", Boolean(row.archived));
  link.setAttribute("aria-label", [row.name, ...notes].join(", "));
  if (row.here) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
  link.replaceChildren(
    icon(row.mark),
    el("span.place-name", {}, row.name),
    row.shared ? icon("shared") : "",
    row.unread ? el("span.badge", {}, String(row.unread)) : "",
  );
  return node;
}

function botWords(bot) {
  if (!bot.connected) return "Waiting for the bot…";
  return `Bot connected via ${bot.via === "http" ? "signed HTTP" : "Socket Mode"}`;
}
