// What Slack refuses before the bot is asked: required fields left empty, and fields that cannot be right.

import { textFault } from "./blocks/text-field.js";
import { isEmpty } from "./forms.js";

export function faultsOf(blocks, form) {
  const faults = {};
  for (const block of blocks) {
    if (block.type !== "input") continue;
    const { value } = form.slot(block.block_id, block.element);
    const blank = isEmpty(value) || (typeof value === "string" && !value.trim());
    if (blank && !block.optional) faults[block.block_id] = "Please complete this required field.";
    const fault = blank || typeof value !== "string" ? null : textFault(block.element, value);
    if (fault) faults[block.block_id] = fault;
  }
  return faults;
}
