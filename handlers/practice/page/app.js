// Puts the page together: one connection, one world, and the parts that show it.

import { ask } from "./blocks/confirm.js";
import { Clock } from "./clock.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { narrow } from "./dom.js";
import { Forms } from "./forms.js";
import { Home } from "./home.js";
import { Inspector } from "./inspector.js";
import { Modals } from "./modal.js";
import { Notices } from "./notices.js";
import * as address from "./place.js";
import { Sidebar } from "./sidebar.js";
import { World } from "./state.js";
import { kindly, surfacesOf } from "./surfaces.js";
import { themeButton } from "./theme.js";
import { Timeline } from "./timeline.js";
import { Topbar } from "./topbar.js";
import { cardChannel, Welcome } from "./welcome.js";

const at = (id) => document.getElementById(id);
const world = new World();
const forms = new Forms();
const connection = new Connection({
  onFrame: (frame) => world.apply(frame),
  onStatus: (status) => {
    at("lost").hidden = status === "open";
  },
});
const surfaces = surfacesOf(world, connection, forms);
const parts = { world, connection, surfaces, forms, shortcut };

const clock = new Clock(parts);
const timeline = new Timeline(parts);
const home = new Home(parts);
const composer = new Composer(at("composer"), parts);
const sidebar = new Sidebar(at("sidebar"), {
  world,
  become,
  reset,
  theme: themeButton(),
  welcome: () => {
    sidebar.drawer(false);
    welcome.open();
  },
});
const topbar = new Topbar(at("topbar"), { world, clock, drawer: () => sidebar.drawer(true), toggleInspector });
const inspector = new Inspector(at("inspector"), { world, connection, toggle: toggleInspector });
const welcome = new Welcome(at("welcome"), {
  world,
  composer,
  go: async (place) => {
    location.hash = place;
    show(place);
  },
});
new Notices(at("notices"), world);
new Modals(parts);

let person = null;
world.on("snapshot", arrived);
world.on("message", (news) => timeline.heard(news));
world.on("channels", () => {
  if (!known(world.shown)) show(firstPlace());
  else timeline.refresh();
});
world.on("home", () => {
  if (world.shown === "home") home.show();
});
world.on("day", () => {
  timeline.refresh();
  if (world.shown === "home") home.show();
});
world.on("reloaded", () => {
  forms.clear();
  composer.forget();
  person = null;
  connection.reopen();
});
addEventListener("hashchange", () => {
  if (known(address.where())) show(address.where());
});
addEventListener("popstate", () => {
  if (address.whoami() && address.whoami() !== world.me?.id) meet(address.whoami());
});
addEventListener("keydown", slash);
at("skip").addEventListener("click", (event) => {
  event.preventDefault();
  at("compose-text").focus();
});
connection.open(address.whoami());

function arrived() {
  const wanted = known(address.where()) ? address.where() : known(world.shown) ? world.shown : firstPlace();
  const met = person !== null && person !== world.me.id;
  person = world.me.id;
  address.settle(person, wanted);
  show(wanted);
  if (met) at("sidebar").querySelector(".me").focus({ preventScroll: true });
}

function show(place) {
  const changed = place !== world.shown || world.seenBy !== world.me.id;
  world.seenBy = world.me.id;
  world.show(place);
  const channel = world.channels.get(place) ?? null;
  const wanted = channel ? timeline.node : home.node;
  if (at("stage").firstChild !== wanted) at("stage").replaceChildren(wanted);
  if (channel) timeline.show(channel);
  else home.show();
  composer.show(channel);
  topbar.show(place);
  if (!changed) return;
  if (sidebar.open) sidebar.drawer(false);
  if (!channel) connection.ask("home");
  if (channel && channel === world.botChannel()) connection.ask("messages_tab");
  if (channel && !narrow() && !document.querySelector("dialog[open]"))
    at("compose-text").focus({ preventScroll: true });
}

function known(place) {
  return place === "home" || world.channels.has(place);
}

function firstPlace() {
  return cardChannel(world) ?? "home";
}

function become(next) {
  composer.keep();
  address.become(next, world.shown);
  meet(next);
}

function meet(next) {
  world.unread.clear();
  connection.open(next);
}

async function shortcut(callbackId, fields = {}) {
  const answer = await connection.ask("shortcut", { callback_id: callbackId, ...fields });
  if (!answer.ok) world.tell("notice", { level: "error", text: kindly(answer, world) });
}

async function reset() {
  const sure = await ask({
    title: "Start over?",
    text: "The practice network goes back to its first morning, for everyone who has it open. What was typed and claimed here is gone.",
    yes: "Start over",
    no: "Keep it",
    style: "danger",
  });
  if (!sure) return;
  const answer = await connection.ask("reset");
  if (!answer.ok) world.tell("notice", { level: "error", text: kindly(answer, world) });
}

function toggleInspector(open = at("inspector").hidden) {
  at("inspector").hidden = !open;
  at("frame").classList.toggle("inspecting", open);
  topbar.inspect.setAttribute("aria-pressed", String(open));
  if (open) {
    inspector.show();
    at("inspector").querySelector("button").focus();
  } else topbar.inspect.focus();
}

// A slash typed anywhere but in a field goes to the message box.
function slash(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, dialog, [popover]") || composer.node.hidden) return;
  event.preventDefault();
  composer.write(composer.text.value || "/");
}
