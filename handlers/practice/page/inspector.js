// What goes over the wire between Slack and the bot, for those who want to know.

import { el, iconButton } from "./dom.js";
import { Faults } from "./faults.js";
import { equal, reconcile } from "./reconcile.js";
import { exactTime } from "./text/dates.js";

const WAYS = { in: ["→", "from the bot"], out: ["←", "to the bot"] };

export class Inspector {
  #open = new Set();

  constructor(node, { world, connection, toggle }) {
    Object.assign(this, { node, world });
    this.filter = el("input.field", {
      type: "search",
      placeholder: "Filter",
      "aria-label": "Filter traffic",
      on: { input: () => this.show() },
    });
    this.way = el(
      "select.field",
      { "aria-label": "Direction", on: { change: () => this.show() } },
      el("option", { value: "" }, "Both ways"),
      el("option", { value: "in" }, "From the bot"),
      el("option", { value: "out" }, "To the bot"),
    );
    this.count = el("p.traffic-count", { role: "status" });
    this.list = el("ol.traffic", { "aria-label": "Traffic, newest first" });
    const clear = el(
      "button.btn.small",
      {
        type: "button",
        on: {
          click: () => {
            connection.ask("clear_traffic");
            world.clearTraffic();
          },
        },
      },
      "Clear",
    );
    this.faults = new Faults({ world, connection });
    node.append(
      el(
        "header.inspector-head",
        {},
        el("h2", {}, "Inspector"),
        iconButton("close", "Close the inspector", () => toggle(false)),
      ),
      el("p.inspector-about", {}, "Every call between this small Slack and the bot. Tokens and secrets are masked."),
      this.faults.node,
      el("div.traffic-tools", {}, this.filter, el("span.select", {}, this.way), clear),
      this.count,
      this.list,
    );
    world.on("traffic snapshot", () => this.#later());
    node.addEventListener("keydown", (event) => {
      if (event.key === "Escape") toggle(false);
    });
  }

  // Bursts of traffic are drawn once a frame, and not at all while nobody looks.
  #later() {
    if (this.node.hidden || this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.show();
    });
  }

  show() {
    if (this.node.hidden) return;
    const wanted = this.filter.value.trim().toLowerCase();
    const rows = this.world.traffic.filter(
      (entry) =>
        (!this.way.value || entry.way === this.way.value) &&
        (!wanted || `${entry.what} ${entry.status} ${JSON.stringify(entry.body ?? "")}`.toLowerCase().includes(wanted)),
    );
    this.count.textContent = rows.length
      ? `${rows.length} of ${this.world.traffic.length} · → from the bot · ← to the bot`
      : this.world.traffic.length
        ? "Nothing matches the filter."
        : "Nothing yet. Press something.";
    reconcile(this.list, rows.reverse(), {
      key: (entry) => String(entry.id),
      same: equal,
      make: (entry) => this.#row(entry),
    });
  }

  #row(entry) {
    const [arrow, words] = WAYS[entry.way] ?? ["·", entry.way];
    const bad = entry.status >= 400 || entry.answer?.ok === false || /fail|error|timeout/i.test(String(entry.status));
    const details = el(
      "details",
      { open: this.#open.has(entry.id) },
      el(
        "summary",
        { "data-focus": `traffic/${entry.id}` },
        el("span.way", { "data-way": entry.way, title: words }, arrow, el("span.quiet", {}, words)),
        el("span.what", {}, entry.what),
        el("span", { class: bad ? "status bad" : "status" }, String(entry.status ?? "…")),
        el("span.ms", {}, entry.ms === null || entry.ms === undefined ? "" : `${Math.round(entry.ms)} ms`),
        el("time", {}, typeof entry.at === "number" ? exactTime(entry.at, this.world.zone) : String(entry.at ?? "")),
      ),
    );
    const fill = () => {
      if (details.open && details.children.length === 1)
        details.append(json("Body", entry.body), json("Answer", entry.answer));
    };
    details.addEventListener("toggle", () => {
      fill();
      if (details.open) this.#open.add(entry.id);
      else this.#open.delete(entry.id);
    });
    fill();
    return el("li", {}, details);
  }
}

function json(title, value) {
  if (value === null || value === undefined || value === "") return "";
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return el(
    "section.json",
    {},
    el(
      "header",
      {},
      el("h3", {}, title),
      iconButton("copy", `Copy ${title.toLowerCase()}`, () => navigator.clipboard?.writeText(text)),
    ),
    el("pre", { tabindex: "0" }, text),
  );
}
