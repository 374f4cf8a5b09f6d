// Date, time and instant pickers: the browser's own, in the reader's zone.

import { el } from "../dom.js";
import { dayKey, instantOf, wallTime } from "../text/dates.js";

const SETTLE = 700;

export const day = (json, place) =>
  native("date", json, place, {
    show: (value) => value ?? "",
    read: (text) => (text && text >= "1000" ? text : null),
  });

export const time = (json, place) =>
  native("time", json, place, {
    show: (value) => value ?? "",
    read: (text) => text || null,
  });

export const instant = (json, place) =>
  native("datetime-local", json, place, {
    show: (value) => (value ? `${dayKey(value, place.world.zone)}T${wallTime(value, place.world.zone)}` : ""),
    read: (text) =>
      text && text >= "1000" ? instantOf(text.slice(0, 10), text.slice(11, 16), place.world.zone) : null,
  });

const NAMES = { date: "Date", time: "Time", "datetime-local": "Date and time" };

function native(type, json, place, { show, read }) {
  let timer = 0;
  let told = place.slot.value;
  const node = el("input.field", {
    type,
    value: show(place.slot.value),
    "data-focus": place.focusName,
    "aria-label": place.inBlock === "input" ? undefined : (place.name ?? NAMES[type]),
    on: {
      input: keep,
      change: wait,
      blur: tell,
      keydown: (event) => {
        if (event.key === "Enter" && place.tells) tell(event);
      },
    },
  });

  function keep() {
    place.choose(read(node.value), { silent: true });
  }

  // A date typed digit by digit passes through other dates: tell the bot when it has settled.
  function wait() {
    clearTimeout(timer);
    if (place.tells) timer = setTimeout(tell, SETTLE);
  }

  async function tell(event) {
    clearTimeout(timer);
    if (event?.key === "Enter") event.preventDefault();
    const value = read(node.value);
    if (!place.tells || value === told) return;
    const before = told;
    told = value;
    if (await place.choose(value)) return;
    place.slot.value = told = before;
    node.value = show(before);
  }
  return { node, control: node };
}
