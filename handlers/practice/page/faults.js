// Make this Slack misbehave: once, a few times, or for good. What was planned here the server then does.

import { el, freshId, iconButton } from "./dom.js";
import { kindly } from "./surfaces.js";

const KINDS = {
  rate_limited: "too many requests (429)",
  error_before: "error 500, nothing done",
  error_after: "done, then error 500",
  reset_before: "connection reset, nothing done",
  reset_after: "done, then connection reset",
  hang: "no answer, then reset",
  late_commit: "reset now, done later",
  duplicate: "delivered to the bot twice",
};
const WAITS = new Set(["rate_limited", "hang", "late_commit"]);
const METHODS = [
  "*",
  "chat.postMessage",
  "chat.update",
  "chat.postEphemeral",
  "views.open",
  "views.update",
  "views.publish",
  "users.info",
  "block_actions",
  "view_submission",
];
const QUICK = [
  ["Next post: 429", { kind: "rate_limited", method: "chat.postMessage", times: 1, seconds: 5 }],
  ["Next three calls fail", { kind: "error_before", method: "*", times: 3, seconds: 1 }],
  ["Next answer gets lost", { kind: "reset_after", method: "*", times: 1, seconds: 1 }],
  ["Next press arrives twice", { kind: "duplicate", method: "block_actions", times: 1, seconds: 1 }],
];

export class Faults {
  constructor({ world, connection }) {
    Object.assign(this, { world, connection });
    this.said = el("span.fault-said");
    this.out = el("input", {
      type: "checkbox",
      role: "switch",
      on: { change: () => this.#set({ outage: this.out.checked }) },
    });
    this.planned = el("ul.fault-planned", { "aria-label": "Planned" });
    this.node = el(
      "details.faults",
      {},
      el("summary", {}, "Make Slack misbehave", this.said),
      el(
        "div.fault-rows",
        {},
        el("label.fault", {}, this.out, "Slack is away until I switch it back"),
        el(
          "div.fault-quick",
          {},
          QUICK.map(([label, fault]) =>
            el("button.btn.small", { type: "button", on: { click: () => this.#plan(fault) } }, label),
          ),
        ),
        this.#form(),
        this.planned,
      ),
    );
    world.on("snapshot faults", () => this.show());
  }

  show() {
    const { planned = [], outage = false } = this.world.faults ?? {};
    this.node.hidden = !this.world.faults;
    this.out.checked = outage;
    this.said.textContent = outage ? "Slack is away" : planned.length ? `${planned.length} planned` : "";
    this.planned.replaceChildren(
      ...planned.map((fault, index) =>
        el(
          "li",
          {},
          el(
            "span",
            {},
            `${fault.method === "*" ? "any call" : fault.method}: ${KINDS[fault.kind] ?? fault.kind}`,
            fault.times > 1 ? ` (${fault.times} times)` : "",
          ),
          iconButton("close", "Remove", () => this.#set({ planned: planned.toSpliced(index, 1) })),
        ),
      ),
    );
  }

  #form() {
    const list = freshId("methods");
    const kind = el(
      "select.field",
      { "aria-label": "What goes wrong" },
      Object.entries(KINDS).map(([name, words]) => el("option", { value: name }, words)),
    );
    const method = el("input.field", { list, value: "*", "aria-label": "Method, or * for any" });
    const times = el("input.field", { type: "number", min: "1", max: "99", value: "1", "aria-label": "How often" });
    const seconds = el("input.field", {
      type: "number",
      min: "0",
      max: "60",
      step: "any",
      value: "2",
      "aria-label": "Seconds",
    });
    const look = () => {
      seconds.disabled = !WAITS.has(kind.value);
    };
    kind.addEventListener("change", look);
    look();
    const plan = (event) => {
      event.preventDefault();
      this.#plan({
        kind: kind.value,
        method: method.value.trim() || "*",
        times: Number(times.value) || 1,
        seconds: Number(seconds.value) || 0,
      });
    };
    return el(
      "form.fault-form",
      { on: { submit: plan } },
      el("span.select", {}, kind),
      method,
      el(
        "datalist",
        { id: list },
        METHODS.map((name) => el("option", { value: name })),
      ),
      el("label.fault-small", {}, times, "times"),
      el("label.fault-small", {}, seconds, "s"),
      el("button.btn.small", { type: "submit" }, "Plan it"),
    );
  }

  #plan(fault) {
    return this.#set({ planned: [...(this.world.faults?.planned ?? []), fault] });
  }

  async #set(change) {
    const { planned = [], outage = false } = this.world.faults ?? {};
    const answer = await this.connection.ask("faults", { faults: { planned, outage, ...change } });
    if (!answer.ok) this.world.tell("notice", { level: "error", text: kindly(answer, this.world) });
    this.show();
  }
}
