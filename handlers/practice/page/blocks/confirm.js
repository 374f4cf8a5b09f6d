// A small dialog that asks one question. Slack's confirm objects and the page's own questions look the same.

import { el, freshId } from "../dom.js";
import { plain, textObject } from "../text/mrkdwn.js";

export function confirmed(json) {
  if (!json) return Promise.resolve(true);
  return ask({
    title: plain(json.title ?? { text: "Are you sure?" }),
    text: textObject(json.text, { nameOf: () => null, channels: new Map(), now: () => Date.now() / 1000 }),
    yes: plain(json.confirm ?? { text: "Yes" }),
    no: plain(json.deny ?? { text: "Cancel" }),
    style: json.style,
  });
}

export function ask({ title, text, yes, no, style = "primary" }) {
  return new Promise((resolve) => {
    const ids = { title: freshId("title"), text: freshId("text") };
    const finish = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const dialog = el(
      "dialog.question",
      { "aria-labelledby": ids.title, "aria-describedby": ids.text, role: "alertdialog" },
      el("h2", { id: ids.title }, title),
      el("div.question-text", { id: ids.text }, text),
      el(
        "div.question-foot",
        {},
        el("button.btn", { type: "button", on: { click: () => finish(false) } }, no),
        el("button.btn", { type: "button", class: `btn ${style}`, on: { click: () => finish(true) } }, yes),
      ),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      finish(false);
    });
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      finish(false);
    });
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("button:last-of-type").focus();
  });
}
