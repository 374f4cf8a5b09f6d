// The practice clock: what time it is here, and moving it forward.

import { el, freshId, icon } from "./dom.js";
import { openPanel } from "./menu.js";
import { kindly } from "./surfaces.js";
import { addDays, dayKey, inShort, instantOf, inWords, timeOf, wallTime } from "./text/dates.js";

const LONGEST_WAY = 900_000;

export class Clock {
  constructor({ world, connection }) {
    Object.assign(this, { world, connection });
    this.words = el("span.clock-words");
    this.node = el(
      "button.clock",
      { type: "button", "aria-haspopup": "dialog", "aria-expanded": "false", on: { click: () => this.#open() } },
      icon("clock"),
      this.words,
    );
    world.on("snapshot clock", () => this.show());
    setInterval(() => this.show(), 1000);
  }

  show() {
    const { world } = this;
    const now = world.now();
    const moving = Boolean(world.clock.moving);
    const label = `Practice time: ${inWords(now, world.zone)}${moving ? ", moving" : ""}`;
    if (this.node.getAttribute("aria-label") !== label) {
      this.node.setAttribute("aria-label", label);
      this.words.replaceChildren(
        el("span.clock-long", {}, inShort(now, world.zone)),
        el("span.clock-short", {}, timeOf(now, world.zone)),
        moving ? el("em", {}, "moving…") : "",
      );
      const today = dayKey(now, world.zone);
      if (this.today && this.today !== today) world.tell("day");
      this.today = today;
    }
    this.node.classList.toggle("moving", moving);
    this.panel?.refresh();
  }

  #open() {
    const title = freshId("clock");
    const said = el("p.clock-said", { role: "status" });
    const big = el("p.clock-big", { id: title });
    const field = el("input.field", { type: "datetime-local", "aria-label": "Move to" });
    const buttons = this.#moves().map((move) => ({
      ...move,
      node: el("button.btn", { type: "button", on: { click: () => this.#move(move.where(), said) } }, move.label),
    }));
    const form = el(
      "form.clock-form",
      {
        on: {
          submit: (event) => {
            event.preventDefault();
            this.#moveTo(field.value, said);
          },
        },
      },
      field,
      el("button.btn", { type: "submit" }, "Move"),
    );
    const panel = el(
      "div.clock-panel",
      { role: "dialog", "aria-label": "Practice clock", tabindex: "-1" },
      big,
      el(
        "p.clock-about",
        {},
        "Time here only goes forward. What falls due on the way happens on the way: reminders, digests, offers that run out.",
      ),
      el(
        "div.clock-moves",
        {},
        buttons.map(({ node }) => node),
      ),
      form,
      said,
    );
    panel.addEventListener("toggle", (event) => {
      if (event.newState === "closed") this.panel = null;
    });
    this.panel = {
      refresh: () => {
        const { clock, zone } = this.world;
        const now = this.world.now();
        big.textContent = inWords(now, zone);
        field.min = `${dayKey(now, zone)}T${wallTime(now, zone)}`;
        if (field.value <= field.min && field !== document.activeElement) field.value = `${addDays(dayKey(now, zone), 1)}T09:00`;
        for (const { node, where } of buttons)
          node.disabled = clock.moving || (where().to !== undefined && where().to <= now);
        if (clock.moving)
          said.textContent = "Moving… each step waits until everyone who watches the clock has caught up.";
        else if (said.textContent.startsWith("Moving")) said.textContent = "Arrived.";
      },
    };
    this.panel.refresh();
    openPanel(this.node, panel);
  }

  #moves() {
    const at = (days, time) => () => ({
      to: instantOf(addDays(dayKey(this.world.now(), this.world.zone), days), time, this.world.zone),
    });
    return [
      { label: "+1 hour", where: () => ({ by: 3600 }) },
      { label: "Tonight 6 pm", where: at(0, "18:00") },
      { label: "Tomorrow 7 am", where: at(1, "07:00") },
      { label: "Tomorrow 11 am", where: at(1, "11:00") },
      { label: "+1 day", where: () => ({ by: 86_400 }) },
    ];
  }

  #moveTo(text, said) {
    if (!text) return;
    const to = instantOf(text.slice(0, 10), text.slice(11, 16), this.world.zone);
    if (to > this.world.now()) this.#move({ to }, said);
    else said.textContent = "That is already past, and time here only goes forward.";
  }

  async #move(where, said) {
    said.textContent = "Moving…";
    // The buttons rest while time moves; the panel keeps the focus for them.
    said.closest(".clock-panel").focus();
    const answer = await this.connection.ask("clock", where, LONGEST_WAY);
    if (!answer.ok) said.textContent = kindly(answer, this.world);
    else if (!this.world.clock.moving) said.textContent = "Arrived.";
  }
}
