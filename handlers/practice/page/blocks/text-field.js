// One line, several lines, a number, an e-mail or a web address.

import { el } from "../dom.js";
import { plain } from "../text/mrkdwn.js";

const TYPES = { number_input: "text", email_text_input: "email", url_text_input: "url", plain_text_input: "text" };
const MODES = { number_input: "decimal", email_text_input: "email", url_text_input: "url" };

export function textField(json, place) {
  const lines = Boolean(json.multiline);
  const on = json.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  let timer = 0;
  const node = el(lines ? "textarea.field" : "input.field", {
    type: lines ? undefined : TYPES[json.type],
    inputmode: MODES[json.type],
    rows: lines ? 4 : undefined,
    maxlength: json.max_length,
    placeholder: json.placeholder ? plain(json.placeholder) : undefined,
    value: place.slot.value ?? "",
    autocomplete: "off",
    "data-focus": place.focusName,
    "aria-label": place.inBlock === "input" ? undefined : place.name,
    on: { input: typed, keydown: key },
  });
  const count = json.max_length && json.max_length <= 500 ? el("span.count", { "aria-hidden": "true" }) : null;
  showCount();

  function typed() {
    place.choose(node.value === "" ? null : node.value, { silent: true });
    showCount();
    if (!place.tells || !on.includes("on_character_entered")) return;
    clearTimeout(timer);
    timer = setTimeout(tell, 300);
  }

  function key(event) {
    if (event.key !== "Enter" || event.isComposing || (lines && !event.ctrlKey && !event.metaKey)) return;
    if (!place.tells || !on.includes("on_enter_pressed")) return;
    event.preventDefault();
    tell();
  }

  const tell = () => place.choose(place.slot.value);

  function showCount() {
    if (count) count.textContent = `${node.value.length} / ${json.max_length}`;
  }
  return { node: count ? el("div.counted", {}, node, count) : node, control: node };
}

// What Slack itself would refuse before the bot is asked.
export function textFault(json, value) {
  if (value === null) return null;
  if (json.min_length && value.length < json.min_length) return `Please write at least ${json.min_length} characters.`;
  if (json.max_length && value.length > json.max_length) return `Please keep this to ${json.max_length} characters.`;
  if (json.type === "email_text_input" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    return "Please enter a valid email address.";
  if (json.type === "url_text_input" && !/^https?:\/\/\S+\.\S+/.test(value))
    return "Please enter a web address that begins with https://.";
  if (json.type === "number_input") return numberFault(json, value);
  return null;
}

function numberFault(json, value) {
  if (!/^-?\d+([.]\d+)?$/.test(value.trim())) return "Please enter a number.";
  if (!json.is_decimal_allowed && value.includes(".")) return "Please enter a whole number.";
  if (json.min_value !== undefined && Number(value) < Number(json.min_value))
    return `Please enter ${json.min_value} or more.`;
  if (json.max_value !== undefined && Number(value) > Number(json.max_value))
    return `Please enter ${json.max_value} or less.`;
  return null;
}
