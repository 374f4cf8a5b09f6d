// The message box. What is typed stays with its channel, and comes back when it could not be sent.

import { CommandHints } from "./commands.js";
import { el, icon, iconButton, narrow } from "./dom.js";
import { openMenu } from "./menu.js";
import { saidInPlace } from "./surfaces.js";

export class Composer {
  #drafts = new Map();
  channel = null;

  constructor(node, { world, connection, shortcut }) {
    Object.assign(this, { node, world, connection });
    this.text = el("textarea.compose-text", {
      id: "compose-text",
      rows: 1,
      autocomplete: "off",
      "aria-autocomplete": "list",
      enterkeyhint: "send",
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event), blur: () => this.hints.hide() },
    });
    this.hints = new CommandHints(world, this.text, (line) => this.write(line));
    this.send = el(
      "button.btn.primary.send",
      { type: "submit", "aria-label": "Send" },
      icon("send"),
      el("span.send-word", {}, "Send"),
    );
    this.bolt = iconButton("bolt", "Shortcuts", () => this.#shortcuts(shortcut), { "aria-haspopup": "menu" });
    this.problem = el("div.compose-problem", { role: "alert", hidden: true });
    this.form = el(
      "form.compose",
      {
        on: {
          submit: (event) => {
            event.preventDefault();
            this.say();
          },
        },
      },
      this.bolt,
      this.text,
      this.send,
    );
    const help = el(
      "p.compose-help",
      {},
      el("kbd", {}, "Enter"),
      " sends, ",
      el("kbd", {}, "Shift"),
      "+",
      el("kbd", {}, "Enter"),
      " starts a line, ",
      el("kbd", {}, "/"),
      " shows the commands",
    );
    node.append(this.problem, this.hints.node, this.form, help);
  }

  show(channel) {
    this.keep();
    this.channel = channel;
    this.node.hidden = !channel;
    this.bolt.hidden = !this.world.shortcuts.some((entry) => entry.type !== "message");
    if (!channel) return;
    const label = `Message ${this.world.titleOf(channel)}`;
    this.text.setAttribute("aria-label", label);
    this.text.placeholder = label;
    const locked = channel.is_archived;
    this.text.disabled = this.send.disabled = Boolean(locked);
    if (locked) this.text.placeholder = "This channel is archived";
    this.problem.hidden = true;
    this.write(this.#drafts.get(this.#name()) ?? "", { focus: false });
  }

  keep() {
    if (this.channel) this.#drafts.set(this.#name(), this.text.value);
    this.owner = this.world.me?.id;
  }
  forget() {
    this.#drafts.clear();
    this.channel = null;
    this.text.value = "";
  }

  write(line, { focus = true } = {}) {
    this.text.value = line;
    if (focus) {
      this.text.focus();
      this.text.setSelectionRange(line.length, line.length);
      this.hints.look();
    }
    this.#grow();
  }

  async say() {
    const text = this.text.value.trim();
    const { channel } = this;
    if (!text || !channel) return;
    this.hints.hide();
    this.problem.hidden = true;
    this.text.value = "";
    this.#drafts.delete(this.#name());
    this.#grow();
    this.form.setAttribute("aria-busy", "true");
    const answer = await this.connection.ask("say", { channel: channel.id, text });
    this.form.removeAttribute("aria-busy");
    if (!answer.ok) this.#failed(text, channel, answer);
  }

  #failed(text, channel, answer) {
    const here = this.channel?.id === channel.id;
    const back = () => {
      this.write(text);
      this.problem.hidden = true;
    };
    if (!here) this.#drafts.set(`${this.world.me?.id}/${channel.id}`, text);
    else if (!this.text.value) this.write(text, { focus: document.activeElement === this.text || !narrow() });
    const restored = here && this.text.value === text;
    this.problem.replaceChildren(
      el("span", {}, saidInPlace(answer, this.world), restored ? " Your text is back in the box." : ""),
      here && !restored ? el("button.btn.small", { type: "button", on: { click: back } }, "Put my text back") : "",
      iconButton("close", "Dismiss", () => {
        this.problem.hidden = true;
        this.text.focus();
      }),
    );
    this.problem.hidden = false;
  }

  #typed() {
    this.hints.look();
    this.#grow();
  }

  #key(event) {
    if (event.isComposing || this.hints.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.say();
    }
  }

  #grow() {
    this.text.style.setProperty("height", "auto");
    this.text.style.setProperty("height", `${Math.min(this.text.scrollHeight, 180)}px`);
  }

  #shortcuts(run) {
    openMenu(
      this.bolt,
      this.world.shortcuts
        .filter((entry) => entry.type !== "message")
        .map((entry) => ({
          label: entry.name,
          hint: entry.description,
          pick: () => run(entry.callback_id),
        })),
      { label: "Shortcuts" },
    );
  }

  #name() {
    return `${this.owner}/${this.channel.id}`;
  }
}
