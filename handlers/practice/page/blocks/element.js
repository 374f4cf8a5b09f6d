// One interactive element: {node, control}. `control` is what a label points at and what carries an error.

import { el } from "../dom.js";
import { fieldOf, stateOf } from "../forms.js";
import { button } from "./button.js";
import { choices } from "./choices.js";
import { confirmed } from "./confirm.js";
import { day, instant, time } from "./moments.js";
import { overflow } from "./overflow.js";
import { picker } from "./picker.js";
import { select } from "./select.js";
import { textField } from "./text-field.js";

const makers = {
  button,
  overflow,
  checkboxes: choices,
  radio_buttons: choices,
  datepicker: day,
  timepicker: time,
  datetimepicker: instant,
  plain_text_input: textField,
  number_input: textField,
  email_text_input: textField,
  url_text_input: textField,
  static_select: select,
  users_select: select,
  channels_select: select,
  conversations_select: select,
  external_select: picker,
  multi_external_select: picker,
  multi_static_select: picker,
  multi_users_select: picker,
  multi_channels_select: picker,
  multi_conversations_select: picker,
};

export function element(json, { surface, block, inBlock }) {
  const maker = makers[json.type];
  if (!maker) {
    const node = el("span.unknown", {}, `The practice page does not draw “${json.type}” yet.`);
    return { node, control: node };
  }
  return maker(json, placeOf(json, surface, block, inBlock));
}

// What an element may know of its surroundings: its remembered value and how to tell the bot.
function placeOf(json, surface, block, inBlock) {
  const tells = inBlock !== "input" || Boolean(block.dispatch_action);
  const slot = fieldOf(json.type) ? surface.form.slot(block.block_id, json) : null;
  const place = {
    surface,
    block,
    inBlock,
    slot,
    tells,
    world: surface.world,
    optional: inBlock !== "input" || Boolean(block.optional),
    focusName: `${block.block_id}/${json.action_id}`,
    name: json.accessibility_label ?? json.placeholder?.text,
    press: (action) =>
      surface.press(block.block_id, {
        type: json.type,
        action_id: json.action_id,
        block_id: block.block_id,
        ...action,
      }),
    // Take a new value; in a block that dispatches, ask first if the element wants that, then tell the bot.
    async choose(value, { silent = false } = {}) {
      const before = slot.value;
      slot.value = value;
      surface.changed?.(block.block_id);
      if (silent || !tells) return true;
      if (!(await confirmed(json.confirm))) {
        slot.value = before;
        return false;
      }
      await place.press(stateOf(slot));
      return true;
    },
  };
  return place;
}
