// The switcher: act as anyone here, or open them in a window of their own.

import { avatar } from "./avatar.js";
import { el, freshId, icon } from "./dom.js";
import { openPanel } from "./menu.js";
import { addressOf, where } from "./place.js";

export function peoplePanel(anchor, world, become) {
  const people = [...world.people.values()].filter((person) => !person.is_bot && !person.deleted);
  const panel = el(
    "div.people",
    { role: "dialog", "aria-label": "Act as someone else" },
    el("p.people-lead", {}, "Act as anyone. Two windows can be two people."),
    el(
      "ul",
      {},
      people.map((person) =>
        row(person, world, (id) => {
          close();
          if (id !== world.me.id) become(id);
        }),
      ),
    ),
  );
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const rows = [...panel.querySelectorAll("button")];
    event.preventDefault();
    rows.at((rows.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)) % rows.length).focus();
  });
  const close = openPanel(anchor, panel);
  panel.querySelector("[aria-current]")?.focus();
}

function row(person, world, choose) {
  const mine = world.me.id;
  const name = person.real_name || person.name;
  const about = freshId("about");
  const tags = [
    person.is_owner ? "owner" : null,
    person.is_restricted ? "guest" : null,
    person.team_id !== world.team.id ? "other workspace" : null,
  ].filter(Boolean);
  return el(
    "li",
    {},
    el(
      "button.person",
      {
        type: "button",
        "aria-label": `Act as ${name}`,
        "aria-describedby": about,
        "aria-current": person.id === mine ? "true" : undefined,
        on: { click: () => choose(person.id) },
      },
      avatar(person),
      el(
        "span.person-words",
        {},
        el(
          "span.person-name",
          {},
          name,
          tags.map((tag) => el("span.tag", {}, tag)),
          person.id === mine ? el("span.tag.you", {}, "you") : null,
        ),
        el("span.person-role", { id: about }, person.role ?? ""),
      ),
    ),
    el(
      "a.icon-button",
      {
        href: addressOf(person.id, where()),
        target: "_blank",
        rel: "noopener",
        "aria-label": `Open ${name} in a new window`,
        title: `Open ${name} in a new window`,
      },
      icon("window"),
    ),
  );
}
