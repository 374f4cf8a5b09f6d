// Checkboxes and radio buttons.

import { el, freshId } from "../dom.js";
import { textObject } from "../text/mrkdwn.js";

export function choices(json, place) {
  const many = json.type === "checkboxes";
  const group = freshId("choice");
  const rows = json.options.map((option, index) => {
    const box = el("input", {
      type: many ? "checkbox" : "radio",
      name: group,
      checked: isChosen(option),
      "data-focus": `${place.focusName}/${index}`,
    });
    const about = option.description ? freshId("about") : undefined;
    if (about) box.setAttribute("aria-describedby", about);
    const label = el("label.choice", {}, box, el("span.choice-text", {}, textObject(option.text, place.world)));
    const row = about
      ? el("div", {}, label, el("div.choice-about", { id: about }, textObject(option.description, place.world)))
      : el("div", {}, label);
    return { option, box, row };
  });
  const node = el(
    "div.choices",
    {
      role: many ? "group" : "radiogroup",
      "aria-label": place.inBlock === "input" ? undefined : (place.name ?? "Choices"),
    },
    rows.map(({ row }) => row),
  );
  node.addEventListener("change", changed);

  function isChosen(option) {
    const { value } = place.slot;
    return many ? value.some((one) => one.value === option.value) : value?.value === option.value;
  }

  async function changed() {
    const chosen = rows.filter(({ box }) => box.checked).map(({ option }) => option);
    const taken = await place.choose(many ? chosen : (chosen[0] ?? null));
    if (!taken) for (const { box, option } of rows) box.checked = isChosen(option);
  }
  return { node, control: node };
}
