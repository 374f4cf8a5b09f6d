// One modal of the stack: its blocks, its foot, its errors, and sending it off.

import { showBlocks } from "./blocks/index.js";
import { announce, el, icon, iconButton, narrow } from "./dom.js";
import { find } from "./reconcile.js";
import { faultsOf } from "./required.js";
import { saidInPlace } from "./surfaces.js";
import { plain } from "./text/mrkdwn.js";

export class Panel {
  #seen = null;

  // `leave` closes this view; `escape` asks first and may close them all.
  constructor(surface, { world, connection, leave, escape }) {
    Object.assign(this, { surface, world, connection });
    this.title = el("h2.modal-title", { tabindex: "-1" });
    this.blocks = el("div.modal-blocks");
    this.backWords = el("span");
    this.back = el(
      "button.back",
      { type: "button", "aria-label": "Back", on: { click: leave } },
      icon("back"),
      this.backWords,
    );
    this.trouble = el("p.modal-trouble", { role: "alert", hidden: true });
    this.closer = el("button.btn", { type: "button", on: { click: leave } });
    this.submit = el("button.btn.primary", { type: "submit" });
    this.node = el(
      "form.modal-panel",
      { novalidate: true, "data-surface": "modal", tabindex: "-1", on: { submit: (event) => this.#submitted(event) } },
      el(
        "header.modal-head",
        {},
        this.back,
        this.title,
        iconButton("close", "Close all", () => escape(true), { class: "icon-button modal-x" }),
      ),
      el("div.modal-body", {}, this.trouble, this.blocks),
      el("footer.modal-foot", {}, this.closer, this.submit),
    );
    surface.changed = (blockId) => this.#clear(blockId);
  }

  get dirty() {
    return Boolean(this.view.submit) && this.surface.form.dirty;
  }

  fill(view, below) {
    this.view = view;
    this.title.textContent = plain(view.title);
    this.back.hidden = !below;
    this.backWords.textContent = below ? plain(below.title) : "";
    this.closer.textContent = plain(view.close ?? { text: view.submit ? "Cancel" : "Close" });
    this.submit.hidden = !view.submit;
    this.submit.textContent = view.submit ? plain(view.submit) : "";
    showBlocks(this.blocks, view.blocks ?? [], this.surface);
    const stamp = JSON.stringify(view.errors ?? {});
    if (stamp !== "{}" && stamp !== this.#seen) this.#fault(view.errors);
    this.#seen = stamp;
  }

  // Focus where the view asks for it, else where one was before another view covered this one, else the first field.
  arrive() {
    const wanted = (this.view.blocks ?? [])
      .map((block) => [block.block_id, block.element ?? block.accessory])
      .find(([, part]) => part?.focus_on_load);
    const name = this.left ?? (wanted ? `${wanted[0]}/${wanted[1].action_id}` : null);
    const first = this.blocks.querySelector("input, select, textarea");
    const target = (name && find(this.blocks, name)) || (first && !narrow() ? first : this.title);
    target.focus({ preventScroll: true });
    if (target !== this.title) target.scrollIntoView({ block: "nearest" });
  }

  // The view may have changed under the focus: a button that is gone or hidden would take the keyboard with it.
  stay() {
    const active = document.activeElement;
    if (!this.node.contains(active) || !active.checkVisibility()) this.title.focus({ preventScroll: true });
  }

  say(answer, more = "") {
    this.#trouble(`${saidInPlace(answer, this.world)}${more}`);
  }

  async #submitted(event) {
    event.preventDefault();
    if (this.submit.getAttribute("aria-busy") || this.submit.hidden) return;
    const faults = faultsOf(this.view.blocks, this.surface.form);
    this.#fault(faults);
    if (Object.keys(faults).length) return;
    const focus = document.activeElement;
    this.#busy(true);
    this.#seen = null;
    const answer = await this.connection.ask("submit", { view_id: this.view.id, state: this.surface.form.state() });
    this.#busy(false);
    if (answer.ok || !this.node.isConnected) return;
    if (Object.keys(answer.errors ?? {}).length) {
      this.#seen = JSON.stringify(answer.errors);
      this.#fault(answer.errors);
      return;
    }
    this.say(answer, " What you typed is still here.");
    focus?.focus?.();
  }

  #busy(busy) {
    for (const name of ["aria-busy", "aria-disabled"]) {
      if (busy) this.submit.setAttribute(name, "true");
      else this.submit.removeAttribute(name);
    }
  }

  #fault(faults) {
    this.surface.form.errors = { ...faults };
    const boxes = [...this.blocks.querySelectorAll("[data-block]")];
    for (const box of boxes) box.fault(faults[box.dataset.block] ?? null);
    const placed = new Set(boxes.map((box) => box.dataset.block));
    const astray = Object.keys(faults).filter((id) => !placed.has(id));
    this.#trouble(astray.map((id) => faults[id]).join(" "));
    const first = boxes.find((box) => faults[box.dataset.block]);
    if (!first) return;
    const count = Object.keys(faults).length;
    announce(count === 1 ? "One field needs another look." : `${count} fields need another look.`);
    const field = first.control.matches("input, select, textarea")
      ? first.control
      : first.control.querySelector("input");
    field?.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
  }

  #clear(blockId) {
    if (!this.surface.form.errors[blockId]) return;
    delete this.surface.form.errors[blockId];
    this.blocks.querySelector(`[data-block="${CSS.escape(blockId)}"]`)?.fault(null);
  }

  #trouble(sentence) {
    this.trouble.hidden = !sentence;
    this.trouble.textContent = sentence;
  }
}
