// Small helpers that build the page. Data only ever becomes text nodes and attributes, never markup.

let count = 0;
export const freshId = (stem = "x") => `${stem}-${++count}`;

export function el(spec, props = {}, ...children) {
  const [tag, ...classes] = spec.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, run] of Object.entries(value)) node.addEventListener(event, run);
    else if (name === "value" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PATHS = {
  back: "M15 5l-7 7 7 7",
  bolt: "M13 3L5 14h6l-1 7 8-11h-6z",
  check: "M5 13l4.5 4.5L19 7",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7.5V12l3 2",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h10v11H9zM5 15V4h10",
  down: "M6 9l6 6 6-6",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5",
  hash: "M9.5 4L7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16",
  help: "M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.1-1.5 2.4M12 18v.2",
  home: "M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  menu: "M4 7h16M4 12h16M4 17h16",
  message: "M4 5h16v11H10l-5 4v-4H4z",
  moon: "M19 14.5A8 8 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z",
  more: "M5.5 12h.1M12 12h.1M18.5 12h.1",
  pulse: "M3 12h4l3-7 4 14 3-7h4",
  restart: "M5 12a7 7 0 1 0 2.3-5.2M5 4v4h4",
  send: "M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4",
  shared: "M9.5 14.5l5-5M11 7.5l2-2a4 4 0 0 1 5.5 5.5l-2 2M13 16.5l-2 2A4 4 0 0 1 5.5 13l2-2",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  window: "M9 5H5v14h14v-4M13 5h6v6M19 5l-8 8",
};

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", PATHS[name]);
  drawing.append(path);
  return drawing;
}

export function iconButton(name, label, run, props = {}) {
  return el(
    "button.icon-button",
    { type: "button", "aria-label": label, title: label, ...props, on: { click: run } },
    icon(name),
  );
}

export const narrow = () => window.matchMedia("(max-width: 760px)").matches;
export const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

// What stands outside an open modal is neither seen nor heard: regions that speak come along into it.
export function comeAlong(region) {
  const stage = document.querySelector("#modal[open]") ?? document.body;
  if (region.parentNode !== stage) stage.append(region);
}

export function announce(sentence) {
  const region = document.getElementById("announcer");
  comeAlong(region);
  region.textContent = "";
  clearTimeout(forgetting);
  requestAnimationFrame(() => {
    region.textContent = sentence;
  });
  forgetting = setTimeout(() => {
    region.textContent = "";
  }, 1500);
}

let forgetting = 0;
