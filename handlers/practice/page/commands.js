// The list of commands that opens while one types a slash.

import { announce, el, freshId } from "./dom.js";

export class CommandHints {
  constructor(world, text, write) {
    Object.assign(this, { world, text, write });
    this.node = el("div.hints", { role: "listbox", id: freshId("hints"), "aria-label": "Commands", hidden: true });
    text.setAttribute("aria-controls", this.node.id);
    this.at = 0;
    this.found = [];
  }

  look() {
    const { me, team } = this.world;
    if (me.team_id !== team.id) return this.hide();
    const { value } = this.text;
    const whole = /^\/(\S*)$/.exec(value);
    if (whole)
      return this.#list(this.world.commands.filter((command) => command.command.startsWith(value.toLowerCase())));
    const begun = /^(\/\S+)\s/.exec(value);
    const command = begun && this.world.commands.find((one) => one.command === begun[1].toLowerCase());
    if (command && !value.includes("\n")) return this.#usage(command);
    return this.hide();
  }

  hide() {
    this.node.hidden = true;
    this.found = [];
    this.text.removeAttribute("aria-activedescendant");
  }

  // True when the key was meant for the list.
  key(event) {
    if (this.node.hidden) return false;
    if (event.key === "Escape") {
      this.hide();
      event.stopPropagation();
      return true;
    }
    if (!this.found.length) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#mark((this.at + (event.key === "ArrowDown" ? 1 : -1) + this.found.length) % this.found.length);
      return true;
    }
    const exact = this.text.value.toLowerCase() === this.found[this.at].command;
    if ((event.key === "Tab" && !event.shiftKey) || (event.key === "Enter" && !event.shiftKey && !exact)) {
      event.preventDefault();
      this.#take(this.found[this.at]);
      return true;
    }
    return false;
  }

  #list(found) {
    if (!found.length) return this.hide();
    const grown = found.length !== this.found.length;
    this.found = found;
    this.node.replaceChildren(
      ...found.map((command) =>
        el(
          "div.hint-row",
          {
            role: "option",
            id: freshId("hint"),
            on: {
              mousedown: (event) => {
                event.preventDefault();
                this.#take(command);
              },
            },
          },
          el("span.hint-command", {}, command.command),
          usage(command),
          el("span.hint-about", {}, command.description ?? ""),
        ),
      ),
    );
    this.node.hidden = false;
    this.#mark(0);
    if (grown) announce(`${found.length} ${found.length === 1 ? "command" : "commands"}`);
  }

  #usage(command) {
    this.found = [];
    this.text.removeAttribute("aria-activedescendant");
    const hint = usage(command);
    this.node.hidden = !hint;
    if (hint)
      this.node.replaceChildren(el("div.hint-row.usage", {}, el("span.hint-command", {}, command.command), hint));
  }

  #mark(at) {
    this.at = at;
    [...this.node.children].forEach((row, index) => {
      row.setAttribute("aria-selected", String(index === at));
      if (index === at) {
        this.text.setAttribute("aria-activedescendant", row.id);
        row.scrollIntoView({ block: "nearest" });
      }
    });
  }

  #take(command) {
    this.write(`${command.command} `);
  }
}

function usage(command) {
  const words = command.usage_hint ?? command.usage ?? "";
  return words ? el("span.hint-usage", {}, words) : null;
}
