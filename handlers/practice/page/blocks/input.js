// An input block: label, control, hint, and the sentence that says what is wrong.

import { el, freshId } from "../dom.js";
import { plain } from "../text/mrkdwn.js";
import { element } from "./element.js";

const GROUPS = new Set(["checkboxes", "radio_buttons"]);

export function inputBlock(block, surface) {
  const { node, control } = element(block.element, { surface, block, inBlock: "input" });
  const ids = { label: freshId("label"), hint: freshId("hint"), error: freshId("error") };
  const words = [plain(block.label), block.optional ? el("span.optional", {}, " (optional)") : null];
  const group = GROUPS.has(block.element.type);
  if (!control.id) control.id = freshId("field");
  if (group) control.setAttribute("aria-labelledby", ids.label);
  const label = group
    ? el("div.label", { id: ids.label }, words)
    : el("label.label", { id: ids.label, for: control.id }, words);
  const hint = block.hint ? el("p.hint", { id: ids.hint }, plain(block.hint)) : null;
  const error = el("p.field-error", { id: ids.error, hidden: true });
  if (!block.optional && !group) control.setAttribute("aria-required", "true");
  if (hint) control.setAttribute("aria-describedby", ids.hint);
  const box = el("div.block.input", { "data-block": block.block_id }, label, node, hint, error);
  box.fault = (sentence) => mark({ box, control, error, hintId: hint ? ids.hint : null }, sentence);
  box.control = control;
  box.fault(surface.form.errors[block.block_id] ?? null);
  return box;
}

function mark({ box, control, error, hintId }, sentence) {
  box.classList.toggle("faulty", Boolean(sentence));
  error.hidden = !sentence;
  error.textContent = sentence ?? "";
  const described = [sentence ? error.id : null, hintId].filter(Boolean).join(" ");
  if (described) control.setAttribute("aria-describedby", described);
  else control.removeAttribute("aria-describedby");
  if (sentence) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}
