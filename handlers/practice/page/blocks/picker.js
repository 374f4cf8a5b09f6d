// Menus that are searched or take several choices: a combobox with its choices as chips.

import { el, freshId, icon } from "../dom.js";
import { plain } from "../text/mrkdwn.js";
import { groups, groupsOf } from "./options.js";

const PAUSE = 250;

export function picker(json, place) {
  const many = json.type.startsWith("multi_");
  const far = json.type.includes("external");
  const hint = json.placeholder ? plain(json.placeholder) : far ? "Type to search" : "Choose…";
  const list = el("ul.picker-list", {
    role: "listbox",
    id: freshId("list"),
    hidden: true,
    "aria-label": hint,
    "aria-multiselectable": many ? "true" : undefined,
  });
  const input = el("input.picker-input", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: hint,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "data-focus": place.focusName,
    "aria-label": place.inBlock === "input" ? undefined : (place.name ?? "Choose"),
    on: {
      input: search,
      keydown: key,
      blur: leave,
      click: search,
      focus: () => {
        if (!far) search();
      },
    },
  });
  const chips = el("ul.chips", { "aria-label": "Chosen" });
  const node = el(
    "div.picker.field",
    {
      on: {
        click: (event) => {
          if (event.target === node) input.focus();
        },
      },
    },
    many ? chips : null,
    input,
    list,
  );
  const idOf = (value) => value?.value ?? value;
  let shown = [];
  let at = -1;
  let timer = 0;
  let round = 0;
  settle();

  function settle() {
    const chosen = many ? place.slot.value : [place.slot.value].filter(Boolean);
    if (many) chips.replaceChildren(...chosen.map(chip));
    else input.value = chosen.length ? labelOf(chosen[0]) : "";
  }

  function labelOf(value) {
    if (value?.text) return plain(value.text);
    return groupsOf(json, place.world)[0].options.find((option) => option.id === value)?.label ?? String(value);
  }

  function chip(value) {
    const label = labelOf(value);
    return el(
      "li.chip",
      {},
      label,
      el(
        "button.chip-off",
        {
          type: "button",
          "aria-label": `Remove ${label}`,
          on: { click: () => take(place.slot.value.filter((one) => idOf(one) !== idOf(value))) },
        },
        icon("close"),
      ),
    );
  }

  function search() {
    clearTimeout(timer);
    const query = many || input.value !== currentLabel() ? input.value.trim() : "";
    if (!far) return show(filter(groupsOf(json, place.world), query));
    if (query.length < (json.min_query_length ?? 3))
      return note(`Type at least ${json.min_query_length ?? 3} letters.`);
    timer = setTimeout(() => fetchFar(query), PAUSE);
  }

  const currentLabel = () => (!many && place.slot.value ? labelOf(place.slot.value) : "");

  async function fetchFar(query) {
    const mine = ++round;
    note("Searching…");
    const answer = await place.surface.suggest(place.block.block_id, json.action_id, query);
    if (mine !== round || document.activeElement !== input) return;
    if (answer.ok) show(groups(answer));
    else note("No answer from the bot.");
  }

  function show(found) {
    shown = found.flatMap((group) => group.options);
    at = -1;
    list.replaceChildren(
      ...found
        .flatMap((group) => [
          group.label ? el("li.picker-group", { role: "presentation" }, group.label) : null,
          ...group.options.map(row),
        ])
        .filter(Boolean),
    );
    if (!shown.length) return note("Nothing found.");
    open(true);
  }

  function row(option) {
    const chosen = many
      ? place.slot.value.some((one) => idOf(one) === option.id)
      : idOf(place.slot.value) === option.id;
    return el(
      "li.picker-row",
      {
        role: "option",
        id: freshId("option"),
        "aria-selected": String(chosen),
        on: {
          mousedown: (event) => {
            event.preventDefault();
            pick(option);
          },
        },
      },
      el("span", {}, option.label),
      option.about ? el("small", {}, option.about) : null,
    );
  }

  function note(sentence) {
    shown = [];
    at = -1;
    list.replaceChildren(
      el("li.picker-note", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, sentence),
    );
    open(true);
  }

  function open(yes) {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    if (!yes) input.removeAttribute("aria-activedescendant");
    else list.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    if (!shown.length) return;
    at = (at + step + shown.length) % shown.length;
    const rows = [...list.querySelectorAll(".picker-row")];
    rows.forEach((one, index) => one.classList.toggle("active", index === at));
    rows[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", rows[at].id);
  }

  function pick(option) {
    if (!many) return take(option.value);
    const { value } = place.slot;
    if (value.some((one) => idOf(one) === option.id)) return take(value.filter((one) => idOf(one) !== option.id));
    if (json.max_selected_items && value.length >= json.max_selected_items)
      return note(`At most ${json.max_selected_items}.`);
    input.value = "";
    return take([...value, option.value]);
  }

  async function take(value) {
    const going = place.choose(value);
    settle();
    if (many && !list.hidden) show(filter(far ? [{ label: null, options: shown }] : groupsOf(json, place.world), ""));
    if (!many) open(false);
    if (!(await going)) settle();
  }

  function key(event) {
    const closed = list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (closed) search();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!closed && at >= 0) pick(shown[at]);
    } else if (event.key === "Escape" && !closed) {
      event.preventDefault();
      event.stopPropagation();
      open(false);
    } else if (event.key === "Backspace" && many && !input.value && place.slot.value.length) {
      take(place.slot.value.slice(0, -1));
    }
  }

  function leave() {
    clearTimeout(timer);
    open(false);
    if (many) input.value = "";
    else if (!input.value && place.optional && place.slot.value) take(null);
    else input.value = currentLabel();
  }
  return { node, control: input };
}

function filter(found, query) {
  const wanted = query.toLowerCase();
  return found
    .map((group) => ({
      ...group,
      options: group.options.filter((option) => `${option.label} ${option.about}`.toLowerCase().includes(wanted)),
    }))
    .filter((group) => group.options.length);
}
