// The stack of modals. Only the top one can be used; those below wait with what was typed in them.

import { ask } from "./blocks/confirm.js";
import { comeAlong, el } from "./dom.js";
import { Panel } from "./modal-panel.js";
import { find } from "./reconcile.js";
import { plain } from "./text/mrkdwn.js";

export class Modals {
  #panels = new Map();
  #from = null;
  #asking = false;
  #showing = null;

  constructor({ world, connection, surfaces, forms }) {
    Object.assign(this, { world, connection, surfaces, forms });
    let pressedOutside = false;
    this.dialog = el("dialog.modal", {
      id: "modal",
      on: {
        cancel: (event) => event.preventDefault(),
        keydown: (event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          this.#escape();
        },
        mousedown: (event) => {
          pressedOutside = event.target === this.dialog;
        },
        click: (event) => {
          if (pressedOutside && event.target === this.dialog) this.#escape();
        },
        close: () => {
          if (this.world.modals.length) this.dialog.showModal();
        },
      },
    });
    document.body.append(this.dialog);
    world.on("modals snapshot", () => this.show());
  }

  show() {
    const views = this.world.modals;
    for (const [id, panel] of this.#panels) {
      if (views.some((view) => view.id === id)) continue;
      panel.node.remove();
      this.#panels.delete(id);
      this.forms.drop(panel.surface.name);
    }
    if (!views.length) return this.#shut();
    if (!this.dialog.open) this.#open();
    const before = this.#showing;
    this.#showing = views.at(-1).id;
    const covered = before !== this.#showing && this.#panels.get(before);
    if (covered) covered.left = document.activeElement?.dataset?.focus;
    for (const [depth, view] of views.entries()) this.#panel(view).fill(view, views[depth - 1]);
    for (const [id, panel] of this.#panels) panel.node.hidden = id !== this.#showing;
    this.dialog.setAttribute("aria-label", plain(views.at(-1).title));
    if (before !== this.#showing) this.#panels.get(this.#showing).arrive();
    else this.#panels.get(this.#showing).stay();
  }

  #panel(view) {
    if (!this.#panels.has(view.id)) {
      const panel = new Panel(this.surfaces.view(view, "modal"), {
        world: this.world,
        connection: this.connection,
        leave: () => this.#leave(panel, false),
        escape: (all) => this.#escape(all),
      });
      this.#panels.set(view.id, panel);
      this.dialog.append(panel.node);
    }
    return this.#panels.get(view.id);
  }

  #open() {
    const active = document.activeElement;
    this.#from = { node: active, ts: active?.closest("[data-ts]")?.dataset.ts, name: active?.dataset?.focus };
    this.dialog.showModal();
  }

  // The focus goes back to what opened the first modal, or to what stands in its place by now.
  #shut() {
    this.#showing = null;
    if (!this.dialog.open) return;
    this.dialog.close();
    for (const id of ["notices", "announcer"]) comeAlong(document.getElementById(id));
    const { node, ts, name } = this.#from ?? {};
    const root = ts ? document.querySelector(`[data-ts="${CSS.escape(ts)}"]`) : document;
    const twin = name && root && find(root, name);
    const back = node?.isConnected && node !== document.body ? node : twin || root?.closest?.(".message");
    (back ?? document.getElementById("compose-text"))?.focus({ preventScroll: true });
  }

  // Escape, the backdrop and the cross: ask before something typed is lost.
  async #escape(all = false) {
    const panel = this.#panels.get(this.#showing);
    if (!panel || this.#asking) return;
    const touched = all ? [...this.#panels.values()] : [panel];
    if (touched.some((one) => one.dirty)) {
      this.#asking = true;
      const gone = await ask({
        title: "Leave without saving?",
        text: "What you typed here will be lost.",
        yes: "Leave",
        no: "Keep editing",
        style: "danger",
      });
      this.#asking = false;
      if (!gone) return;
    }
    this.#leave(panel, all);
  }

  async #leave(panel, all) {
    const answer = await this.connection.ask("close", { view_id: panel.view.id, all });
    if (!answer.ok) panel.say(answer);
  }
}
