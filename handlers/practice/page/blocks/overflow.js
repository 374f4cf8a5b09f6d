// The three dots of a card.

import { icon, el } from "../dom.js";
import { openMenu } from "../menu.js";
import { plain, safeLink } from "../text/mrkdwn.js";
import { confirmed } from "./confirm.js";

export function overflow(json, place) {
  const node = el(
    "button.btn.dots",
    {
      type: "button",
      "aria-label": json.accessibility_label ?? "More actions",
      "aria-haspopup": "menu",
      "data-focus": place.focusName,
      on: { click: open },
    },
    icon("more"),
  );

  function open() {
    openMenu(
      node,
      json.options.map((option) => ({
        label: plain(option.text),
        hint: option.description ? plain(option.description) : "",
        href: safeLink(option.url),
        pick: () => pick(option),
      })),
      { label: node.getAttribute("aria-label") },
    );
  }

  async function pick(option) {
    if (!(await confirmed(json.confirm))) return;
    node.setAttribute("aria-busy", "true");
    await place.press({ selected_option: option });
    node.removeAttribute("aria-busy");
  }
  return { node, control: node };
}
