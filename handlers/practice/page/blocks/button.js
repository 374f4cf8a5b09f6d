// A button: busy until the bot has answered, so that a nervous double click presses once. A card
// redrawn meanwhile draws it busy too.

import { el } from "../dom.js";
import { plain, safeLink } from "../text/mrkdwn.js";
import { confirmed } from "./confirm.js";

export function button(json, place) {
  const { form } = place.surface;
  const name = `${place.focusName}/${json.value ?? ""}`;
  const href = json.url ? safeLink(json.url) : null;
  const look = json.style ? `btn ${json.style}` : "btn";
  const node = el(
    href ? "a" : "button",
    {
      class: look,
      type: href ? undefined : "button",
      "data-focus": place.focusName,
      "aria-label": json.accessibility_label,
      href,
      target: href ? "_blank" : undefined,
      rel: href ? "noopener noreferrer" : undefined,
      on: { click: press },
    },
    plain(json.text),
  );
  form.pending.get(name)?.add(node);
  showBusy(node, form.pending.has(name));

  async function press(event) {
    if (form.pending.has(name)) return event.preventDefault();
    if (json.confirm) {
      if (href) event.preventDefault();
      if (!(await confirmed(json.confirm))) return;
      if (href) window.open(href, "_blank", "noopener,noreferrer");
    }
    const drawn = new Set([node]);
    form.pending.set(name, drawn);
    showBusy(node, true);
    await place.press({ text: json.text, value: json.value });
    form.pending.delete(name);
    for (const twin of drawn) showBusy(twin, false);
  }
  return { node, control: node };
}

function showBusy(node, busy) {
  for (const name of ["aria-busy", "aria-disabled"]) {
    if (busy) node.setAttribute(name, "true");
    else node.removeAttribute(name);
  }
}
