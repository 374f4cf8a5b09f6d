// A menu with one choice: the browser's own select.

import { el } from "../dom.js";
import { plain } from "../text/mrkdwn.js";
import { groupsOf } from "./options.js";

export function select(json, place) {
  const all = groupsOf(json, place.world);
  const known = all.flatMap((group) => group.options);
  const hint = json.placeholder ? plain(json.placeholder) : "Choose…";
  const none = el(
    "option",
    { value: "", disabled: !place.optional || place.inBlock !== "input", hidden: !place.optional },
    hint,
  );
  const node = el(
    "select.field",
    {
      "data-focus": place.focusName,
      "aria-label": place.inBlock === "input" ? undefined : (place.name ?? "Choose"),
      on: { change: changed },
    },
    none,
    all.map((group) =>
      group.label ? el("optgroup", { label: group.label }, group.options.map(row)) : group.options.map(row),
    ),
  );
  show();

  function show() {
    const id = place.slot.value?.value ?? place.slot.value;
    const at = known.findIndex((option) => option.id === id);
    if (at >= 0) node.value = String(at);
    else none.selected = true;
    node.classList.toggle("empty", at < 0);
  }

  async function changed() {
    await place.choose(node.value === "" ? null : known[Number(node.value)].value);
    show();
  }

  function row(option) {
    const label = option.about && json.type.includes("static") ? `${option.label} (${option.about})` : option.label;
    return el("option", { value: String(known.indexOf(option)) }, label);
  }
  return { node: el("span.select", {}, node), control: node };
}
