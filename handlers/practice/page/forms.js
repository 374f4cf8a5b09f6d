// What people typed and chose, kept by block_id and action_id, as Slack keeps it, while a view changes under it.

const CHOICES = new Set(["static_select", "radio_buttons"]);
const LISTS = new Set(["multi_static_select", "checkboxes"]);
const FIELDS = {
  plain_text_input: "value",
  number_input: "value",
  email_text_input: "value",
  url_text_input: "value",
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  checkboxes: "selected_options",
  users_select: "selected_user",
  multi_users_select: "selected_users",
  channels_select: "selected_channel",
  multi_channels_select: "selected_channels",
  conversations_select: "selected_conversation",
  multi_conversations_select: "selected_conversations",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
};

export const fieldOf = (type) => FIELDS[type];
export const isEmpty = (value) => value === null || value === undefined || value === "" || value.length === 0;

export class Forms {
  #all = new Map();

  of(name) {
    if (!this.#all.has(name)) this.#all.set(name, new Form());
    return this.#all.get(name);
  }

  drop(name) {
    this.#all.delete(name);
  }
  clear() {
    this.#all.clear();
  }
}

class Form {
  #slots = new Map();
  pending = new Map();
  errors = {};

  slot(blockId, element) {
    const name = `${blockId}\n${element.action_id}`;
    const known = this.#slots.get(name);
    if (known?.type === element.type && stillOffered(known.value, element)) return known;
    const value = initialOf(element);
    const slot = { blockId, actionId: element.action_id, type: element.type, value, first: JSON.stringify(value) };
    if (element.timezone) slot.timezone = element.timezone;
    this.#slots.set(name, slot);
    return slot;
  }

  // Values of blocks that are gone are forgotten; those of blocks that stay are kept.
  keep(blocks) {
    const present = new Set();
    for (const [blockId, element] of inputsOf(blocks)) {
      this.slot(blockId, element);
      present.add(`${blockId}\n${element.action_id}`);
    }
    for (const name of this.#slots.keys()) if (!present.has(name)) this.#slots.delete(name);
  }

  state() {
    const state = {};
    for (const slot of this.#slots.values()) {
      state[slot.blockId] ??= {};
      state[slot.blockId][slot.actionId] = stateOf(slot);
    }
    return state;
  }

  get dirty() {
    return [...this.#slots.values()].some((slot) => JSON.stringify(slot.value) !== slot.first);
  }
}

export function stateOf(slot) {
  const state = { type: slot.type, [FIELDS[slot.type]]: slot.value };
  if (slot.timezone) state.timezone = slot.timezone;
  return state;
}

function* inputsOf(blocks) {
  for (const block of blocks) {
    const elements = [block.element, block.accessory, ...(block.type === "actions" ? block.elements : [])];
    for (const element of elements) if (element && element.type in FIELDS) yield [block.block_id, element];
  }
}

function optionsOf(element) {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

function initialOf(element) {
  const field = FIELDS[element.type];
  if (field === "value") return element.initial_value ?? null;
  const named = element[field.replace("selected_", "initial_")];
  if (field === "selected_options") return named ?? [];
  if (field === "selected_users" || field === "selected_channels" || field === "selected_conversations")
    return named ?? [];
  return named ?? null;
}

function stillOffered(value, element) {
  if (isEmpty(value)) return true;
  if (CHOICES.has(element.type)) return optionsOf(element).some((option) => option.value === value.value);
  if (LISTS.has(element.type))
    return value.every((one) => optionsOf(element).some((option) => option.value === one.value));
  return true;
}
